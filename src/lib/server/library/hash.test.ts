import { expect, test } from 'vitest';
import { hashVersion } from './hash.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the same content has the same hash, in whatever order its files are named', () => {
	const one = hashVersion('slug', 'text', new Map([['a.png', bytes('a')], ['b.png', bytes('b')]]));
	const other = hashVersion('slug', 'text', new Map([['b.png', bytes('b')], ['a.png', bytes('a')]]));
	expect(one).toBe(other);
	expect(one).toMatch(/^[0-9a-f]{64}$/);
});

test('content that reads the same end to end, but is divided otherwise, has another hash', () => {
	const hashes = [
		hashVersion('slug', 'ab', new Map()),
		hashVersion('slug', 'a', new Map([['b', bytes('')]])),
		hashVersion('slug', 'a', new Map([['', bytes('b')]])),
		hashVersion('slug', '', new Map([['a', bytes('b')]])),
		hashVersion('slug', '', new Map([['ab', bytes('')]]))
	];
	expect(new Set(hashes).size).toBe(hashes.length);
});

test('two modules with the same content have two versions', () => {
	expect(hashVersion('one', 'text', new Map())).not.toBe(hashVersion('two', 'text', new Map()));
});
