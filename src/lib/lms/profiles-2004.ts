import * as format from './formats-2004.ts';
import { matching, type Format } from './format.ts';
import type { Profile } from './profile.ts';

const ID = '[\\w.]{1,250}';
const ids = (words: string, part: string) => matching(new RegExp(`^${part}(\\[,\\]${part})*$`), `${words} of letters, digits, _ and . with [,] between them`);
const oneLine = matching(/^.*$/, 'text on one line');
const number = matching(/^-?\d{1,5}(\.\d{1,18})?$/, 'a number with at most 5 digits before the point');

/** Moodle's scorm_13.js. */
const MOODLE: Profile = {
	narrows: new Map<Format, Format>([
		[format.time, matching(/^[^Z+]*(\.\d+(Z|[+-]\d\d(:\d\d)?))?$/, 'a time such as 2026-11-26T10:42:58.00Z, with a fraction where there is a zone')],
		[format.real, number],
		[format.result, matching(/^([a-z]+|-?\d{1,4}(\.\d{1,18})?)$/, '"correct", "incorrect", "unanticipated", "neutral" or a number with at most 4 digits before the point')],
		[format.responses.choice, ids('ids', ID)],
		[format.responses.sequencing, ids('ids', ID)],
		[format.responses.matching, ids('pairs such as 1[.]a', `${ID}\\[\\.\\]${ID}`)],
		[format.responses.likert, matching(new RegExp(`^${ID}$`), 'an id of letters, digits, _ and .')],
		[format.responses['fill-in'], oneLine],
		[format.responses['long-fill-in'], oneLine],
		[format.patterns['long-fill-in'], oneLine],
		[format.localized250, oneLine],
		[format.localized4000, oneLine]
	])
};

/** What certain LMSs take of SCORM 2004. */
export const PROFILES_2004 = { full: {}, moodle: MOODLE } as const satisfies Record<string, Profile>;
