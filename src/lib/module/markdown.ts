import { Marked, type Token, type Tokens } from 'marked';
import type { Report } from './diagnostic.ts';

/** What an author's Markdown is read with: where to report, and which files lie beside it. */
export interface Reading {
	report: Report;
	/** The names of the files in the module's folder. */
	files: ReadonlySet<string>;
}

const IMAGE = /\.(png|jpe?g|gif|webp|avif)$/i;
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
			const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
				row
					.map((cell) => {
						const attributes = tag === 'th' ? ' scope="col" class="nhsuk-table__header"' : ' class="nhsuk-table__cell"';
						return `<${tag}${attributes}>${this.parser.parseInline(cell.tokens)}</${tag}>`;
					})
					.join('');
			const head = `<thead class="nhsuk-table__head"><tr class="nhsuk-table__row">${cells(table.header, 'th')}</tr></thead>`;
			const body = table.rows.map((row) => `<tr class="nhsuk-table__row">${cells(row, 'td')}</tr>`).join('\n');
			return `<table class="nhsuk-table">${head}\n<tbody class="nhsuk-table__body">${body}</tbody></table>\n`;
		},
		link({ href, tokens }) {
			const words = this.parser.parseInline(tokens);
			if (!LINK.test(href)) return words;
			// A link that left the page would end the learner's place in a learning system's frame.
			const apart = /^https:/i.test(href) ? ' target="_blank" rel="noopener noreferrer"' : '';
			return `<a href="${escape(href)}"${apart}>${words}${apart ? ' (opens in a new tab)' : ''}</a>`;
		},
		image({ href, text }) {
			return isFileName(href) ? `<img src="media/${encodeURIComponent(href)}" alt="${escape(text)}">` : escape(text);
		}
	}
});

/** Reads Markdown into tokens and reports everything in it that the language does not allow. */
export function readMarkdown(text: string, line: number, { report, files }: Reading): Token[] {
	const tokens = markdown.lexer(text);
	let at = line;
	for (const token of tokens) {
		inspect(token, at, report, files);
		at += newlines(token.raw);
	}
	return tokens;
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
	const tokens = readMarkdown(text, line, reading);
	const [only] = tokens;
	return tokens.length === 1 && only?.type === 'paragraph' ? renderInline(only.tokens ?? []) : escape(text);
}

/** How many lines further `text` ends. */
export function newlines(text: string): number {
	return text.split('\n').length - 1;
}

/** `text` for an attribute or between tags. */
export function escape(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

function isFileName(href: string): boolean {
	return /^[^/\\:?#]+$/.test(href) && !href.startsWith('.');
}

/**
 * Looks at a token and all inside it. `marked` gives no positions, but the text
 * of a child stands in its parent's, so its line is found by looking for it from
 * where the last child ended. Lists are the exception: `marked` takes the indent
 * off what is inside, and a child of several lines that is not found is given
 * its parent's line.
 */
function inspect(token: Token, line: number, report: Report, files: ReadonlySet<string>): void {
	const waiting: { token: Token; line: number }[] = [{ token, line }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		check(next.token, next.line, report, files);
		let from = 0;
		let at = next.line;
		for (const child of children(next.token)) {
			const found = next.token.raw.indexOf(child.raw, from);
			if (found !== -1) {
				at += newlines(next.token.raw.slice(from, found));
				from = found;
			}
			waiting.push({ token: child, line: at });
		}
	}
}

function children(token: Token): Token[] {
	if (token.type === 'list') return (token as Tokens.List).items;
	if (token.type === 'table') {
		const { header, rows } = token as Tokens.Table;
		return [...header, ...rows.flat()].flatMap((cell) => cell.tokens);
	}
	return ('tokens' in token && token.tokens) || [];
}

function check(token: Token, line: number, report: Report, files: ReadonlySet<string>): void {
	switch (token.type) {
		case 'html':
			report('raw-html', line, brief(token.raw));
			break;
		case 'heading':
			if ((token as Tokens.Heading).depth === 1) report('heading-underlined', line);
			break;
		case 'link': {
			const { href, text } = token as Tokens.Link;
			if (!LINK.test(href)) report('link-not-allowed', line, brief(href));
			if (text.trim() === '') report('link-empty', line);
			break;
		}
		case 'image': {
			const { href, text } = token as Tokens.Image;
			if (!isFileName(href) || !files.has(href)) report('image-not-found', line, brief(href));
			else if (!IMAGE.test(href)) report('image-type', line, brief(href));
			if (text.trim() === '') report('image-without-description', line, brief(href));
			break;
		}
	}
}

function brief(text: string): string {
	const one = text.trim().replace(/\s+/g, ' ');
	return one.length > 40 ? `${one.slice(0, 40)}…` : one;
}
