import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test('a short line is shown as a whole', () => {
	expect(excerptOf('See <b>this</b>.', { column: 5, length: 3 })).toEqual({ before: 'See ', words: '<b>', after: 'this</b>.' });
	expect(excerptOf('See this.', {})).toEqual({ before: '', words: '', after: 'See this.' });
	expect(excerptOf('See', { column: 9, length: 2 })).toEqual({ before: 'See', words: '', after: '' });
});

test('where something is left out of a long line, it says so', () => {
	const line = `${'a'.repeat(100)}<b>${'z'.repeat(200)}`;
	expect(excerptOf(line, { column: 101, length: 3 })).toEqual({ before: `…${'a'.repeat(40)}`, words: '<b>', after: `${'z'.repeat(117)}…` });
	expect(excerptOf(line, { column: 1, length: 200 })).toEqual({ before: '', words: line.slice(0, 120), after: '…' });
	expect(excerptOf(line, { column: 303, length: 1 })).toEqual({ before: `…${'z'.repeat(40)}`, words: 'z', after: '' });
	expect(excerptOf(line, {})).toEqual({ before: '', words: '', after: `${line.slice(0, 120)}…` });
});

test('a line is cut through no letter', () => {
	const { before, words, after } = excerptOf(`a${'\u{1f375}'.repeat(500)}`, { column: 602, length: 2 })!;
	expect(before + words + after).toMatch(/^…\u{1f375}+…$/u);
});

test('there is nothing to see on an empty line or in a file that is not text', () => {
	expect([' ', '\0'].map((line) => excerptOf(line, {}))).toEqual([undefined, undefined]);
});
