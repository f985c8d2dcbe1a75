import { readMarkdown, renderBlocks } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, requireField, type BlockReading } from './block.ts';

/** Says calmly what a page is about, so that people can read it, read the short version or skip it. */
export interface ContentNote {
	kind: 'content-note';
	/** Completes "This page is about". */
	about: string;
	/** Completes "It has". */
	detail: string;
	/** The short version, as HTML. */
	short: string;
}

/** Reads `:::content-note`. */
export function readContentNote(part: BlockPart, reading: BlockReading): ContentNote | undefined {
	const { report } = reading;
	allowFields(part, ['about', 'detail'], report);
	const about = requireField(part, 'about', 'a few words that complete "This page is about"', report);
	const detail = requireField(part, 'detail', 'how much is told, such as `no detail` or `one short example`', report);
	if (!hasText(part, report) || !about || !detail) return undefined;
	// The page writes the full stop.
	return { kind: 'content-note', about: about.replace(/\.$/, ''), detail: detail.replace(/\.$/, ''), short: renderBlocks(readMarkdown(part.text, part.textLine, reading)) };
}
