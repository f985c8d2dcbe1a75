import type { Token, Tokens } from 'marked';
import type { Report } from './diagnostic.ts';
import { readMarkdown, renderBlocks, type Reading, type TermToken } from './markdown.ts';

/** A word that a module explains. */
export interface Term {
	term: string;
	/** Plain words, without a full stop. */
	explanation: string;
	line: number;
}

/** The terms of a module, and where each has been explained. */
export interface Glossary {
	terms: readonly Term[];
	used: Set<string>;
}

/** Which terms a page has explained by now, so that each is explained where it stands first. */
export interface Explained {
	glossary: Glossary;
	page: string;
	done: Set<string>;
}

/** Text as HTML, with each of the module's terms explained where the page uses it for the first time. */
export function readText(text: string, line: number, reading: Reading & { explained: Explained }): string {
	const tokens = readMarkdown(text, line, reading);
	explain(tokens, reading.explained);
	return renderBlocks(tokens);
}

/** Reports every term that no page uses. */
export function reportUnused({ terms, used }: Glossary, report: Report): void {
	for (const { term, line } of terms) if (!used.has(term)) report('term-unused', line, term);
}

/** Where a word is a name, an address or code, it is not explained. */
const LEFT_ALONE = ['heading', 'link', 'code', 'codespan', 'image', 'html'];

/** Puts terms among `tokens`, in the order of the text. A list can have 10,000 items, so nothing here calls itself. */
export function explain(tokens: Token[], explained: Explained): void {
	if (explained.glossary.terms.length === 0) return;
	const open: { list: Token[]; next: number }[] = [{ list: tokens, next: 0 }];
	for (let here = open.at(-1); here; here = open.at(-1)) {
		const token = here.list[here.next];
		here.next += 1;
		if (!token) open.pop();
		else if (LEFT_ALONE.includes(token.type)) continue;
		else if (token.type === 'text' && !('tokens' in token && token.tokens)) {
			const parts = split(token as Tokens.Text, explained);
			here.list.splice(here.next - 1, 1, ...parts);
			here.next += parts.length - 1;
		} else {
			for (const list of inside(token).toReversed()) open.push({ list, next: 0 });
		}
	}
}

/** The lists of tokens inside one, in the order of the text. */
function inside(token: Token): Token[][] {
	if (token.type === 'list') return (token as Tokens.List).items.map(({ tokens }) => tokens);
	if (token.type === 'table') return (token as Tokens.Table).rows.flatMap((row) => row.map(({ tokens }) => tokens));
	return 'tokens' in token && token.tokens ? [token.tokens] : [];
}

/** `token` with the first term in it cut out, and so on for the rest of it. */
function split(token: Tokens.Text, explained: Explained): Token[] {
	const parts: Token[] = [];
	let rest = token.text;
	for (;;) {
		const found = first(rest, explained);
		if (!found) break;
		const { at, term } = found;
		const end = at + term.term.length;
		parts.push(plain(rest.slice(0, at)), termToken(rest.slice(at, end), term, explained.glossary.terms.indexOf(term) + 1, explained.page));
		explained.done.add(term.term);
		explained.glossary.used.add(term.term);
		rest = rest.slice(end);
	}
	return parts.length === 0 ? [token] : [...parts, plain(rest)].filter(({ raw }) => raw !== '');
}

/** Where the next term stands in `text` that the page has not explained yet. */
function first(text: string, { glossary, done }: Explained): { at: number; term: Term } | undefined {
	const found = glossary.terms.flatMap((term) => {
		const at = done.has(term.term) ? -1 : indexOfWord(text, term.term);
		return at === -1 ? [] : [{ at, term }];
	});
	// Of two that start together the longer is meant.
	return found.sort((a, b) => a.at - b.at || b.term.term.length - a.term.term.length)[0];
}

/** Where `word` stands in `text` on its own, in any case; -1 where it does not. */
function indexOfWord(text: string, word: string): number {
	const lower = text.toLowerCase();
	// Some letters change their length with their case; then the places would not agree.
	if (lower.length !== text.length) return -1;
	const wanted = word.toLowerCase();
	for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
		if (!isLetter(lower[at - 1]) && !isLetter(lower[at + wanted.length])) return at;
	}
	return -1;
}

function isLetter(sign: string | undefined): boolean {
	return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function plain(text: string): Tokens.Text {
	return { type: 'text', raw: text, text, escaped: false };
}

function termToken(text: string, { explanation }: Term, number: number, page: string): TermToken {
	// By its number, since words of other alphabets have no letters that an id may have.
	return { type: 'term', raw: text, text, explanation, id: `term-${page}-${number}` };
}
