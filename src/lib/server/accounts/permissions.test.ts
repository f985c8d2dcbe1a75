import { expect, test } from 'vitest';
import { may } from './permissions.ts';

test('lets people do what they have the permission for, and nothing that it might seem to include', () => {
	const administrator = { permissions: ['administrator' as const] };
	expect(may(administrator, 'administrator')).toBe(true);
	expect(may(administrator, 'sensitive-lists')).toBe(false);
	expect(may({ permissions: [] }, 'author')).toBe(false);
});
