import type { Token, Tokens } from 'marked';
import { place, readMarkdown, renderInline, type Placed } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import type { BlockReading } from './block.ts';

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
export function readPairs(list: Placed, part: BlockPart, reading: BlockReading): Pair[] {
	const quiet = { ...reading, report: () => {} };
	return place((list.token as Tokens.List).items, list.line).flatMap(({ token, line }): Pair[] => {
		const { text } = token as Tokens.ListItem;
		const [, left, right] = /^(.+?)\s+=\s+(.+)$/.exec(text) ?? [];
		const [only] = left === undefined ? [] : readMarkdown(left.trim(), line, quiet);
		if (only?.type !== 'paragraph' || right === undefined) {
			reading.report('pair-unclear', line, part.name);
			return [];
		}
		const inside = (only as Tokens.Paragraph).tokens;
		return [{ left: renderInline(inside), leftText: plainText(inside), right: plainText(inlineOf(right, quiet)), line }];
	});
}

function inlineOf(text: string, reading: BlockReading): Token[] {
	const [only] = readMarkdown(text.trim(), 1, reading);
	return only?.type === 'paragraph' ? (only as Tokens.Paragraph).tokens : [];
}

/** The words of inline tokens without any marks: for an option of a select, which holds nothing else. */
function plainText(tokens: readonly Token[]): string {
	return tokens.map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? String(token.text) : '')).join('').trim();
}
