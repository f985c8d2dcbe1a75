import { expect, test } from 'vitest';
import { findings, placesOf } from './trial.ts';

const sentence = (words: number) => `You ${'can '.repeat(words - 2)}ask.`;

test('a sentence of 25 words is left alone, and one of 26 is not', () => {
	expect(placesOf('sentence-long', `# Page\n\n${sentence(25)} ${sentence(26)}\n`)).toEqual([sentence(26)]);
	expect(findings(`# Page\n\n- ${sentence(26)}\n`)[0]!.problem).toBe('The sentence "You can can can can can …" has 26 words.');
});

test('items of a list are sentences of their own', () => {
	expect(placesOf('sentence-long', `# Page\n\nYou could:\n\n${'- ask for a break\n'.repeat(10)}`)).toEqual([]);
});

test('voices and other languages are left alone', () => {
	expect(placesOf('sentence-long', `# Page\n\n:::voice\n${sentence(40)}\n:::\n`)).toEqual([]);
	expect(placesOf('sentence-long', `# Page\n\n${sentence(40)}\n`, { lang: 'cy' })).toEqual([]);
});
