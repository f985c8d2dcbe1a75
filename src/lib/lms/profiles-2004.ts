import * as format from './formats-2004.ts';
import { matching, type Format } from './format.ts';
import type { Profile } from './profile.ts';

const ID = '[\\w.]{1,250}';
/** Parts of this form with [,] between them, and at least one: Moodle takes no empty answer. */
const parts = (part: string, words: string) => matching(new RegExp(`^(\\{order_matters=(true|false)\\})?${part}(\\[,\\]${part})*$`), `${words} of letters, digits, _ and . with [,] between them`);
const steps = parts(`(${ID})?\\[\\.\\](${ID}|-?\\d+(\\.\\d+)?)?`, 'steps such as open[.]1');
const oneLine = matching(/^.*$/, 'text on one line');
const number = matching(/^-?\d{1,5}(\.\d{1,18})?$/, 'a number with at most 5 digits before the point');

/** Moodle's scorm_13.js. */
const MOODLE: Profile = {
	narrows: new Map<Format, Format>([
		[format.time, matching(/^[^T]*(T[\d:]*(\.\d+(Z|[+-][\d:]+)?)?)?$/, 'a time such as 2026-11-26T10:42:58.00Z, with a fraction where there is a zone')],
		[format.real, number],
		[format.volume, number],
		[format.result, matching(/^([a-z]+|-?\d{1,4}(\.\d{1,18})?)$/, '"correct", "incorrect", "unanticipated", "neutral" or a number with at most 4 digits before the point')],
		[format.responses.choice, parts(ID, 'ids')],
		[format.responses.sequencing, parts(ID, 'ids')],
		[format.responses.matching, parts(`${ID}\\[\\.\\]${ID}`, 'pairs such as 1[.]a')],
		[format.responses.performance, steps],
		[format.patterns.performance, steps],
		[format.responses.likert, matching(new RegExp(`^${ID}$`), 'an id of letters, digits, _ and .')],
		[format.responses['fill-in'], oneLine],
		[format.patterns['fill-in'], oneLine],
		[format.responses['long-fill-in'], oneLine],
		[format.patterns['long-fill-in'], oneLine],
		[format.localized250, oneLine],
		[format.localized4000, oneLine]
	])
};

/** What certain LMSs take of SCORM 2004. */
export const PROFILES_2004 = { full: {}, moodle: MOODLE } as const satisfies Record<string, Profile>;
