import { brief } from './brief.ts';
import type { Place, Report } from './diagnostic.ts';

/** What a file beside a module really is, whatever its name says. */
export interface FileFacts {
	bytes: number;
	/** Its media type as its first bytes say, or undefined where they say nothing that a module can use. */
	type?: string;
	/** Of a picture, in pixels. */
	width?: number;
	height?: number;
}

/** The files beside a module, by name. */
export type Files = ReadonlyMap<string, FileFacts>;

/** What a file can be in a module. */
export type Medium = 'image' | 'audio' | 'video' | 'captions';

interface Kind {
	/** The endings of its names, and the media types that may stand behind them. */
	types: Readonly<Record<string, string>>;
	/** The most bytes of one: on a ward's network and a phone a large one is a page that does not come. */
	most: number;
	/** For an author: what such a file is. */
	called: string;
}

/** SVG is not among the images: it can carry scripts. */
const KINDS: Readonly<Record<Medium, Kind>> = {
	image: {
		types: { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif' },
		most: 1_000_000,
		called: 'a picture (.png, .jpg, .gif, .webp or .avif)'
	},
	audio: { types: { mp3: 'audio/mpeg', m4a: 'audio/mp4' }, most: 15_000_000, called: 'a sound (.mp3 or .m4a)' },
	video: { types: { mp4: 'video/mp4', webm: 'video/webm' }, most: 50_000_000, called: 'a video (.mp4 or .webm)' },
	captions: { types: { vtt: 'text/vtt' }, most: 200_000, called: 'captions (.vtt, with WEBVTT on its first line)' }
};

/** The media type of a file that a module may show, by its name, or undefined for any other. */
export function mediaType(name: string): string | undefined {
	return (Object.keys(KINDS) as Medium[]).map((medium) => typeAs(medium, name)).find((type) => type !== undefined);
}

/** The media type that a name promises for use as `medium`. */
function typeAs(medium: Medium, name: string): string | undefined {
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	const { types } = KINDS[medium];
	return Object.hasOwn(types, ending) ? types[ending] : undefined;
}

/** Whether `name` can be a file beside a module: no path, no address, nothing hidden. */
function isFileName(name: string): boolean {
	return /^[^/\\:?#\p{Surrogate}\p{Cc}]+$/u.test(name) && !name.startsWith('.');
}

/** The address of a file beside a module, the same on the web and in a package, or undefined where it cannot be one. */
export function mediaAddress(name: string): string | undefined {
	return isFileName(name) ? `media/${encodeURIComponent(name)}` : undefined;
}

/** A file that a module shows. */
export interface ShownFile extends FileFacts {
	src: string;
	type: string;
}

/** Finds the file `name` for use as `medium`, or reports why it cannot be used. */
export function findFile(medium: Medium, name: string, place: Place, { files, report }: { files: Files; report: Report }): ShownFile | undefined {
	const { most, called } = KINDS[medium];
	// The same letter can be written as one sign or as two, and systems differ in which they keep.
	const facts = files.get(name.normalize('NFC'));
	const src = mediaAddress(name.normalize('NFC'));
	const type = typeAs(medium, name);
	if (src === undefined || facts === undefined) return report('file-not-found', place, brief(name)), undefined;
	if (type === undefined) return report('file-wrong-kind', place, brief(name), called), undefined;
	if (!isOfType(facts.type, type)) return report('file-not-what-it-says', place, brief(name), called, facts.type ?? ''), undefined;
	if (facts.bytes > most) return report('file-too-heavy', place, brief(name), megabytes(facts.bytes), megabytes(most)), undefined;
	return { ...facts, src, type };
}

/** MP4 is one container for sound and pictures, and what is in it shows only further on. */
function isOfType(found: string | undefined, promised: string): boolean {
	const mp4 = ['audio/mp4', 'video/mp4'];
	return found === promised || (found !== undefined && mp4.includes(found) && mp4.includes(promised));
}

/** For an author: 1.3 MB, and never 0 MB. */
function megabytes(bytes: number): string {
	return `${Math.max(0.1, Math.round(bytes / 100_000) / 10)} MB`;
}
