import { mediaAddress, mediaType } from './files.ts';
import type { Module } from './module.ts';

/** Of the files beside a module, those that it shows: pictures, sound, video and captions. */
export function mediaOf(module: Module, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
	const document = JSON.stringify(module.pages);
	// An address ends with a quotation mark: of a field, or of an attribute inside a text.
	const isShown = (name: string) => [`${mediaAddress(name)}"`, `${mediaAddress(name)}\\"`].some((text) => document.includes(text));
	const shown = [...files].filter(([name]) => mediaType(name) && isShown(name));
	return new Map(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}
