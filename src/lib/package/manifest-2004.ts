import type { ManifestDialect } from './manifest.ts';
import { LOM } from './metadata-2004.ts';
import { element, type Element } from './xml.ts';

/** SCORM 2004, whose 3rd and 4th edition differ in their schemas and in nothing that is used here. */
const SCORM_2004: Omit<ManifestDialect, 'schemaversion'> = {
	// Moodle finds the elements by these very prefixes.
	namespaces: [
		{ prefix: '', uri: 'http://www.imsglobal.org/xsd/imscp_v1p1', schema: 'imscp_v1p1.xsd' },
		{ prefix: 'adlcp', uri: 'http://www.adlnet.org/xsd/adlcp_v1p3', schema: 'adlcp_v1p3.xsd' },
		{ prefix: 'adlseq', uri: 'http://www.adlnet.org/xsd/adlseq_v1p3', schema: 'adlseq_v1p3.xsd' },
		{ prefix: 'adlnav', uri: 'http://www.adlnet.org/xsd/adlnav_v1p3', schema: 'adlnav_v1p3.xsd' },
		{ prefix: 'imsss', uri: 'http://www.imsglobal.org/xsd/imsss', schema: 'imsss_v1p0.xsd' },
		{ prefix: 'lom', uri: 'http://ltsc.ieee.org/xsd/LOM' }
	],
	metadata: LOM,
	scormType: 'adlcp:scormType',
	// The learning system may start the one thing that there is by itself, or let people choose it.
	inOrganisation: [element('imsss:sequencing', [element('imsss:controlMode', [], { choice: 'true', flow: 'true' })])],
	inItem: (passMark) => [sequencing(passMark), NAVIGATION]
};

/** Nothing comes before or after the module, so those buttons of the learning system would lead nowhere. */
const NAVIGATION = element('adlnav:presentation', [element('adlnav:navigationInterface', ['continue', 'previous'].map((button) => element('adlnav:hideLMSUI', button)))]);

/** The module says itself when it is complete and passed; left to itself, a learning system takes its end for both (SN, End Attempt Process). */
function sequencing(passMark: number | undefined): Element {
	const objective = (measure: number) =>
		element('imsss:primaryObjective', [element('imsss:minNormalizedMeasure', String(measure))], { objectiveID: 'module', satisfiedByMeasure: 'true' });
	return element('imsss:sequencing', [
		...(passMark === undefined ? [] : [element('imsss:objectives', [objective(passMark / 100)])]),
		element('imsss:deliveryControls', [], { completionSetByContent: 'true', objectiveSetByContent: 'true' })
	]);
}

export const SCORM_2004_3: ManifestDialect = { schemaversion: '2004 3rd Edition', ...SCORM_2004 };
export const SCORM_2004_4: ManifestDialect = { schemaversion: '2004 4th Edition', ...SCORM_2004 };
