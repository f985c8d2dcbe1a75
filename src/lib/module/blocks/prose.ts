import { readMarkdown, renderBlocks, type Reading } from '../markdown.ts';
import type { ProsePart } from '../outline.ts';

/** Ordinary Markdown between blocks. */
export interface Prose {
	kind: 'prose';
	html: string;
}

/** Reads a stretch of Markdown. */
export function readProse(part: ProsePart, reading: Reading): Prose {
	return { kind: 'prose', html: renderBlocks(readMarkdown(part.text, part.line, reading)) };
}
