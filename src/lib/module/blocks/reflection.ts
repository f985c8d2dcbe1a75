import { readMarkdown, renderBlocks } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, type BlockReading } from './block.ts';

/** Something to think about. It belongs to whoever thinks it: nothing of it is ever sent anywhere. */
export interface Reflection {
	kind: 'reflection';
	/** As HTML. */
	html: string;
	/** Whether there is a box to write in, or it is for thinking only. */
	box: boolean;
}

/** Reads `:::reflection`. */
export function readReflection(part: BlockPart, reading: BlockReading): Reflection | undefined {
	const { report } = reading;
	allowFields(part, ['box'], report);
	const box = part.fields.get('box');
	if (box && box.value !== 'yes' && box.value !== 'no') report('field-invalid', box.line, 'box', box.value, '`yes` or `no`');
	if (!hasText(part, report)) return undefined;
	return { kind: 'reflection', html: renderBlocks(readMarkdown(part.text, part.textLine, reading)), box: box?.value !== 'no' };
}
