import { hash, parseOptions, verify } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { checkPassword, hashPassword, LONGEST_PASSWORD } from './passwords.ts';

// The real one, watched.
vi.mock('@node-rs/argon2', { spy: true });

test('knows the right password from a wrong one', async () => {
	const stored = await hashPassword('a long walk by the river');
	expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await checkPassword(stored, 'a long walk by the river')).toBe(true);
	expect(await checkPassword(stored, 'A long walk by the river')).toBe(false);
});

test('never gives the same hash twice', async () => {
	expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
});

test('takes a password in either way of writing an accent', async () => {
	const stored = await hashPassword('caf\u00e9');
	expect(await checkPassword(stored, 'cafe\u0301')).toBe(true);
});

test('refuses everybody where there is no password', async () => {
	expect(await checkPassword(null, '')).toBe(false);
	expect(await checkPassword(undefined, '')).toBe(false);
});

test('does not look at a password that is too long', async () => {
	const long = 'a'.repeat(LONGEST_PASSWORD + 1);
	await expect(hashPassword(long)).rejects.toThrow('at most 256 characters');
	expect(await checkPassword(await hash(long), long)).toBe(false);
});

test.each([
	['no account', undefined, 'wrong'],
	['no password', null, 'wrong'],
	['a password that is too long', 'stored', 'x'.repeat(300)]
])('works as hard for %s as for a wrong password', async (_, stored, password) => {
	const real = await hashPassword('right');
	vi.mocked(verify).mockClear();
	await checkPassword(stored === 'stored' ? real : stored, password);
	expect(verify).toHaveBeenCalledOnce();
	const [checked] = vi.mocked(verify).mock.lastCall!;
	expect(parseOptions(checked)).toEqual(parseOptions(real));
});
