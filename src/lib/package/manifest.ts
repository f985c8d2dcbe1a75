import { metadata, type Described, type MetadataDialect } from './metadata.ts';
import { element, writeXml, type Element } from './xml.ts';

/** What goes into a manifest. */
export interface ManifestContents extends Described {
	module: Described['module'] & { slug: string };
	/** Every other file of the package but the control documents. */
	files: readonly string[];
}

/** A namespace, its prefix (none for the manifest's own) and, where the package carries one, its schema. */
export interface Namespace {
	prefix: string;
	uri: string;
	schema?: string;
}

/** What a standard writes in its own way. */
export interface ManifestDialect {
	/** As its learning systems compare it, to the letter. */
	schemaversion: string;
	namespaces: readonly Namespace[];
	metadata: MetadataDialect;
	/** The attribute that says that a resource talks to the learning system. */
	scormType: string;
	/** What the organisation holds beside its item. */
	inOrganisation: readonly Element[];
	/** What the item holds beside its title. */
	inItem: (passMark: number | undefined) => readonly Element[];
}

/** `titleType` in imscp_rootv1p1p2.xsd; SCORM 2004 has no limit, and Moodle takes 255. */
const LONGEST = 200;

/** As much of a title as a manifest can hold; a character of two units is not cut in half. */
function cut(title: string): string {
	return title.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
}

/** `imsmanifest.xml`: one organisation, one SCO, every file of the package in its resource, and what the package says of itself. */
export function writeManifest(contents: ManifestContents, dialect: ManifestDialect): string {
	const { module, version, files, options } = contents;
	const title = element('title', cut(module.title));
	const item = element('item', [title, ...dialect.inItem(options.passMark)], { identifier: 'item', identifierref: 'module', isvisible: 'true' });
	return writeXml(
		element(
			'manifest',
			[
				element('metadata', [element('schema', 'ADL SCORM'), element('schemaversion', dialect.schemaversion), metadata(contents, dialect.metadata)]),
				element('organizations', [element('organization', [title, item, ...dialect.inOrganisation], { identifier: 'organisation' })], { default: 'organisation' }),
				element('resources', [
					element(
						'resource',
						files.map((file) => element('file', [], { href: encodeURI(file) })),
						{ identifier: 'module', type: 'webcontent', [dialect.scormType]: 'sco', href: 'index.html' }
					)
				])
			],
			{ identifier: `alongside.${module.slug}`, version: version.slice(0, 20), ...declared(dialect.namespaces) }
		)
	);
}

function declared(namespaces: readonly Namespace[]): Record<string, string> {
	return {
		...Object.fromEntries(namespaces.map(({ prefix, uri }) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri])),
		'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
		'xsi:schemaLocation': namespaces.flatMap(({ uri, schema }) => (schema === undefined ? [] : [uri, schema])).join(' ')
	};
}
