import { withinLimits } from '../limits.ts';
import type { Part, Section } from '../outline.ts';
import { blank, maskCode, maskMarkup } from './masking.ts';

/** What somebody reads a passage as. */
export type Where = 'title' | 'heading' | 'text' | 'item' | 'quotation' | 'cell' | 'option' | 'feedback' | 'field' | 'detail';

/** One thing that people read in one go: a paragraph, a heading, an item, a cell of a table, an option or its feedback. */
export interface Passage {
	/** The words alone: markup is replaced by as many spaces, so that each stands where it does in the file. */
	text: string;
	/** The same stretch as it is written, from the start of its first line. */
	source: string;
	/** The file's line on which it starts. */
	line: number;
	where: Where;
	/** Which page it stands on, counted from 0; -1 for the details at the top. */
	page: number;
	/** Which part of the page, counted from 0; -1 for the page's own heading. */
	part: number;
	/** The kind of block that it stands in; absent in prose. */
	block?: string;
	/** Of a heading: how many `#` it has. */
	depth?: number;
	/** Of an option: what stands between its square brackets. */
	mark?: string;
	/** Of a cell in the head of a table: its column, counted from 0. */
	head?: number;
}

/** The fields of blocks whose values people read. */
const WORDS = ['title', 'about', 'detail', 'role'];
/** The details at the top that people read in lists and on the start page. */
const DETAILS = ['title', 'summary', 'outcomes'];
const WITH_OPTIONS = ['question', 'scenario'];

