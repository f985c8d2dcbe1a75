import { expect, test } from 'vitest';
import { EQUALITY } from './equality.ts';

const phrases = EQUALITY.map(({ phrase }) => phrase);

test('unkind words are taken, and jobs named after men', () => {
	expect(phrases).toEqual(expect.arrayContaining(['spastic', 'retard', 'wheelchair bound', 'chairman', 'spokesmen']));
});

test('an insult is not changed into another', () => {
	expect(EQUALITY.find(({ phrase }) => phrase === 'retard')).toEqual({ phrase: 'retard', instead: [] });
});

test('words that everybody needs, or that are right here, are not', () => {
	for (const word of ['he', 'she', 'mother', 'woman', 'women', 'man', 'men', 'easy', 'just', 'mental', 'disabled', 'special', 'midwife', 'host', 'king', 'ombudsman', 'gypsy', 'depressed', 'bipolar']) {
		expect(phrases).not.toContain(word);
	}
});
