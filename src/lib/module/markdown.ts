import { Marked, type Token, type Tokens } from 'marked';
import { brief } from './brief.ts';
import type { Place, Report } from './diagnostic.ts';
import { findFile, mediaAddress, type Files, type ShownFile } from './files.ts';
import { withinLimits } from './limits.ts';

/** What an author's Markdown is read with: where to report, and which files lie beside it. */
export interface Reading {
	report: Report;
	/** The files in the module's folder. */
	files: Files;
	/** How many levels deeper headings are shown than written, where the text stands under headings already. */
	deeper?: number;
}

const LINK = /^(https:\/\/|mailto:|tel:)/i;

/**
 * Only what this renderer writes reaches a page, so nothing is sanitised later:
 * HTML is shown as text, and a link or an image that is not allowed keeps its
 * words alone (the diagnostics stop it from being published anyway).
 */
const markdown = new Marked({
	gfm: true,
	renderer: {
		html: ({ text }) => escape(text),
		text(token) {
			// `marked` itself does not escape text that stands after a tag such as `<pre>`.
			return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeWords(token.text);
		},
		heading({ tokens, depth }) {
			const level = Math.max(2, depth);
			return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
		},
		list(list) {
			const items = list.items.map((item) => this.listitem(item)).join('');
			if (!list.ordered) return `<ul class="nhsuk-list nhsuk-list--bullet">\n${items}</ul>\n`;
			const start = list.start === 1 || list.start === '' ? '' : ` start="${Number(list.start)}"`;
			return `<ol class="nhsuk-list nhsuk-list--number"${start}>\n${items}</ol>\n`;
		},
		checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
		table(table) {
			// A first column without a heading holds the headings of the rows; an empty heading would be read out as one.
			const rowsAreNamed = table.header[0]?.text.trim() === '';
			const heading = (scope: 'col' | 'row', words: string) => `<th scope="${scope}" class="nhsuk-table__header">${words}</th>`;
			const plain = (words: string) => `<td class="nhsuk-table__cell">${words}</td>`;
			const cells = (row: Tokens.TableCell[], cell: (words: string, isFirst: boolean) => string) => {
				return `<tr class="nhsuk-table__row">${row.map(({ tokens }, index) => cell(this.parser.parseInline(tokens), index === 0)).join('')}</tr>`;
			};
			const head = `<thead class="nhsuk-table__head">${cells(table.header, (words, isFirst) => (rowsAreNamed && isFirst ? plain('') : heading('col', words)))}</thead>`;
			const body = table.rows.map((row) => cells(row, (words, isFirst) => (rowsAreNamed && isFirst ? heading('row', words) : plain(words)))).join('\n');
			return `<table class="nhsuk-table">${head}\n<tbody class="nhsuk-table__body">${body}</tbody></table>\n`;
		},
		link({ href, tokens }) {
			const words = this.parser.parseInline(tokens);
			if (!LINK.test(href)) return words;
			// A link that left the page would end the learner's place in a learning system's frame.
			const apart = /^https:/i.test(href) ? ' target="_blank" rel="noopener noreferrer"' : '';
			return `<a href="${escape(href)}"${apart}>${words}${apart ? ' (opens in a new tab)' : ''}</a>`;
		},
		image({ href, text, file }: PlacedImage) {
			const src = mediaAddress(nameOf(href));
			return src ? `<img src="${src}" alt="${escapeWords(text)}"${sizeOf(file)}>` : escapeWords(text);
		}
	},
	extensions: [
		{
			name: 'term',
			// A popover needs no script, and where a browser does not know it, the explanation stands there in brackets.
			renderer(token) {
				const { text, explanation, id } = token as TermToken;
				return `<button type="button" class="alongside-term" popovertarget="${id}">${escapeWords(text)}</button><span class="alongside-explanation" id="${id}" popover><span class="alongside-bracket"> (</span>${escapeWords(explanation)}<span class="alongside-bracket">)</span></span>`;
			}
		}
	]
});

/** A word that a module explains, where it stands for the first time on a page. */
export interface TermToken {
	type: 'term';
	raw: string;
	text: string;
	explanation: string;
	/** Of the explanation's element. */
	id: string;
}

/** An image with the file that it shows, once that has been found. */
type PlacedImage = Tokens.Image & { file?: ShownFile };

/** The size of a picture, so that the page does not move when it arrives. */
function sizeOf(file: ShownFile | undefined): string {
	return file?.width && file.height ? ` width="${file.width}" height="${file.height}"` : '';
}

/** `marked` keeps in an address what the author wrote, such as `%20` for a space. */
function nameOf(href: string): string {
	try {
		return decodeURIComponent(href);
	} catch {
		return href;
	}
}

