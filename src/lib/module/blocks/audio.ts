import { findFile } from '../files.ts';
import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, requireField, type BlockReading } from './block.ts';

/** Something to listen to, and its words for those who do not hear it or would rather read. */
export interface Audio {
	kind: 'audio';
	title: string;
	src: string;
	/** The media type. */
	type: string;
	/** As HTML. */
	transcript: string;
}

/** Reads `:::audio`. */
export function readAudio(part: BlockPart, reading: BlockReading): Audio | undefined {
	const { report } = reading;
	allowFields(part, ['file', 'title'], report);
	const title = requireField(part, 'title', 'what it is, in a few words', report);
	const name = requireField(part, 'file', 'the name of the sound in the folder', report);
	if (part.text.trim() === '') report('transcript-missing', part.line, part.name);
	const file = name && findFile('audio', name, part.fields.get('file')!.line, reading);
	if (!file || !title) return undefined;
	return { kind: 'audio', title, src: file.src, type: file.type, transcript: readText(part.text, part.textLine, reading) };
}
