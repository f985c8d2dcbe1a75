import type { MetadataDialect } from './metadata.ts';
import { element } from './xml.ts';

const named = (name: string) => `imsmd:${name.toLowerCase()}`;
const string = (text: string, language: string) => [element('imsmd:langstring', text, { 'xml:lang': language })];
/** Words that are in no language. */
const bare = (text: string) => string(text, 'x-none');

/** Its lists of words are written with capitals, but for yes and no. */
const inItsCase = (term: string) => (term === 'yes' || term === 'no' ? term : term.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));

/** IMS metadata 1.2.1, which SCORM 1.2 uses (CAM 2.2). */
export const IMS_METADATA: MetadataDialect = {
	name: named,
	words: string,
	term: (term) => [element('imsmd:source', bare('LOMv1.0')), element('imsmd:value', bare(inItsCase(term)))],
	source: bare,
	entity: (card) => element('imsmd:centity', [element('imsmd:vcard', card)]),
	duration: (duration) => [element('imsmd:datetime', duration)]
};
