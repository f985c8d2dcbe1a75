import { mediaType, type Files } from './files.ts';

/** For tests: files that are what their names say. */
export function filesCalled(...names: string[]): Files {
	return new Map(names.map((name) => [name, { bytes: 1000, type: mediaType(name), ...(/\.(png|jpe?g)$/.test(name) ? { width: 600, height: 400 } : {}) }]));
}
