import type { Token, Tokens } from 'marked';
import { decode } from '../entities.ts';
import { place, readMarkdown, renderInline, type Placed, type Reading } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';

/** One line of a list that says `one thing = another`. */
export interface Pair {
	/** The left side, as HTML that may stand in a label. */
	left: string;
	/** Both as plain words. */
	leftText: string;
	right: string;
	line: number;
}

/** Reads the items of a list as pairs; reports each that is none. */
export function readPairs(list: Placed, part: BlockPart, reading: Reading): Pair[] {
	return place((list.token as Tokens.List).items, list.line).flatMap(({ token, line }): Pair[] => {
		// An item may go on on another line, and an empty one may follow it.
		const words = (token as Tokens.ListItem).text.replace(/\s+/g, ' ').trim();
		const sign = words.indexOf(' = ');
		const left = inlineOf(words.slice(0, Math.max(0, sign)), reading);
		const right = inlineOf(words.slice(sign + 3), reading);
		if (sign === -1 || left.length === 0 || right.length === 0) {
			reading.report('pair-unclear', line, part.name);
			return [];
		}
		return [{ left: renderInline(left), leftText: plainText(left), right: plainText(right), line }];
	});
}

/** What is wrong with the whole list has been reported already. */
function inlineOf(text: string, reading: Reading): Token[] {
	const [only, ...more] = readMarkdown(text, 1, { ...reading, report: () => {} });
	return only?.type === 'paragraph' && more.length === 0 ? (only as Tokens.Paragraph).tokens : [];
}

/** The words of inline tokens without any marks: for an option of a select, which holds nothing else. */
function plainText(tokens: readonly Token[]): string {
	return tokens.map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? decode(String(token.text)) : '')).join('').trim();
}
