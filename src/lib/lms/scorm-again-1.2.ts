import * as scormAgain from 'scorm-again/scorm12/min';
import type { Api12 } from './api-1.2.ts';
import { launch, toKeep } from './saved-1.2.ts';
import { LEARNER } from './saved.ts';
import { keeping, SETTINGS, type ScormAgain, type ScormAgainOptions } from './scorm-again.ts';

// Its types speak of a default export, and there is none.
const { Scorm12API } = scormAgain as unknown as typeof import('scorm-again');

export type ScormAgain12 = ScormAgain<Api12>;

/** scorm-again 3.4 as a SCORM 1.2 LMS that keeps what is committed. */
export function scormAgain12({ saved = {}, learner = LEARNER }: ScormAgainOptions = {}): ScormAgain12 {
	// `mastery_override` is on as soon as there are settings, and would turn "completed" into "failed".
	const api = new Scorm12API(SETTINGS);
	const snapshot = keeping(api, 'LMSCommit', saved, launch(saved, learner, 'normal', 'kept'), toKeep);
	return { api: api as unknown as Api12, snapshot };
}
