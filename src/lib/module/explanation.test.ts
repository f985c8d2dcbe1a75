import { expect, test } from 'vitest';
import { CODES, explanationOf } from './explanation.ts';

const all = CODES.map(explanationOf);

test('every code says why it matters, in 1 to 3 sentences', () => {
	const sentences = (text: string) => text.match(/[.?](?=["\s]|$)/g)?.length ?? 0;
	expect(all.filter(({ why }) => sentences(why) < 1 || sentences(why) > 3 || !/[.?]$/.test(why)).map(({ code }) => code)).toEqual([]);
});

test('an example changes something', () => {
	expect(all.filter(({ example }) => example && (example.before === example.after || !example.before || !example.after)).map(({ code }) => code)).toEqual([]);
});

test('a message reads as a sentence also where nothing was found', () => {
	expect(all.filter(({ problem }) => /undefined|\.…+$/.test(problem)).map(({ code }) => code)).toEqual([]);
	expect(explanationOf('block-unknown').problem).toBe('There is no block called `…`.');
});
