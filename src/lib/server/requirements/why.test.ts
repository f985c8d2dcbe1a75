import { expect, test } from 'vitest';
import { why } from './why.ts';

const ONCE = { id: 1, audience: 'all-staff', module: 'alongside', withinDays: 30, startsOn: '2026-01-01' };
const YEARLY = { ...ONCE, renewMonths: 12 };
const SHORTER = { ...YEARLY, instead: 'update' };
const titleOf = (slug: string) => (slug === 'update' ? 'A short update' : 'Working alongside');

test.each([
	['All staff do this within 30 days of starting.', ONCE, 'alongside'],
	['All staff do this within 1 day of starting.', { ...ONCE, withinDays: 1 }, 'alongside'],
	['All staff do this before they start.', { ...ONCE, withinDays: 0 }, 'alongside'],
	['All staff do this within 30 days of starting, and again every 12 months.', YEARLY, 'alongside'],
	['All staff do this within 30 days of starting, and again every month.', { ...YEARLY, renewMonths: 1 }, 'alongside'],
	['All staff do this within 30 days of starting, and then "A short update" every 12 months.', SHORTER, 'alongside'],
	['All staff do this every 12 months after they have done "Working alongside".', SHORTER, 'update'],
	['All staff do this within 30 days of starting, and again every 12 months.', { ...SHORTER, insteadGone: true as const }, 'alongside']
])('%s', (sentence, requirement, asked) => {
	expect(why(requirement, asked, 'All staff', titleOf)).toBe(sentence);
});
