import type { Token, Tokens } from 'marked';
import { readMarkdown, type Placed, type Reading } from '../markdown.ts';

/** The letters that options are called by: single ones, because SCORM 1.2 takes no more. */
export function letterAt(place: number): string {
	return String.fromCharCode(97 + place);
}

/**
 * The inline tokens of a list's item that is one paragraph, or undefined where it
 * is anything else. What is wrong inside has been reported with the whole list.
 *
 * @param text the item's text, where not all of it is meant
 */
export function oneParagraph({ token, line }: Placed, reading: Reading, text = (token as Tokens.ListItem).text): Token[] | undefined {
	const inside = readMarkdown(text, line, { ...reading, report: () => {} }).filter(({ type }) => type !== 'space');
	const [only] = inside;
	return inside.length === 1 && only?.type === 'paragraph' ? (only as Tokens.Paragraph).tokens : undefined;
}
