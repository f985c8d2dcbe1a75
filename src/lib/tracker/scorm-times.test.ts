import { expect, test } from 'vitest';
import { time as formatOfTime, timespan as formatOfTimespan } from '#lib/lms/formats-1.2.ts';
import { time12, time2004, timespan12, timespan2004 } from './scorm-times.ts';

test.each([
	[0, '0000:00:00', 'PT1S'],
	[999, '0000:00:00', 'PT1S'],
	[61_000, '0000:01:01', 'PT61S'],
	[3_600_000 * 10, '0010:00:00', 'PT36000S'],
	[-5, '0000:00:00', 'PT1S'],
	[Number.MAX_SAFE_INTEGER, '9999:59:59', 'PT35999999S']
])('%i milliseconds are %s, with four digits of hours, or %s', (milliseconds, text12, text2004) => {
	expect(timespan12(milliseconds)).toBe(text12);
	expect(formatOfTimespan.accepts(text12)).toBe(true);
	expect(timespan2004(milliseconds)).toBe(text2004);
});

test('a moment is the time of day in SCORM 1.2, and in SCORM 2004 an instant with 2 decimals', () => {
	const at = new Date(2026, 2, 3, 9, 5, 7, 89);
	expect(time12(at)).toBe('09:05:07');
	expect(formatOfTime.accepts(time12(at))).toBe(true);
	expect(time2004(at)).toMatch(/^2026-03-0\dT\d\d:05:07\.00Z$/);
});
