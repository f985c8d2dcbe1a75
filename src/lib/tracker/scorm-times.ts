/** How long a sitting took, and when something happened, as each edition of SCORM writes it. */

const two = (number: number) => String(number).padStart(2, '0');
/** The most that SCORM 1.2 can say. */
const MOST = 9999 * 3600 + 3599;

function seconds(milliseconds: number): number {
	return Math.min(Math.max(0, Math.floor(milliseconds / 1000)), MOST);
}

/**
 * Milliseconds as a SCORM 1.2 CMITimespan. Always four digits of hours: the
 * Learning Hub's parser drops the first digit, and one-digit hours crash it.
 */
export function timespan12(milliseconds: number): string {
	const total = seconds(milliseconds);
	return `${String(Math.floor(total / 3600)).padStart(4, '0')}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
}

/** Milliseconds as a SCORM 2004 timeinterval(second,10,2) (RTE 4.1.1.7). Whole seconds, since Moodle refuses 3 decimals; at least one, since some LMSs choke on `PT0S`. */
export function timespan2004(milliseconds: number): string {
	return `PT${Math.max(1, seconds(milliseconds))}S`;
}

/** A time of day as a SCORM 1.2 CMITime, on the learner's own clock. */
export function time12(at: Date): string {
	return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
}

/** An instant as a SCORM 2004 time(second,10,0) (RTE 4.1.1.6). Moodle refuses both 3 digits of a fraction and none at all. */
export function time2004(at: Date): string {
	return at.toISOString().replace(/\.\d+Z$/, '.00Z');
}
