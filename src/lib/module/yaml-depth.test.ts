import { expect, test } from 'vitest';
import { findDeep } from './yaml-depth.ts';

test.each<[string, number | undefined]>([
	['', undefined],
	['a: b', undefined],
	['a: [b]', undefined],
	['a:\n  b: c', undefined],
	['a: [[b]]', 5],
	['- - - b', 6],
	['a:\n  b:\n    c: d', 15],
	['a: b\n---\n{c: [[d]]}', 15]
])('%j goes deeper than 2 at %s', (text, at) => {
	expect(findDeep(text, 2)).toBe(at);
});

test.each(['[', '{a: ', '? ', '- ', '? [ - '])('%j without end is found, whatever room there is', (opening) => {
	expect(findDeep(opening.repeat(20_000), 20)).toBeGreaterThan(0);
});
