import { findAll, readXml, type Read } from './xml.ts';

/** What the lists of IEEE 1484.12.1 allow, of the words that a package uses. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
	status: ['draft', 'final', 'revised', 'unavailable'],
	role: [
		...['author', 'publisher', 'unknown', 'initiator', 'terminator', 'validator', 'editor', 'graphical designer', 'technical implementer', 'content provider'],
		...['technical validator', 'educational validator', 'script writer', 'instructional designer', 'subject matter expert']
	],
	copyrightAndOtherRestrictions: ['yes', 'no'],
	purpose: [
		...['discipline', 'idea', 'prerequisite', 'educational objective', 'accessibility restrictions', 'educational level', 'skill level', 'security level'],
		'competency'
	]
};

/** What may be in an element: other elements in this order (`*` any number of times, else at most once), words, or plain text of a form. */
type Content = string | RegExp;
const WORDS = '|string*';
const TERM = '|source value';
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const DURATION = /^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** The elements of IEEE 1484.12.3 by their path, in the order of IEEE 1484.12.1. */
const ELEMENTS: Readonly<Record<string, Content>> = {
	lom: '|general lifeCycle metaMetadata technical educational rights relation* annotation* classification*',
	'lom/general': '|identifier* title language* description* keyword* coverage* structure aggregationLevel',
	'lom/general/title': WORDS,
	'lom/general/language': LANGUAGE,
	'lom/general/description': WORDS,
	'lom/general/keyword': WORDS,
	'lom/lifeCycle': '|version status contribute*',
	'lom/lifeCycle/version': WORDS,
	'lom/lifeCycle/status': TERM,
	'lom/lifeCycle/contribute': '|role entity* date',
	'lom/lifeCycle/contribute/role': TERM,
	'lom/lifeCycle/contribute/entity': /^BEGIN:VCARD\nVERSION:3\.0\nFN:.+\nN:.*\nEND:VCARD$/,
	'lom/technical': '|format* size location* requirement* installationRemarks otherPlatformRequirements duration',
	'lom/technical/format': /^[a-z]+\/[a-z0-9.+-]+$/,
	'lom/technical/installationRemarks': WORDS,
	'lom/educational':
		'|interactivityType learningResourceType* interactivityLevel semanticDensity intendedEndUserRole* context* typicalAgeRange* difficulty typicalLearningTime description* language*',
	'lom/educational/typicalLearningTime': '|duration description',
	'lom/educational/typicalLearningTime/duration': DURATION,
	'lom/rights': '|cost copyrightAndOtherRestrictions description',
	'lom/rights/copyrightAndOtherRestrictions': TERM,
	'lom/rights/description': WORDS,
	'lom/classification': '|purpose taxonPath* description keyword*',
	'lom/classification/purpose': TERM,
	'lom/classification/taxonPath': '|source taxon*',
	'lom/classification/taxonPath/source': WORDS,
	'lom/classification/taxonPath/taxon': '|id entry',
	'lom/classification/taxonPath/taxon/entry': WORDS
};

/** What is wrong with the metadata in a manifest of SCORM 2004. */
export function lomErrors(manifest: string): string[] {
	const found = findAll(readXml(manifest), 'metadata/lom:lom');
	return found.length === 1 ? errorsIn(found[0]!, '') : [`${found.length} times lom:lom`];
}

function errorsIn(read: Read, above: string): string[] {
	const path = `${above}${read.name.replace(/^lom:/, '')}`;
	if (!read.name.startsWith('lom:')) return [`${path}: not of this namespace`];
	const content = ELEMENTS[path];
	if (content === undefined) return [`${path}: not known here`];
	if (content instanceof RegExp) return read.children.length === 0 && content.test(read.text) ? [] : [`${path}: ${read.text}`];
	if (read.text.trim() !== '') return [`${path}: text beside elements`];
	if (content === WORDS) return read.children.length > 0 ? read.children.flatMap((string) => errorsInWords(string, path)) : [`${path}: no words`];
	if (content === TERM) return errorsInTerm(read, path);
	return [...errorsInOrder(read, content.slice(1).split(' '), path), ...read.children.flatMap((child) => errorsIn(child, `${path}/`))];
}

function errorsInWords({ name, attributes, text, children }: Read, path: string): string[] {
	const sound = name === 'lom:string' && LANGUAGE.test(attributes.language ?? '') && Object.keys(attributes).length === 1 && children.length === 0;
	return sound ? [] : [`${path}: ${name} ${JSON.stringify(attributes)} ${text}`];
}

function errorsInTerm({ name, children }: Read, path: string): string[] {
	const [source, value, ...more] = children;
	const known = VOCABULARIES[name.replace(/^lom:/, '')] ?? [];
	const sound = source?.name === 'lom:source' && source.text === 'LOMv1.0' && value?.name === 'lom:value' && known.includes(value.text) && more.length === 0;
	return sound ? [] : [`${path}: ${children.map(({ text }) => text).join(' ')}`];
}

function errorsInOrder({ children }: Read, allowed: string[], path: string): string[] {
	const places = children.map(({ name }) => allowed.findIndex((known) => `lom:${known.replace('*', '')}` === name));
	return children.flatMap(({ name }, index) => {
		const place = places[index]!;
		if (place < 0) return [`${path}: ${name} does not belong here`];
		const before = places[index - 1] ?? -1;
		const again = before === place && !allowed[place]!.endsWith('*');
		return before > place || again ? [`${path}: ${name} is out of order or there again`] : [];
	});
}
