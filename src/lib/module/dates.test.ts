import { expect, test } from 'vitest';
import { longDate, readDate } from './dates.ts';

test.each([
	['3 March 2026', '2026-03-03'],
	['03 march 2026', '2026-03-03'],
	['3 Mar 2026', '2026-03-03'],
	['2026-03-03', '2026-03-03'],
	['29 February 2028', '2028-02-29'],
	['29 February 2027', undefined],
	['31 June 2026', undefined],
	['3 M 2026', undefined],
	['3/3/2026', undefined],
	['March 2026', undefined],
	['2026-13-01', undefined],
	['2026-3-3', undefined],
	['soon', undefined],
	['', undefined]
])('%j is %s', (text, date) => {
	expect(readDate(text)).toBe(date);
});

test('a date in words can be read again', () => {
	expect(longDate('2026-03-03')).toBe('3 March 2026');
	expect(readDate(longDate('2028-12-31'))).toBe('2028-12-31');
});
