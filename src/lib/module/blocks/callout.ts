import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, type BlockReading } from './block.ts';

/** A few words that stand out from those around them. */
export interface Callout {
	kind: 'callout';
	/** With a title it is louder than without. */
	title?: string;
	/** As HTML. */
	html: string;
}

/** Reads `:::callout`. */
export function readCallout(part: BlockPart, reading: BlockReading): Callout | undefined {
	allowFields(part, ['title'], reading.report);
	if (!hasText(part, reading.report)) return undefined;
	const title = part.fields.get('title')?.value;
	return { kind: 'callout', ...(title ? { title } : {}), html: readText(part.text, part.textLine, reading) };
}
