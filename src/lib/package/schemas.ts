import { CONTROL_DOCUMENTS } from './assets.ts';
import { DIALECTS } from './dialects.ts';
import type { Namespace } from './manifest.ts';
import type { Scorm } from './standards.ts';

/**
 * What the schemas of a standard mind in manifests.
 *
 * @returns the messages for each manifest, in the order of the manifests; asked
 * for several at once, the schemas are read once
 */
export async function schemaErrors(standard: Scorm, manifests: readonly string[]): Promise<string[][]> {
	// Making a package needs none of this, and it takes a while to load.
	const { validateXML } = await import('xmllint-wasm');
	const { namespaces } = DIALECTS[standard];
	const xml = manifests.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
	const { valid, errors, rawOutput } = await validateXML({ xml, schema: [importing(namespaces)], preload: [...preload(standard), STAND_IN] });
	const found = xml.map(({ fileName }) => errors.flatMap(({ loc, message }) => (loc?.fileName === fileName ? [message] : [])));
	if (!valid && found.every((messages) => messages.length === 0)) throw new Error(`The schemas of ${standard} cannot be read: ${rawOutput}`);
	return found;
}

/** One schema that imports the others, because xmllint takes one and ignores `xsi:schemaLocation`. */
function importing(namespaces: readonly Namespace[]): string {
	const imports = namespaces.map(({ uri, schema }) => `<xs:import namespace="${uri}" schemaLocation="${schema ?? STAND_IN.fileName}"/>`);
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

/** There is no schema for the metadata of SCORM 2004 in its package, and without any its place in the manifest could not be checked. */
const STAND_IN = {
	fileName: 'stand-in.xsd',
	contents: '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://ltsc.ieee.org/xsd/LOM"><xs:element name="lom"/></xs:schema>'
};

/** The schemas as libxml2 takes them: it minds 2 things in those of 2001 that older readers did not. */
function preload(standard: Scorm): { fileName: string; contents: string }[] {
	return Object.entries(CONTROL_DOCUMENTS[standard]).map(([fileName, text]) => ({
		fileName,
		contents: text
			// "The prefix xml must not be declared as the default namespace" (Namespaces in XML 1.0, section 3).
			.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
			// With "any" a metadata element could be itself or an extension (XML Schema part 1, 3.8.6, unique particle attribution).
			.replaceAll('namespace="##any"', 'namespace="##other"')
	}));
}
