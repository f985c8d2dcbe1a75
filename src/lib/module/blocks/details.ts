import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, requireField, type BlockReading } from './block.ts';

/** What only some readers need, behind a line that they can open. */
export interface Details {
	kind: 'details';
	title: string;
	/** As HTML. */
	html: string;
}

/** Reads `:::details`. */
export function readDetails(part: BlockPart, reading: BlockReading): Details | undefined {
	const { report } = reading;
	allowFields(part, ['title'], report);
	const title = requireField(part, 'title', 'a few words that say what is behind it', report);
	if (!hasText(part, report) || !title) return undefined;
	return { kind: 'details', title, html: readText(part.text, part.textLine, reading) };
}
