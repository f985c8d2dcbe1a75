import { findFile } from '../files.ts';
import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, requireField, type BlockReading } from './block.ts';

/** A picture with words under it. */
export interface Image {
	kind: 'image';
	src: string;
	/** What people hear who do not see it; empty where it only decorates. */
	alt: string;
	width?: number;
	height?: number;
	/** What stands under it, as HTML; often empty. */
	caption: string;
}

/** Reads `:::image`. */
export function readImage(part: BlockPart, reading: BlockReading): Image | undefined {
	const { report } = reading;
	allowFields(part, ['file', 'description', 'decorative'], report);
	const name = requireField(part, 'file', 'the name of the picture in the folder', report);
	const description = part.fields.get('description')?.value ?? '';
	const decorative = part.fields.get('decorative');
	if (decorative && decorative.value !== 'yes') report('field-invalid', decorative.line, 'decorative', decorative.value, '`yes`, or left out');
	if (name && !description && decorative?.value !== 'yes') report('description-missing', part.line, name);
	if (description && decorative) report('image-described-twice', decorative.line);
	const file = name && findFile('image', name, part.fields.get('file')!.line, reading);
	if (!file) return undefined;
	const { src, width, height } = file;
	return { kind: 'image', src, alt: description, ...(width && height ? { width, height } : {}), caption: readText(part.text, part.textLine, reading) };
}
