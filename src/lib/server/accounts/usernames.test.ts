import { expect, test } from 'vitest';
import { usernameAs } from './usernames.ts';

test.each([' nurse', 'NURSE\t', 'ｎｕｒｓｅ', '\u00a0Nurse\u00a0'])('reads %j as nurse', (typed) => {
	expect(usernameAs(typed)).toBe('nurse');
});

test('keeps letters that only look alike apart', () => {
	expect(usernameAs('nur\u0455e')).not.toBe('nurse'); // Cyrillic dze
});
