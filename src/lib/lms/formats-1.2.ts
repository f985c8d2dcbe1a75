import { matching, oneOf, type Format } from './format.ts';

// The standard says ASCII, and some LMSs count bytes.
const text = (most: number): Format => matching(new RegExp(`^[\\t\\n\\r\\x20-\\x7e]{0,${most}}$`), `at most ${most.toLocaleString('en-GB')} characters of ASCII`);
const whole = (least: number, most: number): Format => ({
	accepts: (value) => /^-?\d+$/.test(value) && Number(value) >= least && Number(value) <= most,
	words: `a whole number from ${least} to ${most}`
});
const numeric = /^-?\d+(\.\d+)?$/;

export const string255 = text(255);
/** One less than the standard's 4,096, because the Learning Hub tests for less than its own limit. */
export const string4096 = text(4095);
export const identifier = matching(/^[\w-]{1,255}$/, 'letters, digits, - and _, at most 255 of them');
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, 'a time of day such as 09:30:00');
export const timespan = matching(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, 'hours, minutes and seconds such as 0000:05:00');
export const decimal = matching(numeric, 'a number');
/** RTE 3.4.5: a score is normalised to 0 to 100, or blank. */
export const score: Format = {
	accepts: (value) => value === '' || (numeric.test(value) && Number(value) >= 0 && Number(value) <= 100),
	words: 'a number from 0 to 100'
};
export const status = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
export const objectiveStatus = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted');
export const exit = oneOf('time-out', 'suspend', 'logout', '');
export const interactionType = oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric');
export const result: Format = {
	accepts: (value) => ['correct', 'wrong', 'unanticipated', 'neutral'].includes(value) || numeric.test(value),
	words: '"correct", "wrong", "unanticipated", "neutral" or a number'
};
export const audio = whole(-1, 100);
export const speed = whole(-100, 100);
export const captions = whole(-1, 1);

/** What an answer looks like, by the type of its interaction (CMIFeedback). */
export const feedback: Readonly<Record<string, Format>> = {
	'true-false': matching(/^[tf01]$/, 't or f'),
	choice: matching(/^[a-z0-9](,[a-z0-9]){0,25}$/, 'single characters with commas between them, such as a,c'),
	'fill-in': string255,
	matching: matching(/^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/, 'pairs such as 1.a,2.b'),
	performance: string255,
	sequencing: matching(/^[a-z0-9](,[a-z0-9])*$/, 'single characters with commas between them, such as a,c,b'),
	likert: matching(/^[a-z0-9]?$/, 'a single character'),
	numeric: decimal
};
