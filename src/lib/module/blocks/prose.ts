import { readText } from '../terms.ts';
import type { ProsePart } from '../outline.ts';
import type { BlockReading } from './block.ts';

/** Ordinary Markdown between blocks. */
export interface Prose {
	kind: 'prose';
	html: string;
}

/** Reads a stretch of Markdown. */
export function readProse(part: ProsePart, reading: BlockReading): Prose {
	return { kind: 'prose', html: readText(part.text, part.line, reading) };
}
