import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, type BlockReading } from './block.ts';

/** The gentle start of a module: a moment to arrive, with nothing to write. */
export interface CheckIn {
	kind: 'check-in';
	/** The author's words, as HTML; empty for the usual ones. */
	html: string;
}

/** Reads `:::check-in`, which stands on the first page. */
export function readCheckIn(part: BlockPart, reading: BlockReading): CheckIn {
	allowFields(part, [], reading.report);
	if (!reading.page.first) reading.report('check-in-not-first', part.line);
	return { kind: 'check-in', html: readText(part.text, part.textLine, reading) };
}
