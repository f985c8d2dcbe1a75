import type { Module } from '#lib/module/module.ts';
import { xml } from './xml.ts';

/** `titleType` in imscp_rootv1p1p2.xsd. Moodle takes 255. */
const LONGEST = 200;

/**
 * `imsmanifest.xml` for SCORM 1.2 (CAM 2.3): one organisation, one SCO, and every
 * file of the package in its resource, with IMS metadata 1.2.1.
 *
 * @param files every other file of the package but the control documents
 */
export function manifest12(module: Module, version: string, files: string[]): string {
	// A character of 2 units must not be cut in half.
	const title = xml(module.title.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, ''));
	const language = xml(module.lang);
	const says = (text: string) => `<imsmd:langstring xml:lang="${language}">${xml(text)}</imsmd:langstring>`;
	const from = (value: string) =>
		`<imsmd:source><imsmd:langstring xml:lang="x-none">LOMv1.0</imsmd:langstring></imsmd:source><imsmd:value><imsmd:langstring xml:lang="x-none">${value}</imsmd:langstring></imsmd:value>`;
	return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="alongside.${module.slug}" version="${version.slice(0, 20)}"
	xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
	xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
	xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
	xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
	xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
	<metadata>
		<schema>ADL SCORM</schema>
		<schemaversion>1.2</schemaversion>
		<imsmd:lom>
			<imsmd:general>
				<imsmd:title>${says(module.title)}</imsmd:title>
				<imsmd:language>${language}</imsmd:language>
				<imsmd:description>${says(module.summary)}</imsmd:description>
				<imsmd:keyword>${says('peer work')}</imsmd:keyword>
			</imsmd:general>
			<imsmd:lifecycle>
				<imsmd:version>${says(version)}</imsmd:version>
			</imsmd:lifecycle>
			<imsmd:technical>
				<imsmd:format>text/html</imsmd:format>
			</imsmd:technical>
			<imsmd:educational>
				<imsmd:typicallearningtime><imsmd:datetime>PT${module.minutes}M</imsmd:datetime></imsmd:typicallearningtime>
			</imsmd:educational>
			<imsmd:rights>
				<imsmd:copyrightandotherrestrictions>${from('yes')}</imsmd:copyrightandotherrestrictions>
				<imsmd:description>${says('Uses ideas from Robertson and others (2024), doi 10.1108/MHSI-02-2024-0023, CC BY 4.0. The sources are named on the first page.')}</imsmd:description>
			</imsmd:rights>
		</imsmd:lom>
	</metadata>
	<organizations default="organisation">
		<organization identifier="organisation">
			<title>${title}</title>
			<item identifier="item" identifierref="module" isvisible="true">
				<title>${title}</title>
			</item>
		</organization>
	</organizations>
	<resources>
		<resource identifier="module" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `			<file href="${xml(encodeURI(file))}"/>`).join('\n')}
		</resource>
	</resources>
</manifest>
`;
}
