import type { Api2004 } from './api-2004.ts';
import { conflict } from './conflicts-2004.ts';
import { MODEL } from './elements-2004.ts';
import { CODES, ERRORS } from './errors-2004.ts';
import { apiOf, NAMES_2004 } from './functions.ts';
import { judge, type Judge, type Options, type Standard } from './judge.ts';
import { PROFILES_2004 } from './profiles-2004.ts';
import { remarksOnEnding, remarksOnValue } from './remarks-2004.ts';
import { evaluated, launch, toKeep } from './saved-2004.ts';
import { LEARNER, type Saved } from './saved.ts';

export type { Finding } from './judge.ts';
export type Judge2004 = Judge<Api2004>;
export interface Options2004 extends Options<keyof typeof PROFILES_2004> {
	/** Elements that come from the manifest or from the LMS, such as `cmi.scaled_passing_score`. */
	manifest?: Saved;
}

const SCORM_2004: Standard = { names: NAMES_2004, version: '1.0', model: MODEL, codes: CODES, errors: ERRORS, conflict, evaluated, remarksOnValue, remarksOnEnding, toKeep };

/** An LMS that takes SCORM 2004 at its word (RTE of the 4th edition, chapters 3 and 4) and writes down everything that it minds. */
export function judge2004(options: Options2004 = {}): Judge2004 {
	const { saved = {}, profile = 'full', learner = LEARNER, mode = 'normal', afterCompletion = 'kept', manifest = {} } = options;
	const before = launch(saved, learner, mode, afterCompletion, manifest);
	const judged = judge(SCORM_2004, { before, saved, mode, profile: PROFILES_2004[profile] });
	return { ...judged, api: apiOf<Api2004>(judged.api, NAMES_2004) };
}
