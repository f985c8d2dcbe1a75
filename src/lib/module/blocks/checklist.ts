import type { Tokens } from 'marked';
import { place, readMarkdown, renderInline } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, claimId, hasText, type BlockReading } from './block.ts';
import { oneParagraph } from './item.ts';

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
	const items = place((only.token as Tokens.List).items, only.line).map((item, index) => {
		const { words, own } = splitId((item.token as Tokens.ListItem).text);
		const read = oneParagraph(item, reading, words);
		if (!read) report('item-not-one-text', item.line, part.name);
		return {
			id: own === undefined ? ids.derive(`${id}-${index + 1}`, item.line) : ids.claim(own, item.line),
			html: read ? renderInline(read) : ''
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
