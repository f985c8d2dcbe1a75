import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, type BlockReading } from './block.ts';

/** A place to stop for a moment, with a grounding exercise for those who want one. */
export interface Pause {
	kind: 'pause';
	/** The author's words, as HTML; empty for the usual ones. */
	html: string;
}

/** Reads `:::pause`. */
export function readPause(part: BlockPart, reading: BlockReading): Pause {
	allowFields(part, [], reading.report);
	return { kind: 'pause', html: readText(part.text, part.textLine, reading) };
}