/** Reads Markdown into tokens and reports everything in it that the language does not allow. */
export function readMarkdown(text: string, line: number, { report, files, deeper = 0 }: Reading): Token[] {
	const tokens = markdown.lexer(text);
	const waiting = place(tokens, line).reverse();
	const find = finder(text, line);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		check(next, find(next), report, files);
		if (next.token.type === 'heading') next.token.depth = Math.min(6, (next.token as Tokens.Heading).depth + deeper);
		// A spread would put each on the stack, and a list can have 100,000 items.
		for (const child of children(next).reverse()) waiting.push(child);
	}
	return tokens;
}

const POINTED_AT = ['html', 'link', 'image'];

/** Finds where on its line a token stands, one after another; the line alone where its text is not there as it was written. */
function finder(text: string, firstLine: number): (placed: Placed) => Place {
	const rows = text.split('\n');
	const from = new Map<number, number>();
	return ({ token, line }) => {
		if (!POINTED_AT.includes(token.type)) return line;
		const [raw] = token.raw.split('\n');
		const at = rows[line - firstLine]?.indexOf(raw!, from.get(line) ?? 0) ?? -1;
		if (at === -1 || raw === '') return line;
		from.set(line, at + 1);
		return { line, column: at + 1, length: raw!.length };
	};
}

/** A token with the line on which it starts. */
export interface Placed {
	token: Token;
	line: number;
}

/** Gives each of `tokens` its line. `marked` has no positions, but keeps every newline in the `raw` of one of them. */
export function place(tokens: readonly Token[], firstLine: number): Placed[] {
	let at = firstLine;
	return tokens.map((token) => {
		const line = at;
		at += newlines(token.raw);
		return { token, line };
	});
}

/** Tokens as HTML for a page. */
export function renderBlocks(tokens: Token[]): string {
	return markdown.parser(tokens).trim();
}

/** The tokens of one paragraph as HTML for inside a label or a list item. */
export function renderInline(tokens: Token[]): string {
	return markdown.Parser.parseInline(tokens, { ...markdown.defaults }).trim();
}

/** Markdown without blocks, such as one entry of `sources`, as HTML. */
export function readInline(text: string, line: number, reading: Reading): string {
	if (!withinLimits(text, line, reading.report)) return '';
	const tokens = readMarkdown(text, line, reading);
	const [only] = tokens;
	return tokens.length === 1 && only?.type === 'paragraph' ? renderInline(only.tokens ?? []) : escape(text);
}

/** How many lines further `text` ends. */
function newlines(text: string): number {
	return text.split('\n').length - 1;
}

/** `text` for an attribute or between tags. */
export function escape(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** `escape` for words, in which an author may write an entity such as `&nbsp;`. */
function escapeWords(text: string): string {
	return text.split(/(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,32});)/).map((part, index) => (index % 2 === 1 ? part : escape(part))).join('');
}

/** What stands inside a token, in the order of the text. */
function children({ token, line }: Placed): Placed[] {
	if (token.type === 'list') return place((token as Tokens.List).items, line);
	if (token.type === 'table') {
		const { header, rows } = token as Tokens.Table;
		// The line under the head is not a row.
		return [header, [], ...rows].flatMap((row, index) => row.flatMap((cell) => place(cell.tokens, line + index)));
	}
	return place(('tokens' in token && token.tokens) || [], line);
}

function check({ token, line }: Placed, at: Place, report: Report, files: Files): void {
	switch (token.type) {
		case 'html':
			if (!token.raw.startsWith('</')) report('raw-html', at, brief(token.raw, 40));
			break;
		case 'heading':
			if ((token as Tokens.Heading).depth === 1) report(/^ {0,3}#(\s|$)/.test(token.raw) ? 'heading-not-here' : 'heading-underlined', line);
			break;
		case 'link': {
			const { href, text } = token as Tokens.Link;
			if (!LINK.test(href)) report('link-not-allowed', at, brief(href, 40));
			if (text.trim() === '') report('link-empty', at);
			break;
		}
		case 'text':
			// What is left of a link or a picture whose address has a space in it.
			if (!('tokens' in token && token.tokens) && /\]\(/.test(token.raw)) report('link-unread', line, brief(token.raw.slice(Math.max(0, token.raw.lastIndexOf('[', token.raw.indexOf('](')) - 1))));
			break;
		case 'image': {
			const image = token as PlacedImage;
			const { href, text } = image;
			image.file = findFile('image', nameOf(href), at, { files, report });
			if (text.trim() === '') report('image-without-description', at, brief(href, 40));
			break;
		}
	}
}
