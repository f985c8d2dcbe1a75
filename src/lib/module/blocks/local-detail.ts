import { isId } from '../ids.ts';
import { readMarkdown, renderBlocks } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, requireField, type BlockReading } from './block.ts';

/** A place for what only the trust can say: who to ask, which policy, which number. */
export interface LocalDetail {
	kind: 'local-detail';
	/** The entry among the trust's local details; several modules may share one. */
	name: string;
	/** What the trust is asked to write there, as HTML. */
	request: string;
}

/** Reads `:::local-detail`. */
export function readLocalDetail(part: BlockPart, reading: BlockReading): LocalDetail | undefined {
	const { report } = reading;
	allowFields(part, ['name'], report);
	const name = requireField(part, 'name', 'what the entry is called, such as `name: staff-support`', report);
	if (name && !isId(name)) report('id-invalid', part.fields.get('name')!.line, name);
	if (!hasText(part, report) || !name) return undefined;
	return { kind: 'local-detail', name, request: renderBlocks(readMarkdown(part.text, part.textLine, reading)) };
}
