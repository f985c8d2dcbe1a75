import { AUDIENCES, isSensitive } from './audiences.ts';
import { MODULE_DETAILS } from './details.ts';
import { checkWords } from './checks/checks.ts';
import { checkMinutes } from './checks/minutes.ts';
import type { Wording } from './checks/wording.ts';
import { gather, hasErrors, inOrder, type Diagnostic } from './diagnostic.ts';
import type { Files } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { isId } from './ids.ts';
import { readLines } from './lines.ts';
import { readInline } from './markdown.ts';
import { measure } from './measure.ts';
import { FORMAT, recordables, type Module } from './module.ts';
import { outline } from './outline.ts';
import { BLOCK_NAMES, readPages } from './pages.ts';
import { suggest } from './suggestion.ts';

/** A module's text and what lies beside it. */
export interface ModuleSource {
	/** The folder's name, which is the module's address. */
	slug: string;
	/** What the diagnostics call the file. */
	file: string;
	text: string;
	/** The file's bytes, where there are so many that nobody read them; `text` is empty then. */
	unread?: number;
	/** The other files in the folder. */
	files: Files;
	/** The day on which it is read, `2026-03-03`: a voice whose consent is over by then is left out. */
	today?: string;
	/** The trust's list of what to say instead of what. */
	wording?: Wording;
}

export interface Compiled {
	/** Absent where anything is an error. */
	module?: Module;
	/** Everything found, in the order of the file. */
	diagnostics: Diagnostic[];
}

/**
 * Compiles a module: Markdown in, a typed document and every diagnostic out.
 * Any text at all gives one or the other; it never throws for what an author wrote.
 */
export function compileModule({ slug, file, text, unread, files, today, wording }: ModuleSource): Compiled {
	const { report, diagnostics } = gather(file);
	const done = (module?: Module): Compiled => {
		const found = inOrder(diagnostics);
		return module && !hasErrors(found) ? { module, diagnostics: found } : { diagnostics: found };
	};
	if (!isId(slug)) report('folder-name', 1, slug);
	if (unread !== undefined) return report('file-too-large', 1, Math.ceil(unread / 1000)), done();
	const lines = readLines(text, report);
	if (!lines) return done();
	const { details, lineOf, end } = readFrontMatter(lines, MODULE_DETAILS, report);
	const sections = outline(lines.slice(end), end + 1, report, BLOCK_NAMES);
	if (sections.length === 0) report('page-missing', Math.min(end + 1, lines.length));
	const withdrawn: string[] = [];
	const pages = readPages(sections, { report, files, withdrawn, ...(today ? { today } : {}) });
	checkWords({ kind: 'module', sections, lines, end, lang: details?.lang, wording }, report);
	if (!details) return done();
	const { renew, pass, sources, ...rest } = details;
	if (!Object.hasOwn(AUDIENCES, rest.audience)) report('audience-unknown', lineOf('audience'), rest.audience, suggest(rest.audience, Object.keys(AUDIENCES)));
	if (pass !== undefined && isSensitive(rest.audience)) report('pass-not-here', lineOf('pass'), rest.audience);
	else if (pass !== undefined && !pages.some((page) => recordables(page).some(({ kind }) => kind !== 'scenario'))) report('pass-without-questions', lineOf('pass'));
	checkMinutes(measure({ pages }), rest.minutes, lineOf('minutes'), report);
	return done({
		format: FORMAT,
		slug,
		...rest,
		...(pass === undefined ? {} : { pass }),
		...(renew === undefined ? {} : { renewMonths: renew }),
		sources: sources.map((source, entry) => readInline(source, lineOf('sources', entry), { report, files })),
		pages,
		...(withdrawn.length > 0 ? { withdrawn } : {})
	});
}
