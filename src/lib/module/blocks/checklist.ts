import type { Tokens } from 'marked';
import { place, readMarkdown, renderInline } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, claimId, hasText, type BlockReading } from './block.ts';

/** Things to get done, each by somebody and by a day: to be printed and filled in by hand. */
export interface Checklist {
	kind: 'checklist';
	id: string;
	/** Each with an id of its own, so that what is noted beside it outlives a mended word; and its words as HTML. */
	items: { id: string; html: string }[];
}


/** Reads `:::checklist`. An item's id is `{#id}` at its end, or else the list's id and its place. */
export function readChecklist(part: BlockPart, reading: BlockReading): Checklist | undefined {
	const { report, ids } = reading;
	allowFields(part, ['id'], report);
	const id = claimId(part, 'c', reading);
	if (!hasText(part, report)) return undefined;
	const [only, ...more] = place(readMarkdown(part.text, part.textLine, reading), part.textLine).filter(({ token }) => token.type !== 'space');
	if (only?.token.type !== 'list' || more.length > 0) return report('list-expected', part.line, part.name), undefined;
	const quiet = { ...reading, report: () => {} };
	const items = place((only.token as Tokens.List).items, only.line).map(({ token, line }, index) => {
		const { words: text, own } = splitId((token as Tokens.ListItem).text);
		const inside = readMarkdown(text, line, quiet).filter(({ type }) => type !== 'space');
		const [words] = inside;
		const sound = inside.length === 1 && words?.type === 'paragraph';
		if (!sound) report('item-not-one-text', line, part.name);
		return {
			id: own === undefined ? ids.derive(`${id}-${index + 1}`, line) : ids.claim(own, line),
			html: sound ? renderInline((words as Tokens.Paragraph).tokens) : ''
		};
	});
	return { kind: 'checklist', id, items };
}

/** Takes `{#id}` off the end of an item. */
function splitId(text: string): { words: string; own?: string } {
	const words = text.trimEnd();
	const at = words.lastIndexOf('{#');
	if (at === -1 || words.indexOf('}', at) !== words.length - 1) return { words };
	return { words: words.slice(0, at).trimEnd(), own: words.slice(at + 2, -1).trim() };
}