const LEAD = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*/;
const LISTED = /[-*+.)]/;
const MARK = /^\[([^\]]*)\](?:[ \t]+|$)/;
const HEADING = /^(#{1,6})(?:[ \t]|$)/;
const FENCE = /^(`{3,}|~{3,})(.*)$/s;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
/** Where a choice of a scenario leads: nobody reads it. */
const LEAD_ON = /^next:/;
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;
/** The id at the end of an item of a checklist. */
const ITEM_ID = /\{#[^{}]*\}[ \t]*$/;
const UNDER_HEAD = /^[ \t>|:-]*-[ \t>|:-]*$/;
const DEFINITION = /^\[[^\]]+\]:[ \t]/;

/**
 * Every passage of a module, in the order of the file. One pass over the lines:
 * Markdown's own reader knows no positions, and a finding about words is of
 * little use unless it points at them. Fenced code is left out.
 *
 * @param lines all lines of the file
 * @param end the index of the first line after the details at the top
 */
export function passagesOf(sections: readonly Section[], lines: readonly string[], end: number): Passage[] {
	const passages = details(lines.slice(0, end));
	for (const [page, section] of sections.entries()) {
		passages.push(titleOf(section, lines[section.line - 1] ?? '', page));
		for (const [part, content] of section.parts.entries()) {
			const line = content.kind === 'prose' ? content.line : content.textLine;
			// Whatever is too much for Markdown's reader is reported as that, and is not read here either.
			if (!withinLimits(content.text, line, () => {})) continue;
			const place = { page, part, ...(content.kind === 'block' ? { block: content.name } : {}) };
			// A spread would put each on the stack, and a list can have 100,000 items.
			for (const passage of fields(content, lines, place)) passages.push(passage);
			for (const passage of scan(content.text.split('\n'), line, place)) passages.push(passage);
		}
	}
	return passages;
}

/** Where `length` letters at `offset` of a passage stand in the file; as far as their first line goes. */
export function placeIn({ text, line }: Passage, offset: number, length: number): { line: number; column: number; length: number } {
	const before = text.slice(0, offset).split('\n');
	const rest = text.indexOf('\n', offset);
	const most = (rest === -1 ? text.length : rest) - offset;
	return { line: line + before.length - 1, column: before.at(-1)!.length + 1, length: Math.min(length, most) };
}

/** Where the words of a passage stand: its first line, without the signs before and after them. */
export function placeOf(passage: Passage): { line: number; column: number; length: number } | number {
	const start = passage.text.search(/\S/);
	if (start === -1) return passage.line;
	return placeIn(passage, start, passage.text.trim().split('\n')[0]!.trimEnd().length);
}

/** The words of a passage in one line, for a message. */
export function wordsOf({ text }: Passage): string {
	return text.trim().replace(/\s+/g, ' ');
}

type Spot = Pick<Passage, 'page' | 'part' | 'block'>;

function titleOf(section: Section, line: string, page: number): Passage {
	const masked = maskMarkup(line).replace(/^#[ \t]*/, blank).replace(/[ \t]#+[ \t]*$/, blank);
	const brace = section.id === undefined ? -1 : masked.lastIndexOf('{#');
	const text = brace === -1 ? masked : masked.slice(0, brace) + blank(masked.slice(brace));
	return { text, source: line, line: section.line, where: 'title', page, part: -1 };
}

function fields(part: Part, lines: readonly string[], spot: Spot): Passage[] {
	if (part.kind === 'prose') return [];
	return [...part.fields]
		.filter(([name]) => WORDS.includes(name))
		.map(([name, { line }]) => {
			const source = lines[line - 1] ?? '';
			return { text: blank(`${name}:`) + maskMarkup(source.slice(name.length + 1)), source, line, where: 'field', ...spot };
		});
}

function details(lines: readonly string[]): Passage[] {
	let read = false;
	return lines.flatMap((source, index) => {
		const key = /^([a-z]+):/.exec(source);
		if (key) read = DETAILS.includes(key[1]!);
		const value = source.replace(/^[a-z]+:|^[ \t]*-(?=[ \t])/, blank);
		if (!read || value.trim() === '' || source.startsWith('---')) return [];
		// Quotation marks round a whole value are YAML's, and nobody's speech.
		const text = value.replace(/^([ \t]*)(["'])(.*)\2([ \t]*)$/, '$1 $3 $4');
		return [{ text, source, line: index + 1, where: 'detail' as const, page: -1, part: -1 }];
	});
}

/** Divides the lines of one part into passages. */
function scan(rows: readonly string[], first: number, spot: Spot): Passage[] {
	const found: Passage[] = [];
	const choosing = spot.block !== undefined && WITH_OPTIONS.includes(spot.block);
	let open: { rows: string[]; sources: string[]; line: number; where: Where; quoted: boolean; mark?: string } | undefined;
	let fence: string | undefined;
	let chosen = false;
	let columns = 0;

	/** Without the id of a checklist's item, which nobody reads. */
	const unmarked = (words: string) => (spot.block === 'checklist' ? words.replace(ITEM_ID, blank) : words);

	function close(as?: Pick<Passage, 'where' | 'depth'>) {
		if (!open) return;
		const { rows, sources, line, where, mark } = open;
		const text = maskMarkup(rows.join('\n'));
		found.push({ text, source: sources.join('\n'), line, where, ...spot, ...(mark === undefined ? {} : { mark }), ...as });
		open = undefined;
	}

	for (const [index, row] of rows.entries()) {
		const line = first + index;
		const lead = LEAD.exec(row)![0];
		const rest = row.slice(lead.length);
		if (fence !== undefined) {
			if (rest.startsWith(fence) && rest.slice(fence.length).replaceAll(fence[0]!, '').trim() === '') fence = undefined;
			continue;
		}
		const opening = FENCE.exec(rest);
		if (opening && !(opening[1]!.startsWith('`') && opening[2]!.includes('`'))) {
			close();
			columns = 0;
			fence = opening[1]!;
			continue;
		}
		if (open && UNDERLINE.test(row) && !open.quoted && open.where === 'text') {
			close({ where: 'heading', depth: 2 });
			continue;
		}
		if (rest === '' || RULE.test(row) || DEFINITION.test(rest) || (choosing && LEAD_ON.test(rest))) {
			close();
			if (row.trim() === '') columns = 0;
			continue;
		}
		const next = rows[index + 1];
		if (columns === 0 && row.includes('|') && next?.includes('|') && UNDER_HEAD.test(next)) {
			close();
			columns = next.split('|').filter((cell) => cell.includes('-')).length;
			for (const [head, cell] of cells(row, columns).entries()) found.push({ ...cell, line, where: 'cell', head, ...spot });
			continue;
		}
		if (columns > 0) {
			if (!UNDER_HEAD.test(row)) found.push(...cells(row, columns).map((cell) => ({ ...cell, line, where: 'cell' as const, ...spot })));
			continue;
		}
		const heading = HEADING.exec(rest);
		if (heading) {
			close();
			const text = blank(lead + heading[1]!) + maskMarkup(rest.slice(heading[1]!.length)).replace(/[ \t]#+[ \t]*$/, blank);
			found.push({ text, source: row, line, where: 'heading', depth: heading[1]!.length, ...spot });
			continue;
		}
		const quoted = lead.includes('>');
		const listed = LISTED.test(lead);
		if (!open || listed || (quoted && !open.quoted)) {
			close();
			const mark = listed ? MARK.exec(rest) : null;
			const option = choosing && !quoted && mark !== null;
			chosen ||= option;
			const where = option ? 'option' : quoted ? (choosing && chosen ? 'feedback' : 'quotation') : listed ? 'item' : 'text';
			const start = blank(lead + (mark?.[0] ?? ''));
			open = { rows: [start + unmarked(row.slice(start.length))], sources: [row], line, where, quoted, ...(option ? { mark: mark[1]!.trim().toLowerCase() } : {}) };
		} else {
			open.rows.push(blank(lead) + unmarked(rest));
			open.sources.push(row);
		}
	}
	close();
	return found;
}

/** The cells of one row of a table, each with spaces before it for what stands before it. */
function cells(row: string, most: number): Pick<Passage, 'text' | 'source'>[] {
	const found: Pick<Passage, 'text' | 'source'>[] = [];
	const code = maskCode(row);
	let start = /^[ \t>]*\|/.exec(row)?.[0].length ?? 0;
	for (let at = start; at <= row.length && found.length < most; at += 1) {
		if (at < row.length && (code[at] !== '|' || row[at - 1] === '\\')) continue;
		if (at === row.length && row.slice(start).trim() === '') break;
		const before = ' '.repeat(start);
		found.push({ text: before + maskMarkup(row.slice(start, at)), source: before + row.slice(start, at) });
		start = at + 1;
	}
	return found;
}
