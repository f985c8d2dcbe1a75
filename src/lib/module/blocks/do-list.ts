import type { Tokens } from 'marked';
import { newlines, readMarkdown, renderInline } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, type BlockReading } from './block.ts';

/** A list of what to do, or of what not to do. */
export interface DoList {
	kind: 'do-list';
	/** Whether it lists what to do; else each item completes "do not". */
	advises: boolean;
	/** Each as HTML. */
	items: string[];
}

const PREFIX = /^do(n['’]t| not)\s+/i;

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
	const tokens = readMarkdown(part.text, part.textLine, reading).filter(({ type }) => type !== 'space');
	const [list] = tokens as Tokens.List[];
	if (tokens.length !== 1 || list?.type !== 'list') {
		report('list-expected', part.line, part.name);
		return undefined;
	}
	let line = part.textLine + newlines(part.text.slice(0, Math.max(0, part.text.indexOf(list.raw))));
	const items = list.items.map((item) => {
		if (!advises && PREFIX.test(item.text)) report('do-not-repeated', line);
		line += newlines(item.raw);
		const [first] = item.tokens as Tokens.Text[];
		const html = renderInline(first?.tokens ?? []);
		return advises ? html : html.replace(PREFIX, '');
	});
	return { kind: 'do-list', advises, items };
}
