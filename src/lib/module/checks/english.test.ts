import { describe, expect, test } from 'vitest';
import { isEnglish, readingAge, sentencesOf, syllables } from './english.ts';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
	test.each([
		['One. Two! Three?', ['One.', 'Two!', 'Three?']],
		['If you are in danger, call 999. If not, wait.', ['If you are in danger, call 999.', 'If not, wait.']],
		['It is the service they work in. They may ask.', ['It is the service they work in.', 'They may ask.']],
		['In 2015/16. Then more.', ['In 2015/16.', 'Then more.']],
		['Dr. Smith and A. Jones came.', ['Dr. Smith and A. Jones came.']],
		['"Did not want it." She said why.', ['"Did not want it."', 'She said why.']],
		['', []],
		['…', []]
	])('of %j', (text, expected) => {
		expect(split(text)).toEqual(expected);
	});

	test('know their words and where these stand', () => {
		const text = '  You  don\'t\nhave to.';
		const [only] = sentencesOf(text);
		expect(only!.words.map((word) => [word.text, text.indexOf(word.text)])).toEqual(only!.words.map((word) => [word.text, word.start]));
		expect(only!.words.map((word) => word.text)).toEqual(['You', 'don\'t', 'have', 'to']);
	});

	test('are not looked for in what is no text for people', () => {
		expect(sentencesOf('word '.repeat(1500))).toEqual([]);
	});
});

test('the reading age grows with long words and long sentences', () => {
	const ages = ['You can ask. It is fine.', 'You can always ask your manager about it, and it is quite all right.', 'Organisational responsibility necessitates interdisciplinary collaboration.'].map((text) => readingAge(sentencesOf(text)));
	expect(ages).toEqual(ages.toSorted((a, b) => a - b));
	expect(ages[0]).toBeLessThan(9);
	expect(ages[2]).toBeGreaterThan(18);
});

test('syllables are counted, and a number is one', () => {
	expect(['tea', 'manager', '1961', 'reflective'].map(syllables)).toEqual([1, 3, 1, 3]);
});

test('English is English wherever it is spoken', () => {
	expect(['en', 'en-GB', 'EN-us', 'cy', 'enm'].map(isEnglish)).toEqual([true, true, true, false, false]);
});
