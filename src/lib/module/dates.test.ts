import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, latest, longDate, readDate } from './dates.ts';

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

test.each([
	['2026-01-31', 1, '2026-02-28'],
	['2028-01-31', 1, '2028-02-29'],
	['2026-01-31', 2, '2026-03-31'],
	['2028-02-29', 12, '2029-02-28'],
	['2028-02-29', 48, '2032-02-29'],
	['2026-12-31', 2, '2027-02-28'],
	['2026-03-31', -1, '2026-02-28'],
	['2026-01-15', -13, '2024-12-15']
])('%s and %i months is %s', (date, months, sum) => {
	expect(addMonths(date, months)).toBe(sum);
});

test('days are days, also where the clocks change', () => {
	expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
	expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
	expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
	expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
	expect(latest('2026-01-02', '2025-12-31', '2026-01-10')).toBe('2026-01-10');
});
