import * as scormAgain from 'scorm-again/scorm2004/min';
import type { Api2004 } from './api-2004.ts';
import { launch, toKeep } from './saved-2004.ts';
import { LEARNER } from './saved.ts';
import { keeping, SETTINGS, type ScormAgain, type ScormAgainOptions } from './scorm-again.ts';

// Its types speak of a default export, and there is none.
const { Scorm2004API } = scormAgain as unknown as typeof import('scorm-again');

export type ScormAgain2004 = ScormAgain<Api2004>;

/** scorm-again 3.4 as a SCORM 2004 LMS that keeps what is committed. */
export function scormAgain2004({ saved = {}, learner = LEARNER }: ScormAgainOptions = {}): ScormAgain2004 {
	const api = new Scorm2004API(SETTINGS);
	const snapshot = keeping(api, 'Commit', saved, launch(saved, learner, 'normal', 'kept', {}), toKeep);
	return { api: api as unknown as Api2004, snapshot };
}
