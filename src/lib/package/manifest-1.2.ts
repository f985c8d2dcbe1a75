import type { ManifestDialect } from './manifest.ts';
import { IMS_METADATA } from './metadata-1.2.ts';
import { element } from './xml.ts';

/** SCORM 1.2 (CAM 2.3). */
export const SCORM_12: ManifestDialect = {
	schemaversion: '1.2',
	namespaces: [
		{ prefix: '', uri: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', schema: 'imscp_rootv1p1p2.xsd' },
		{ prefix: 'adlcp', uri: 'http://www.adlnet.org/xsd/adlcp_rootv1p2', schema: 'adlcp_rootv1p2.xsd' },
		{ prefix: 'imsmd', uri: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', schema: 'imsmd_rootv1p2p1.xsd' }
	],
	metadata: IMS_METADATA,
	scormType: 'adlcp:scormtype',
	inOrganisation: [],
	// Where there is one, an LMS decides by it at the end, whatever status it was given (Moodle does).
	inItem: (passMark) => (passMark === undefined ? [] : [element('adlcp:masteryscore', String(passMark))])
};
