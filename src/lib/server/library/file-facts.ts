import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import type { FileFacts, Files } from '#lib/module/files.ts';

/** What the files beside a module really are, by what is in them. */
export async function factsOf(files: ReadonlyMap<string, Uint8Array>): Promise<Files> {
	return new Map(await Promise.all([...files].map(async ([name, bytes]): Promise<[string, FileFacts]> => [name, await factsOfOne(bytes)])));
}

async function factsOfOne(bytes: Uint8Array): Promise<FileFacts> {
	const type = isCaptions(bytes) ? 'text/vtt' : USUAL[(await fileTypeFromBuffer(bytes))?.mime ?? ''];
	const size = type?.startsWith('image/') ? sizeOf(bytes) : undefined;
	return { bytes: bytes.length, ...(type ? { type } : {}), ...size };
}

/** The types that browsers play, by the names that `file-type` has for them. */
const USUAL: Readonly<Record<string, string>> = {
	...Object.fromEntries(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'audio/mpeg', 'audio/mp4', 'video/mp4', 'video/webm'].map((type) => [type, type])),
	'image/apng': 'image/png',
	'audio/x-m4a': 'audio/mp4'
};

/** WebVTT starts with these letters, perhaps after a byte order mark (W3C WebVTT, section 4.1). */
function isCaptions(bytes: Uint8Array): boolean {
	return /^\uFEFF?WEBVTT(\s|$)/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 16)));
}

/** The size of a picture in pixels as it is shown, or nothing where its head is damaged. */
function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
	try {
		const { width, height, orientation = 1 } = imageSize(bytes);
		// Orientations from 5 on lie on their side (EXIF 2.3, tag 274).
		return orientation >= 5 ? { width: height, height: width } : { width, height };
	} catch {
		return undefined;
	}
}
