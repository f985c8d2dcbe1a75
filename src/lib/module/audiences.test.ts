import { expect, test } from 'vitest';
import { isSensitive } from './audiences.ts';

test.each([
	['all-staff', false],
	['managers-of-peers', false],
	['staff-of-peer-teams', false],
	['peers', true],
	['experienced-peers', true],
	['a-group-of-our-own', true],
	['constructor', true]
])('that %s is sensitive: %s', (audience, sensitive) => {
	expect(isSensitive(audience)).toBe(sensitive);
});
