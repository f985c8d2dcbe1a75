import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.ts';

const KEY = randomBytes(32);

test('opens what was sealed with the same key for the same purpose, and nothing else', () => {
	const sealed = seal(KEY, 'one', { words: 'é, "b"' });
	expect(unseal(KEY, 'one', sealed)).toEqual({ words: 'é, "b"' });
	expect(unseal(KEY, 'other', sealed)).toBeUndefined();
	expect(unseal(randomBytes(32), 'one', sealed)).toBeUndefined();
});

test('opens nothing that was changed anywhere, or written in another way', () => {
	const sealed = seal(KEY, 'one', 'words');
	const changed = [...sealed].map((letter, index) => sealed.slice(0, index) + (letter === 'A' ? 'B' : 'A') + sealed.slice(index + 1));
	for (const text of [...changed, `${sealed}=`, ` ${sealed}`, sealed.slice(0, -4), '', 'é']) expect(unseal(KEY, 'one', text), text).toBeUndefined();
});
