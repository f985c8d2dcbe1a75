import { expect, test } from 'vitest';
import { hashVersion } from './hash.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the same content has the same hash, in whatever order its files are named', () => {
	const one = hashVersion('text', new Map([['a.png', bytes('a')], ['b.png', bytes('b')]]));
	const other = hashVersion('text', new Map([['b.png', bytes('b')], ['a.png', bytes('a')]]));
	expect(one).toBe(other);
	expect(one).toMatch(/^[0-9a-f]{64}$/);
});

test('content that reads the same end to end, but is divided otherwise, has another hash', () => {
	const hashes = [
		hashVersion('ab', new Map()),
		hashVersion('a', new Map([['b', bytes('')]])),
		hashVersion('a', new Map([['', bytes('b')]])),
		hashVersion('', new Map([['a', bytes('b')]])),
		hashVersion('', new Map([['ab', bytes('')]]))
	];
	expect(new Set(hashes).size).toBe(hashes.length);
});
