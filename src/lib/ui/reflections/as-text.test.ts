import { expect, test } from 'vitest';
import { asText } from './as-text.ts';

const ASKED = { module: 'tea', title: 'Making tea', page: 'cups', number: 2 };

test('a file says the module, the question and what was written, one reflection after the other', () => {
	const blue = { ...ASKED, question: 'Which cup is yours?', text: '\nThe blue one.\nIt was a present. ' };
	expect(asText([blue])).toBe('Making tea\n\nWhich cup is yours?\n\nThe blue one.\nIt was a present.\n');
	expect(asText([blue, { ...ASKED, question: 'Milk?', text: 'No.' }])).toBe('Making tea\n\nWhich cup is yours?\n\nThe blue one.\nIt was a present.\n\n----\n\nMaking tea\n\nMilk?\n\nNo.\n');
});
