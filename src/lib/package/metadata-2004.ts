import type { MetadataDialect } from './metadata.ts';
import { element } from './xml.ts';

const string = (text: string, language: string) => [element('lom:string', text, { language })];

/** IEEE learning object metadata (1484.12.3), which SCORM 2004 uses. */
export const LOM: MetadataDialect = {
	name: (name) => `lom:${name}`,
	words: string,
	term: (term) => [element('lom:source', 'LOMv1.0'), element('lom:value', term)],
	// The name of a register is a name in every language.
	source: (name) => string(name, 'en-GB'),
	entity: (card) => element('lom:entity', card),
	duration: (duration) => [element('lom:duration', duration)]
};
