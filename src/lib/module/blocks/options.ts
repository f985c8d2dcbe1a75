import type { Token, Tokens } from 'marked';
import { place, readMarkdown, renderBlocks, renderInline, type Placed, type Reading } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { explain } from '../terms.ts';
import type { BlockReading } from './block.ts';
import { letterAt } from './item.ts';

/** One thing that people can choose, with what they learn from choosing it. */
export interface Option {
	/** `a`, `b`, `c`: single letters, because SCORM 1.2 takes no more. */
	letter: string;
	/** HTML that may stand in a label. */
	html: string;
	feedback: string;
}

export interface MarkedOption extends Option {
	/** What stood between the square brackets: `x`, `most helpful`, nothing for `[ ]`, undefined without brackets. */
	mark: string | undefined;
	line: number;
}

export interface OptionList {
	/** What stands above the options but for its last paragraph, as HTML. */
	lead: string;
	/** The last paragraph above the options, as HTML that may stand in a legend. */
	prompt: string;
	options: MarkedOption[];
}

const MOST = 8;
const MARK = /^\[([^\]]*)\](?:\s+|$)/;

/** Reads text followed by one list of options, each with its feedback in a quotation under it. */
export function readOptions(part: BlockPart, name: string, reading: BlockReading): OptionList | undefined {
	const { report } = reading;
	const placed = place(readMarkdown(part.text, part.textLine, reading), part.textLine).filter(({ token }) => token.type !== 'space' && token.type !== 'def');
	const lists = placed.filter(({ token }) => token.type === 'list');
	// What is asked may hold a list of its own.
	const list = lists.find(isMarked) ?? lists[0];
	if (!list) {
		report('options-missing', part.line, name);
		return undefined;
	}
	const at = placed.indexOf(list);
	const after = placed[at + 1];
	if (after?.token.type === 'blockquote') {
		// It cuts the list in two, so that nothing else that could be said would be true.
		report('feedback-not-indented', after.line, name);
		return undefined;
	}
	const above = placed.slice(0, at).map(({ token }) => token);
	const last = above.at(-1);
	const { items } = list.token as Tokens.List;
	if (last?.type !== 'paragraph') report('question-without-text', part.line, name);
	if (after) report('options-not-last', after.line, name);
	if (items.length === 1) report('options-too-few', list.line, name);
	if (items.length > MOST) report('options-too-many', list.line, name, items.length);
	const options = place(items, list.line).map(({ token, line }, index) => readOption(token as Tokens.ListItem, index, line, reading));
	const prompt = last?.type === 'paragraph' ? renderInline(last.tokens ?? []) : '';
	const lead = prompt === '' ? above : above.slice(0, -1);
	// Not in what is asked and chosen: a button has no place in a legend or a label. Nor in feedback, which comes later.
	explain(lead, reading.explained);
	return { lead: renderBlocks(lead), prompt, options };
}

/** Whether any item of a list starts with something in square brackets, as options do. */
function isMarked({ token }: Placed): boolean {
	return (token as Tokens.List).items.some((item) => item.task || MARK.test(item.text));
}

function readOption(item: Tokens.ListItem, index: number, line: number, reading: Reading): MarkedOption {
	const { report } = reading;
	// `marked` knows only `[ ]` and `[x]` and takes them off; our other marks are still in the text.
	const own = item.task ? null : MARK.exec(item.text);
	const mark = item.task ? (item.checked ? 'x' : '') : own?.[1]!.trim().toLowerCase();
	const text = own ? item.text.slice(own[0].length) : item.text;
	const quiet = { ...reading, report: () => {} };
	const inside = readMarkdown(text, line, quiet).filter(({ type }) => type !== 'space');
	const label = inside.filter(({ type }) => type === 'paragraph' || type === 'text');
	const feedback = inside.filter(({ type }) => type === 'blockquote');
	const html = label[0] ? renderInline((label[0] as Tokens.Paragraph).tokens) : '';
	const brief = text.split('\n')[0]!.slice(0, 60);
	if (html === '') report('option-empty', line);
	else if (feedback.length === 0) report('option-without-feedback', line, brief);
	if (label.length > 1 || inside.length > label.length + feedback.length) report('option-with-more', line, brief);
	const reasons: Token[] = feedback.flatMap((quotation) => (quotation as Tokens.Blockquote).tokens);
	return { letter: letterAt(index), html, feedback: renderBlocks(reasons), mark, line };
}
