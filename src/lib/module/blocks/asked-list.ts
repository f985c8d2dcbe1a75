import type { Tokens } from 'marked';
import { place, readMarkdown, renderBlocks, renderInline, type Placed } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import type { BlockReading } from './block.ts';

/** What `order` and `match` have in common: what is asked, one list, and what people can learn from it. */
export interface AskedList {
	/** What stands above the list but for its last paragraph, as HTML. */
	lead: string;
	/** The last paragraph above the list, as HTML that may stand in a legend. */
	prompt: string;
	list: Placed;
	/** What stands in the quotation under the list, as HTML. */
	feedback: string;
}

/** SCORM and people alike can hold no more: one letter for each in the state, and one thing each in mind. */
const MOST = 8;

/** Reads a paragraph, a list and a quotation under it; reports whatever else there is. */
export function readAskedList(part: BlockPart, reading: BlockReading): AskedList | undefined {
	const { report } = reading;
	const placed = place(readMarkdown(part.text, part.textLine, reading), part.textLine).filter(({ token }) => token.type !== 'space' && token.type !== 'def');
	// What is asked may hold a list of its own, so the last one is the one that counts.
	const list = placed.findLast(({ token }) => token.type === 'list');
	if (!list) return report('list-missing', part.line, part.name), undefined;
	const at = placed.indexOf(list);
	const above = placed.slice(0, at).map(({ token }) => token);
	const below = placed.slice(at + 1);
	const last = above.at(-1);
	const feedback = below.filter(({ token }) => token.type === 'blockquote');
	const { items } = list.token as Tokens.List;
	if (last?.type !== 'paragraph') report('question-without-text', part.line, part.name);
	if (items.length < 2) report('options-too-few', list.line, part.name);
	if (items.length > MOST) report('options-too-many', list.line, part.name, items.length);
	if (feedback.length === 0) report('feedback-missing', part.line, part.name);
	const other = below.find(({ token }) => token.type !== 'blockquote');
	if (other) report('options-not-last', other.line, part.name);
	const prompt = last?.type === 'paragraph' ? renderInline((last as Tokens.Paragraph).tokens) : '';
	return {
		lead: renderBlocks(prompt === '' ? above : above.slice(0, -1)),
		prompt,
		list,
		feedback: renderBlocks(feedback.flatMap(({ token }) => (token as Tokens.Blockquote).tokens))
	};
}
