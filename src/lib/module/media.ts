import { mediaAddress, mediaType } from './files.ts';
import type { Module } from './module.ts';

/** Of the files beside a module, those that it shows: pictures, sound, video and captions. */
export function mediaOf(module: Module, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
	const document = JSON.stringify(module.pages);
	const shown = [...files].filter(([name]) => isShownIn(document, name));
	return new Map(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a module shows the file `name`. */
export function showsFile(module: Module, name: string): boolean {
	return isShownIn(JSON.stringify(module.pages), name);
}

function isShownIn(document: string, name: string): boolean {
	// An address ends with a quotation mark: of a field, or of an attribute inside a text.
	return mediaType(name) !== undefined && [`${mediaAddress(name)}"`, `${mediaAddress(name)}\\"`].some((text) => document.includes(text));
}
