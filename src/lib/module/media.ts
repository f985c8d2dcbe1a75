import type { Module } from './module.ts';

const TYPES: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
	avif: 'image/avif'
};

/** The media type of an image by its file name, or undefined for any other file. SVG is not among them: it can carry scripts. */
export function mediaType(name: string): string | undefined {
	const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}

/** Of the files beside a module, the images that it shows. */
export function mediaOf(module: Module, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
	const document = JSON.stringify(module.pages);
	const shown = [...files].filter(([name]) => mediaType(name) && document.includes(`media/${encodeURIComponent(name)}\\"`));
	return new Map(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}
