import { expect, test } from 'vitest';
import { checkBy, stateOf } from './checking.ts';

test.each([
	['2026-11-23', '2027-11-23'],
	['2026-01-31', '2027-01-31'],
	['2028-02-29', '2029-02-28'],
	['2027-02-28', '2028-02-28']
])('what was checked on %s counts until %s', (date, last) => {
	expect(checkBy(date)).toBe(last);
});

test('an entry is missing, stale, checked or no longer named, and stale on the day after its last', () => {
	const entry = (text: string, checkedOn: string | null) => ({ text, keptBy: '', checkedOn });
	expect(stateOf(entry('', null), true, '2026-11-23')).toBe('missing');
	expect(stateOf(entry('Text', null), true, '2026-11-23')).toBe('stale');
	expect(stateOf(entry('Text', '2025-11-23'), true, '2026-11-23')).toBe('checked');
	expect(stateOf(entry('Text', '2025-11-22'), true, '2026-11-23')).toBe('stale');
	expect(stateOf(entry('Text', '2026-11-23'), false, '2026-11-23')).toBe('unnamed');
});
