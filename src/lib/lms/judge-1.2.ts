import type { Api12 } from './api-1.2.ts';
import { MODEL } from './elements-1.2.ts';
import { CODES, ERRORS } from './errors-1.2.ts';
import { apiOf, NAMES_12 } from './functions.ts';
import { judge, type Judge, type Options, type Standard } from './judge.ts';
import { PROFILES_12 } from './profiles-1.2.ts';
import { remarksOnEnding, remarksOnValue } from './remarks-1.2.ts';
import { launch, toKeep } from './saved-1.2.ts';
import { LEARNER } from './saved.ts';

export type { Finding } from './judge.ts';
export type Judge12 = Judge<Api12>;
export type Options12 = Options<keyof typeof PROFILES_12>;

const SCORM_12: Standard = { names: NAMES_12, version: '3.4', model: MODEL, codes: CODES, errors: ERRORS, remarksOnValue, remarksOnEnding, toKeep };

/** An LMS that takes SCORM 1.2 at its word (RTE, chapter 3) and writes down everything that it minds. */
export function judge12(options: Options12 = {}): Judge12 {
	const { saved = {}, profile = 'full', learner = LEARNER, mode = 'normal', afterCompletion = 'kept' } = options;
	const before = launch(saved, learner, mode, afterCompletion);
	const judged = judge(SCORM_12, { before, saved, mode, profile: PROFILES_12[profile] });
	return { ...judged, api: apiOf<Api12>(judged.api, NAMES_12) };
}
