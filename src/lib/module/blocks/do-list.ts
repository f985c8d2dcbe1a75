import type { Tokens } from 'marked';
import { place, readMarkdown, renderInline } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { explain } from '../terms.ts';
import { allowFields, hasText, type BlockReading } from './block.ts';
import { oneParagraph } from './item.ts';

/** A list of what to do, or of what not to do. */
export interface DoList {
	kind: 'do-list';
	/** Whether it lists what to do; else each item completes "do not". */
	advises: boolean;
	/** Each as HTML. */
	items: string[];
}

const PREFIX = /^do(n(['’]|&#39;)t| not)\s+/i;

/** Reads `:::do`. */
export function readDo(part: BlockPart, reading: BlockReading): DoList | undefined {
	return readList(part, true, reading);
}

/** Reads `:::do-not`. */
export function readDoNot(part: BlockPart, reading: BlockReading): DoList | undefined {
	return readList(part, false, reading);
}

function readList(part: BlockPart, advises: boolean, reading: BlockReading): DoList | undefined {
	const { report } = reading;
	allowFields(part, [], report);
	if (!hasText(part, report)) return undefined;
	const [only, ...more] = place(readMarkdown(part.text, part.textLine, reading), part.textLine).filter(({ token }) => token.type !== 'space');
	if (only?.token.type !== 'list' || more.length > 0) {
		report('list-expected', part.line, part.name);
		return undefined;
	}
	const items = place((only.token as Tokens.List).items, only.line).map((item) => {
		const words = oneParagraph(item, reading);
		if (words) explain(words, reading.explained);
		const html = words && renderInline(words);
		if (html === undefined) report('item-not-one-text', item.line, part.name);
		else if (!advises && PREFIX.test(html)) report('do-not-repeated', item.line);
		return advises ? (html ?? '') : (html ?? '').replace(PREFIX, '');
	});
	return { kind: 'do-list', advises, items };
}
