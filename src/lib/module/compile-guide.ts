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
import { isPeerRole, PEER_ROLES } from './peer-roles.ts';
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
/** A story may be about something hard. */
const ALLOWED_IN_STORIES = [...ALLOWED, 'content-note'];
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
	const isStory = details?.kind === 'story';
	const parts = readPages(sections, { report, files: NO_FILES, allowed: isStory ? ALLOWED_IN_STORIES : ALLOWED, deeper: 1 });
	checkWords({ kind: isStory ? 'story' : 'guide', sections, lines, end, lang: details?.lang, wording }, report);
	if (!details) return done();
	const { module, minutes, 'written-by': writtenBy, 'approved-by': approvedBy, ...rest } = details;
	const { audience = 'all-staff', sources = [] } = rest;
	const need = (name: keyof typeof GUIDE_DETAILS) => {
		if (details[name] === undefined) report('detail-missing', lineOf('kind'), name, GUIDE_DETAILS[name].expected);
	};
	if (isStory) {
		need('written-by');
		if (!approvedBy?.some(isPeerRole)) report('story-unapproved', lineOf(approvedBy ? 'approved-by' : 'kind'), Object.keys(PEER_ROLES).map((role) => `\`${role}\``).join(', '));
	} else {
		need('audience');
		need('sources');
	}
	if (!Object.hasOwn(AUDIENCES, audience)) report('audience-unknown', lineOf('audience'), audience, suggest(audience, Object.keys(AUDIENCES)));
	if (rest.kind === 'session') {
		need('module');
		need('minutes');
	}
	return done({
		format: FORMAT,
		slug,
		...rest,
		audience,
		...(isStory ? { writtenBy, approvedBy } : {}),
		...(module === undefined ? {} : { module }),
		...(minutes === undefined ? {} : { minutes }),
		sources: sources.map((source, entry) => readInline(source, lineOf('sources', entry), { report, files: NO_FILES })),
		parts
	});
}
