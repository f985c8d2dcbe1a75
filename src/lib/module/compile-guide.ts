import { AUDIENCES } from './audiences.ts';
import { checkWords } from './checks/checks.ts';
import type { Wording } from './checks/wording.ts';
import { GUIDE_DETAILS } from './details.ts';
import { gather, hasErrors, inOrder, type Diagnostic } from './diagnostic.ts';
import type { Files } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Guide } from './guide.ts';
import { isId } from './ids.ts';
import { readLines } from './lines.ts';
import { readInline } from './markdown.ts';
import { FORMAT } from './module.ts';
import { outline } from './outline.ts';
import { BLOCK_NAMES, readPages } from './pages.ts';
import { suggest } from './suggestion.ts';

/** A guide's text. */
export interface GuideSource {
	/** The file's name without its ending, which is the guide's address. */
	slug: string;
	/** What the diagnostics call the file. */
	file: string;
	text: string;
	/** The trust's list of what to say instead of what. */
	wording?: Wording;
}

export interface CompiledGuide {
	/** Absent where anything is an error. */
	guide?: Guide;
	/** Everything found, in the order of the file. */
	diagnostics: Diagnostic[];
}

/** What can stand in a guide: whatever is there to read, and prints. */
const ALLOWED = ['do', 'do-not', 'callout', 'details', 'local-detail', 'support', 'activity', 'checklist', 'glossary'];
const NO_FILES: Files = new Map();

/** Compiles a guide, by the same language as a module. Any text at all gives a document or diagnostics. */
export function compileGuide({ slug, file, text, wording }: GuideSource): CompiledGuide {
	const { report, diagnostics } = gather(file);
	const done = (guide?: Guide): CompiledGuide => {
		const found = inOrder(diagnostics);
		return guide && !hasErrors(found) ? { guide, diagnostics: found } : { diagnostics: found };
	};
	if (!isId(slug)) report('file-name', 1, slug);
	const lines = readLines(text, report);
	if (!lines) return done();
	const { details, lineOf, end } = readFrontMatter(lines, GUIDE_DETAILS, report);
	const sections = outline(lines.slice(end), end + 1, report, BLOCK_NAMES);
	if (sections.length === 0) report('page-missing', Math.min(end + 1, lines.length));
	const parts = readPages(sections, { report, files: NO_FILES, allowed: ALLOWED, deeper: 1 });
	checkWords({ kind: 'guide', sections, lines, end, lang: details?.lang, wording }, report);
	if (!details) return done();
	const { module, minutes, sources, ...rest } = details;
	if (!Object.hasOwn(AUDIENCES, rest.audience)) report('audience-unknown', lineOf('audience'), rest.audience, suggest(rest.audience, Object.keys(AUDIENCES)));
	if (rest.kind === 'session') {
		if (module === undefined) report('detail-missing', lineOf('kind'), 'module', GUIDE_DETAILS.module.expected);
		if (minutes === undefined) report('detail-missing', lineOf('kind'), 'minutes', GUIDE_DETAILS.minutes.expected);
	}
	return done({
		format: FORMAT,
		slug,
		...rest,
		...(module === undefined ? {} : { module }),
		...(minutes === undefined ? {} : { minutes }),
		sources: sources.map((source, entry) => readInline(source, lineOf('sources', entry), { report, files: NO_FILES })),
		parts
	});
}
