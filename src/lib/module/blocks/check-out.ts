import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, type BlockReading } from './block.ts';

/** The gentle end of a module: a moment before people go back to work. */
export interface CheckOut {
	kind: 'check-out';
	/** The author's words, as HTML; empty for the usual ones. */
	html: string;
}

/** Reads `:::check-out`, which stands on the last page. */
export function readCheckOut(part: BlockPart, reading: BlockReading): CheckOut {
	allowFields(part, [], reading.report);
	if (!reading.page.last) reading.report('check-out-not-last', part.line);
	return { kind: 'check-out', html: readText(part.text, part.textLine, reading) };
}
