import { findFile } from '../files.ts';
import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, requireField, type BlockReading } from './block.ts';

/** Something to watch, with everything that it takes to follow it without seeing or hearing. */
export interface Video {
	kind: 'video';
	title: string;
	src: string;
	/** The media type. */
	type: string;
	/** The address of its captions. */
	captions: string;
	/** The same video with what is seen told between the words. */
	described?: { src: string; type: string };
	/** What is seen, as HTML, where the video does not tell it. */
	description?: string;
	/** As HTML. */
	transcript: string;
}

/** The heading in the block under which an author tells what is seen. */
const SEEN = /^##[ \t]+What can be seen[ \t]*(?:#+[ \t]*)?$/im;

/** Reads `:::video`. */
export function readVideo(part: BlockPart, reading: BlockReading): Video | undefined {
	const { report } = reading;
	allowFields(part, ['file', 'title', 'captions', 'audio-description'], report);
	const title = requireField(part, 'title', 'what it is, in a few words', report);
	const name = requireField(part, 'file', 'the name of the video in the folder', report);
	const heading = SEEN.exec(part.text);
	const [words, seen] = heading ? [part.text.slice(0, heading.index), part.text.slice(heading.index + heading[0].length)] : [part.text, ''];
	const seenLine = part.textLine + part.text.slice(0, part.text.length - seen.length).split('\n').length - 1;
	if (words.trim() === '') report('transcript-missing', part.line, part.name);
	const captionsField = part.fields.get('captions');
	if (!captionsField) report('captions-missing', part.line);
	const described = part.fields.get('audio-description');
	if (!described && seen.trim() === '') report('audio-description-missing', part.line);
	const find = (medium: 'video' | 'captions', field: typeof described) => field && findFile(medium, field.value, field.line, reading);
	const file = name ? find('video', part.fields.get('file')) : undefined;
	const captions = find('captions', captionsField);
	// "not needed" where everything that matters is said.
	const second = described?.value === 'not needed' ? undefined : find('video', described);
	if (!file || !captions || !title) return undefined;
	return {
		kind: 'video',
		title,
		src: file.src,
		type: file.type,
		captions: captions.src,
		...(second ? { described: { src: second.src, type: second.type } } : {}),
		...(seen.trim() ? { description: readText(seen, seenLine, reading) } : {}),
		transcript: readText(words, part.textLine, reading)
	};
}
