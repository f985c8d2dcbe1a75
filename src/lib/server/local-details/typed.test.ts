import { describe, expect, test } from 'vitest';
import { NOW } from './trial.ts';
import { LONGEST_TEXT, readTyped, showUnseen, tidyText, type Typed } from './typed.ts';

const read = (typed: Partial<Typed>) => readTyped('staff-support', { text: '', keptBy: '', checkedOn: '', ...typed }, NOW);
const words = (typed: Partial<Typed>) => read(typed).problems.map(({ field, words }) => `${field}: ${words}`);

test('what was typed is stored without what nobody sees', () => {
	const { content, problems } = read({ text: '\uFEFF\r\n  \r\nRing us.\r\n\vOr not.  \n\n', keptBy: '  Demo\tpeer\n lead ', checkedOn: ' 3 March 2026 ' });
	expect(problems).toEqual([]);
	expect(content).toEqual({ text: 'Ring us.\n\nOr not.', keptBy: 'Demo peer lead', checkedOn: '2026-03-03' });
});

test.each(['', ' \n\t ', '\u200B\u200E', '\uFEFF'])('%j is nothing', (text) => {
	expect(tidyText(text)).toBe('');
});

test('code at the start keeps its indent', () => {
	expect(tidyText('\n    code\n')).toBe('    code');
});

test.each(['اتصل بنا الآن', '\u202EReversed', 'Ffoniwch ni 👩🏽‍⚕️'])('%j is text like any other', (text) => {
	expect(read({ text, keptBy: text })).toEqual({ content: { text, keptBy: text, checkedOn: null }, problems: [] });
});

describe('what cannot be stored is named, with how to mend it', () => {
	test('a text that is too long', () => {
		expect(words({ text: 'word '.repeat(2000).trim() })).toEqual([]);
		expect(words({ text: 'x'.repeat(LONGEST_TEXT + 1) })).toEqual(['text: The text has 10,001 characters. Make it 10,000 or fewer, and link to the rest']);
	});

	test.each(['\0', '\x07', '\x1B', '\x7F', '\u009F', '\uFFFD', '\uD800'])('the character %j, by its line', (character) => {
		expect(words({ text: `Ring.\n\nUs${character}.` })).toEqual(['text: Line 3 has a character that cannot be shown. Type the words around it again, without the mark \uFFFD']);
		expect(words({ keptBy: `Lead${character}` })).toEqual(['keptBy: Who keeps it has a character that cannot be shown. Type it again']);
		expect(showUnseen(`Us${character}.`)).toBe('Us\uFFFD.');
	});

	test('HTML, a link that leads nowhere and a heading that is the page\'s own', () => {
		expect(words({ text: '<script>alert(1)</script>\n\n[us](javascript:alert(1))\n\n# Us' })).toEqual([
			expect.stringMatching(/^text: Line 1: "<script>alert\(1\)<\/script>" is HTML/),
			expect.stringMatching(/^text: Line 3: The link to "javascript:alert\(1\)" cannot be used\. .*[^.]$/),
			expect.stringMatching(/^text: Line 5: /)
		]);
	});

	test('a keeper that is no role but a story', () => {
		expect(words({ keptBy: 'x'.repeat(101) })).toEqual(['keptBy: Who keeps it has 101 characters. Make it 100 or fewer: the name of a role is enough']);
		expect(words({ keptBy: '👩🏽‍⚕️'.repeat(20) })).toEqual([]);
	});

	test.each(['yesterday', '31 February 2026', '23/11/2026', 'x'.repeat(10_000), '2026-11-23T09:00'])('the date %j', (checkedOn) => {
		expect(words({ checkedOn })).toEqual(['checkedOn: Write the date on which it was last checked like this: 23 November 2026']);
	});

	test('a date that is still to come', () => {
		expect(words({ checkedOn: '23 November 2026' })).toEqual([]);
		expect(words({ checkedOn: '24 November 2026' })).toEqual(['checkedOn: The date on which it was last checked must be today or before today']);
	});

	test('everything at once', () => {
		expect(read({ text: '<b>', keptBy: '\0', checkedOn: '?' }).problems.map(({ field }) => field)).toEqual(['text', 'keptBy', 'checkedOn']);
	});
});
