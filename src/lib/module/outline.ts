import type { Report } from './diagnostic.ts';

/** A stretch of the file that is ordinary Markdown. */
export interface ProsePart {
	kind: 'prose';
	text: string;
	/** The file's line on which `text` starts. */
	line: number;
}

/** What stands between `:::name` and `:::`. */
export interface BlockPart {
	kind: 'block';
	name: string;
	/** The line of `:::name`. */
	line: number;
	fields: Map<string, { value: string; line: number }>;
	text: string;
	/** The line on which `text` starts. */
	textLine: number;
}

export type Part = ProsePart | BlockPart;

/** What stands under one `#` heading. */
export interface Section {
	title: string;
	/** From `{#id}`, where the author wrote one. */
	id?: string;
	line: number;
	parts: Part[];
}

const PAGE = /^#(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const PAGE_ID = /[ \t]*\{#([^}]*)\}[ \t]*$/;
const OPENING = /^:::[ \t]*([^\s:{]+)[ \t]*(.*?)[ \t]*$/;
const CLOSING = /^:::+[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const FIELD = /^([a-z][a-z-]*):[ \t]*(.*?)[ \t]*$/;

/**
 * Divides the text below the front matter into pages, and each page into prose
 * and blocks. One pass over the lines, so its time grows with the length only,
 * and every line number is the file's own.
 *
 * @param lines the file's lines from the first after the front matter
 * @param firstLine the file's number of `lines[0]`
 */
export function outline(lines: string[], firstLine: number, report: Report): Section[] {
	const sections: Section[] = [];
	let section: Section | undefined;
	let warned = false;
	/** The fence that has to come to end the code that we are in. */
	let fence: string | undefined;
	let prose: { line: number; lines: string[] } | undefined;
	let open: { name: string; line: number; lines: string[] } | undefined;

	function endProse() {
		if (prose && prose.lines.some((line) => line.trim() !== '')) add({ kind: 'prose', text: prose.lines.join('\n'), line: prose.line });
		prose = undefined;
	}
	function add(part: Part) {
		if (section) section.parts.push(part);
		else if (!warned) {
			report('page-text-before-heading', part.line);
			warned = true;
		}
	}
	function endBlock() {
		if (open) add(readFields(open));
		open = undefined;
	}

	for (const [index, line] of lines.entries()) {
		const number = firstLine + index;
		const marker = FENCE.exec(line);
		if (fence !== undefined) {
			const closes = marker !== null && marker[1]!.startsWith(fence) && marker[2]!.trim() === '';
			if (closes) fence = undefined;
		} else if (marker && !(marker[1]!.startsWith('`') && marker[2]!.includes('`'))) {
			fence = marker[1];
		} else if (CLOSING.test(line)) {
			if (open) endBlock();
			else report('block-end-alone', number);
			continue;
		} else {
			const opening = OPENING.exec(line);
			const page = opening ? null : PAGE.exec(line);
			if (opening || page) {
				if (open) report('block-unclosed', open.line, open.name);
				endProse();
				endBlock();
			}
			if (opening) {
				if (opening[2] !== '') report('block-words-after-name', number, opening[2]!);
				open = { name: opening[1]!, line: number, lines: [] };
				continue;
			}
			if (page) {
				section = readHeading(page[1] ?? '', number);
				if (section.title === '') report('page-without-title', number);
				sections.push(section);
				continue;
			}
		}
		if (open) open.lines.push(line);
		else (prose ??= { line: number, lines: [] }).lines.push(line);
	}
	if (open) report('block-unclosed', open.line, open.name);
	endProse();
	endBlock();
	return sections;
}

function readHeading(text: string, line: number): Section {
	const id = PAGE_ID.exec(text);
	const title = text.replace(PAGE_ID, '').trim();
	return id ? { title, id: id[1]!.trim(), line, parts: [] } : { title, line, parts: [] };
}

/** Takes the `name: value` lines off the top of a block. */
function readFields(block: { name: string; line: number; lines: string[] }): BlockPart {
	const fields: BlockPart['fields'] = new Map();
	let count = 0;
	for (const line of block.lines) {
		const field = FIELD.exec(line);
		if (!field) break;
		count += 1;
		fields.set(field[1]!, { value: field[2]!, line: block.line + count });
	}
	const text = block.lines.slice(count).join('\n');
	return { kind: 'block', name: block.name, line: block.line, fields, text, textLine: block.line + 1 + count };
}
