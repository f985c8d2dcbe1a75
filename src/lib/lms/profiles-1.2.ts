import * as format from './formats-1.2.ts';
import { matching, type Format } from './format.ts';
import type { Profile } from './profile.ts';

/** ESR's adapter answers 401 to everything else. */
const ESR: Profile = {
	only: [
		...['student_id', 'student_name', 'lesson_location', 'credit', 'lesson_status', 'entry', 'score.raw', 'total_time', 'lesson_mode', 'exit', 'session_time'].map((name) => `cmi.core.${name}`),
		'cmi.suspend_data',
		'cmi.launch_data',
		'cmi.comments'
	]
};

/** The Learning Hub's parser crashes on hours of one digit and drops the first of fewer than four. Of suspend_data it takes less than its limit, and so does the judge of everybody. */
const LEARNING_HUB: Profile = {
	narrows: new Map([[format.timespan, matching(/^\d{4}:/, 'hours of 4 digits, minutes and seconds such as 0000:05:00: the Learning Hub crashes on less')]])
};

const SHORT_DECIMAL = /^-?\d{1,3}(\.\d+)?$/;

/** Moodle's CMIDecimal has at most 3 digits before the point. */
const MOODLE: Profile = {
	narrows: new Map<Format, Format>([
		[format.decimal, matching(SHORT_DECIMAL, 'a number with at most 3 digits before the point')],
		[format.result, matching(/^([a-z]+|\d{1,3}(\.\d+)?)$/, '"correct", "wrong", "unanticipated", "neutral" or a number from 0 with at most 3 digits before the point')]
	])
};

/** What certain LMSs take of SCORM 1.2. */
export const PROFILES_12 = { full: {}, esr: ESR, 'learning-hub': LEARNING_HUB, moodle: MOODLE } as const satisfies Record<string, Profile>;
