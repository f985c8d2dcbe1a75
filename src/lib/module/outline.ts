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

const PAGE = /^#(?:[ \t](.*))?$/s;
const OPENING = /^:::[ \t]*([^\s:{]+)(.*)$/s;
const CLOSING = /^:::+[ \t]*$/;
const LIKE_A_BLOCK = /^[ \t]*(?:::|:[ \t]*[a-z]+(?:-[a-z]+)*[ \t]*$)/;
/** A heading that was meant and is none, as `#Page` or `##Part`. */
const LIKE_A_HEADING = /^(#{1,6})[^#\s]/;
/** The sign of a list as other programs write it. */
const PASTED = /^[ \t]*[•‣◦▪·●][ \t]*\S/;
/** Code may start on the line of a list's item. */
const FENCE = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}|~{3,})(.*)$/s;
const FIELD = /^([A-Za-z][A-Za-z-]*)[ \t]*:(.*)$/s;
/** Every field that some block has: below an empty line, only these are fields and not text. */
const FIELDS = ['id', 'title', 'about', 'detail', 'box', 'name', 'minutes', 'file', 'description', 'decorative', 'captions', 'audio-description', 'role', 'consent', 'recorded-by', 'until', 'audio'];

/**
 * Divides the text below the front matter into pages, and each page into prose
 * and blocks. One pass over the lines, so its time grows with the length only,
 * and every line number is the file's own.
 *
 * @param lines the file's lines from the first after the front matter
 * @param firstLine the file's number of `lines[0]`
 * @param names the kinds of block that there are, so that `:::Check in` is known for `check-in`
 */
export function outline(lines: string[], firstLine: number, report: Report, names: readonly string[] = []): Section[] {
	const sections: Section[] = [];
	let section: Section | undefined;
	let warned = false;
	/** What starts the code that we are in. */
	let fence: { marks: string; indent: number; line: number } | undefined;
	let prose: { line: number; lines: string[] } | undefined;
	let open: { name: string; line: number; lines: string[] } | undefined;

	function endProse() {
		if (prose) add({ kind: 'prose', text: prose.lines.join('\n'), line: prose.line });
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
		if (open) add(readFields(open, report));
		open = undefined;
	}

	for (const [index, line] of lines.entries()) {
		const number = firstLine + index;
		const marker = FENCE.exec(line);
		if (fence !== undefined) {
			const closes = marker !== null && marker[1]!.trim() === '' && width(marker[1]!) <= fence.indent + 3;
			if (closes && marker[2]!.startsWith(fence.marks) && marker[3]!.trim() === '') fence = undefined;
		} else if (marker && !(marker[2]!.startsWith('`') && marker[3]!.includes('`'))) {
			const indent = width(marker[1]!);
			fence = { marks: marker[2]!, indent: indent < 4 && marker[1]!.trim() === '' ? 0 : indent, line: number };
		} else if (CLOSING.test(line)) {
			if (open) endBlock();
			else {
				report('block-end-alone', number);
				// The lines below keep their numbers.
				prose?.lines.push('');
			}
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
				const words = opening[2]!.trim();
				// `:::check in` can only mean one thing.
				const joined = `${opening[1]!} ${words}`.toLowerCase().replace(/[ \t]+/g, '-');
				const known = [opening[1]!.toLowerCase(), joined].findLast((name) => names.includes(name));
				if (words !== '' && known !== joined) report('block-words-after-name', number, words);
				open = { name: known ?? opening[1]!, line: number, lines: [] };
				continue;
			}
			if (page) {
				section = readHeading(page[1] ?? '', number);
				if (section.title === '') report('page-without-title', number);
				sections.push(section);
				continue;
			}
			if (LIKE_A_BLOCK.test(line)) report('block-mark-unclear', number, line.trim().slice(0, 40));
			const marks = LIKE_A_HEADING.exec(line)?.[1];
			if (marks) report('heading-without-space', number, line.slice(0, 40), marks);
			// One word for a whole list.
			if (PASTED.test(line) && !PASTED.test(lines[index - 1] ?? '')) report('list-mark-unknown', { line: number, column: line.search(/\S/) + 1, length: 1 }, line.trim()[0]!);
		}
		if (open) open.lines.push(line);
		else if (prose || line.trim() !== '') (prose ??= { line: number, lines: [] }).lines.push(line);
	}
	if (fence) report('fence-unclosed', fence.line, fence.marks);
	else if (open) report('block-unclosed', open.line, open.name);
	endProse();
	endBlock();
	return sections;
}

function width(start: string): number {
	return start.replace(/\t/g, '    ').length;
}

function readHeading(text: string, line: number): Section {
	// CommonMark lets a heading end in `#` too.
	const words = text.trim().replace(/(^|[ \t])#+$/, '').trimEnd();
	const brace = words.lastIndexOf('{#');
	if (brace === -1 || words.indexOf('}', brace) !== words.length - 1) return { title: words, line, parts: [] };
	return { title: words.slice(0, brace).trim(), id: words.slice(brace + 2, -1).trim(), line, parts: [] };
}

/** Takes the `name: value` lines off the top of a block. */
function readFields(block: { name: string; line: number; lines: string[] }, report: Report): BlockPart {
	const fields: BlockPart['fields'] = new Map();
	const start = block.lines.findIndex((line) => line.trim() !== '');
	const first = FIELD.exec(block.lines[start] ?? '')?.[1]?.toLowerCase();
	let count = start > 0 && first !== undefined && FIELDS.includes(first) ? start : 0;
	for (const line of block.lines.slice(count)) {
		const field = FIELD.exec(line);
		if (!field) break;
		count += 1;
		const name = field[1]!.toLowerCase();
		if (fields.has(name)) report('field-twice', block.line + count, name);
		else fields.set(name, { value: field[2]!.trim(), line: block.line + count });
	}
	const text = block.lines.slice(count).join('\n');
	return { kind: 'block', name: block.name, line: block.line, fields, text, textLine: block.line + 1 + count };
}
