import { SCORM_12 } from './manifest-1.2.ts';
import { SCORM_2004_3, SCORM_2004_4 } from './manifest-2004.ts';
import type { ManifestDialect } from './manifest.ts';
import type { Scorm } from './standards.ts';

/** How each standard writes its manifest. */
export const DIALECTS: Readonly<Record<Scorm, ManifestDialect>> = { 'scorm-1.2': SCORM_12, 'scorm-2004-3': SCORM_2004_3, 'scorm-2004-4': SCORM_2004_4 };
