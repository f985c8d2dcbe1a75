import { readContentNote, type ContentNote } from './blocks/content-note.ts';
import { readDo, readDoNot } from './blocks/do-list.ts';
import { readLocalDetail } from './blocks/local-detail.ts';
import { readProse } from './blocks/prose.ts';
import { readQuestion } from './blocks/question.ts';
import { readReflection } from './blocks/reflection.ts';
import { readScenario } from './blocks/scenario.ts';
import type { BlockReading } from './blocks/block.ts';
import { gather, hasErrors, inOrder, type Diagnostic } from './diagnostic.ts';
import { readFrontMatter } from './front-matter.ts';
import { ids, isId, slugify } from './ids.ts';
import { withinLimits } from './limits.ts';
import { readInline } from './markdown.ts';
import { FORMAT, type Block, type Module, type Page } from './module.ts';
import { outline, type BlockPart, type Section } from './outline.ts';
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
	/** The names of the other files in the folder. */
	files: ReadonlySet<string>;
}

export interface Compiled {
	/** Absent where anything is an error. */
	module?: Module;
	/** Everything found, in the order of the file. */
	diagnostics: Diagnostic[];
}

/** The longest text that is read, in UTF-16 units. A long module of ours has about 25,000. */
const LONGEST = 500_000;

const READERS: Record<string, (part: BlockPart, reading: BlockReading) => Block | undefined> = {
	question: readQuestion,
	scenario: readScenario,
	reflection: readReflection,
	do: readDo,
	'do-not': readDoNot,
	'local-detail': readLocalDetail
};
const NOTE = 'content-note';

/** Every kind of block that can stand after `:::`. */
export const BLOCK_NAMES: readonly string[] = [NOTE, ...Object.keys(READERS)];

/**
 * Compiles a module: Markdown in, a typed document and every diagnostic out.
 * Any text at all gives one or the other; it never throws for what an author wrote.
 */
export function compileModule({ slug, file, text, unread, files }: ModuleSource): Compiled {
	const { report, diagnostics } = gather(file);
	const done = (module?: Module): Compiled => {
		const found = inOrder(diagnostics);
		return module && !hasErrors(found) ? { module, diagnostics: found } : { diagnostics: found };
	};
	if (!isId(slug)) report('folder-name', 1, slug);
	if (unread !== undefined) return report('file-too-large', 1, Math.ceil(unread / 1000)), done();
	if (text.includes('\0')) return report('file-not-text', 1), done();
	if (text.length > LONGEST) return report('file-too-large', 1, Math.ceil(text.length / 1000)), done();
	if (text.trim() === '') return report('file-empty', 1), done();
	const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
	const { details, lineOf, end } = readFrontMatter(lines, report);
	const sections = outline(lines.slice(end), end + 1, report);
	if (sections.length === 0) report('page-missing', Math.min(end + 1, lines.length));
	const taken = ids(report);
	// Pages claim their ids first, so that a question's never takes a page's.
	const claimed = sections.map(({ id, title, line }) => (id === undefined ? taken.derive(slugify(title), line) : taken.claim(id, line)));
	const pages = sections.map((section, index): Page => {
		const reading: BlockReading = { report, files, ids: taken, page: { id: claimed[index]!, counts: new Map() } };
		return readPage(section, reading);
	});
	if (!details) return done();
	const { renew, sources, ...rest } = details;
	return done({
		format: FORMAT,
		slug,
		...rest,
		...(renew === undefined ? {} : { renewMonths: renew }),
		sources: sources.map((source, entry) => readInline(source, lineOf('sources', entry), { report, files })),
		pages
	});
}

function readPage(section: Section, reading: BlockReading): Page {
	const { report } = reading;
	const blocks: Block[] = [];
	let note: ContentNote | undefined;
	let notes = 0;
	for (const [index, part] of section.parts.entries()) {
		if (!withinLimits(part.text, part.kind === 'prose' ? part.line : part.textLine, report)) continue;
		if (part.kind === 'prose') {
			blocks.push(readProse(part, reading));
		} else if (part.name === NOTE) {
			notes += 1;
			if (notes > 1) report('note-twice', part.line);
			else if (index > 0) report('note-not-first', part.line);
			note ??= readContentNote(part, reading);
		} else {
			const read = Object.hasOwn(READERS, part.name) ? READERS[part.name] : undefined;
			if (!read) report('block-unknown', part.line, part.name, suggest(part.name, BLOCK_NAMES));
			const block = read?.(part, reading);
			if (block) blocks.push(block);
		}
	}
	if (section.parts.length === notes) report('page-empty', section.line, section.title);
	return { id: reading.page.id, title: section.title, ...(note ? { note } : {}), blocks };
}
