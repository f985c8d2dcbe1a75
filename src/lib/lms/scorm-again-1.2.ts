import * as scormAgain from 'scorm-again/scorm12/min';
import type { Api12 } from './api-1.2.ts';
import { launch, toKeep, type Saved12 } from './saved-1.2.ts';

// Its types speak of a default export, and there is none.
const { Scorm12API } = scormAgain as unknown as typeof import('scorm-again');

/** A second LMS, the work of others and more lenient than the judge. */
export interface ScormAgain12 {
	api: Api12;
	/** What was last committed. */
	snapshot(): Saved12;
}

/** scorm-again 3.4 as a SCORM 1.2 LMS that keeps what is committed. */
export function scormAgain12({ saved = {}, learner = { id: 'learner-1', name: 'Learner, Example' } }: { saved?: Saved12; learner?: { id: string; name: string } } = {}): ScormAgain12 {
	// `mastery_override` is on as soon as there are settings, and would turn "completed" into "failed".
	const api = new Scorm12API({ autocommit: false, mastery_override: false, logLevel: 5 });
	const before = launch(saved, learner, 'normal', 'kept');
	let kept = saved;
	api.loadFromFlattenedJSON(before);
	api.on('LMSCommit', () => {
		const texts = Object.entries(api.getFlattenedCMI()).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
		kept = toKeep(Object.fromEntries(texts), before);
	});
	return { api: api as unknown as Api12, snapshot: () => kept };
}
