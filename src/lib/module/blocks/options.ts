import type { Token, Tokens } from 'marked';
import { newlines, readMarkdown, renderBlocks, renderInline, type Reading } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';

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
export function readOptions(part: BlockPart, name: string, reading: Reading): OptionList | undefined {
	const { report } = reading;
	const tokens = readMarkdown(part.text, part.textLine, reading).filter(({ type }) => type !== 'space' && type !== 'def');
	const at = tokens.findIndex(({ type }) => type === 'list');
	const list = tokens[at] as Tokens.List | undefined;
	if (!list) {
		report('options-missing', part.line, name);
		return undefined;
	}
	const above = tokens.slice(0, at);
	const last = above.at(-1);
	const lineOfList = part.textLine + newlines(part.text.slice(0, Math.max(0, part.text.indexOf(list.raw))));
	if (above.length === 0) report('question-without-text', part.line, name);
	if (tokens.length > at + 1) report('options-not-last', lineOfList + newlines(list.raw.trimEnd()) + 1, name);
	if (list.items.length === 1) report('options-too-few', lineOfList, name);
	if (list.items.length > MOST) report('options-too-many', lineOfList, name, list.items.length);
	const options: MarkedOption[] = [];
	let line = lineOfList;
	for (const [index, item] of list.items.entries()) {
		options.push(readOption(item, index, line, reading));
		line += newlines(item.raw);
	}
	const prompt = last?.type === 'paragraph' ? renderInline(last.tokens ?? []) : '';
	const lead = prompt === '' ? above : above.slice(0, -1);
	return { lead: renderBlocks(lead), prompt, options };
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
	return { letter: String.fromCharCode(97 + (index % 26)), html, feedback: renderBlocks(reasons), mark, line };
}
