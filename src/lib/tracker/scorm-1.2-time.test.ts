import { expect, test } from 'vitest';
import { timespan as format } from '#lib/lms/formats-1.2.ts';
import { timespan } from './scorm-1.2-time.ts';

test.each([
	[0, '0000:00:00'],
	[999, '0000:00:00'],
	[61_000, '0000:01:01'],
	[3_600_000 * 10, '0010:00:00'],
	[-5, '0000:00:00'],
	[Number.MAX_SAFE_INTEGER, '9999:59:59']
])('%i milliseconds are %s, with four digits of hours', (milliseconds, text) => {
	expect(timespan(milliseconds)).toBe(text);
	expect(format.accepts(text)).toBe(true);
});
