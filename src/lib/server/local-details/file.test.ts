import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../library/text.ts';
import { LARGEST_FILE, readDetailsFile, writeDetailsFile } from './file.ts';
import { NOW } from './trial.ts';
import { readTyped, tidyText } from './typed.ts';

const read = (text: string) => readDetailsFile(text, NOW);
const problem = (text: string) => {
	const { entries, problems: [first] } = read(text);
	expect(entries).toEqual([]);
	return `${first!.line}: ${first!.words}`;
};

test('a name, a colon and a text is an entry, and says nothing else', () => {
	expect(read('# A remark\nstaff-support: Ring *us*.\npaid-time: |\n  Yes.\n\n  All of it.\n').entries).toEqual([
		{ name: 'staff-support', line: 2, text: 'Ring *us*.' },
		{ name: 'paid-time', line: 3, text: 'Yes.\n\nAll of it.' }
	]);
});

test('what is known of it may stand under a name', () => {
	expect(read('staff-support:\n  text: Ring us.\n  kept-by: Demo lead\n  checked-on: 2026-11-01\npaid-time: { kept-by: Demo lead }\nlockers: ""\n').entries).toEqual([
		{ name: 'staff-support', line: 1, text: 'Ring us.', keptBy: 'Demo lead', checkedOn: '2026-11-01' },
		{ name: 'paid-time', line: 5, keptBy: 'Demo lead' },
		{ name: 'lockers', line: 6, text: '' }
	]);
});

test('JSON and the marks of other editors are read too', () => {
	expect(read('\uFEFF{"paid-time": "Yes."}\r\n').entries).toEqual([{ name: 'paid-time', line: 1, text: 'Yes.' }]);
});

test('remarks alone are a file with nothing in it', () => {
	expect(read('# Nothing yet\n')).toEqual({ entries: [], problems: [] });
});

describe('what cannot be read is named with its line, and nothing of the file is taken', () => {
	test.each([
		['', '1: There is nothing in it.'],
		[' \n', '1: There is nothing in it.'],
		['PK\x03\x04\0\0', '1: This is not a text file in UTF-8. Choose a file that ends in .yaml, or save it again as UTF-8.'],
		['Just a letter.', '1: This is not lines of "name: text".'],
		['- one\n- two', '1: This is not lines of "name: text".'],
		['paid-time: Yes.\n---\nlockers: No.', '2: Another file starts here, below three hyphens. Keep one of the two.'],
		['paid-time: Yes.\nlockers: ask: them', '2: This cannot be read: the value contains a colon.'],
		['paid-time: Yes.\npaid-time: No.', '2: "paid-time" stands on line 1 already. Keep one of the two.'],
		['paid-time:\n  text: Yes.\n  text: No.', '3: "text" stands on line 2 already. Keep one of the two.'],
		['Paid time: Yes.', '1: "Paid time": a name has small letters'],
		['__proto__: Yes.', '1: "__proto__": a name has small letters'],
		['constructor: Yes.', '1: "constructor": a name has small letters'],
		[`${'x'.repeat(1000)}: Yes.`, `1: "${'x'.repeat(60)}": a name`],
		['paid-time:\n  text: [[[[x]]]]', '2: This stands inside too many other things.'],
		['paid-time:', '1: "paid-time": nothing stands after the colon.'],
		['urgent-help: 999', '1: "urgent-help": it must be text: put it in quotation marks.'],
		['urgent-help: [999]', '1: "urgent-help": it must be text'],
		['paid-time:\n  txt: Yes.', '2: "paid-time": there is no "txt" here. Did you mean "text"? Under a name'],
		['paid-time:\n  text: 5', '2: "paid-time": text must be text: put it in quotation marks.'],
		['paid-time:\n  checked-on: tomorrow', '1: "paid-time": Write the date'],
		['paid-time:\n  checked-on: 2026-11-24', '1: "paid-time": The date on which it was last checked must be today'],
		[`paid-time:\n  kept-by: ${'x'.repeat(101)}`, '1: "paid-time": Who keeps it has 101 characters.'],
		['lockers: Ask.\npaid-time: |\n  Yes.\n\n  <b>All</b>', '2: "paid-time": in its text: Line 3: "<b>" is HTML'],
		[`paid-time: ${'x'.repeat(10_001)}`, '1: "paid-time": in its text: The text has 10,001 characters.'],
		['paid-time: "a\\0b"', '1: "paid-time": in its text: Line 1 has a character that cannot be shown.'],
		['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', '1: A value starts with &, * or !'],
		['paid-time: !!binary aGVsbG8=', '1: A value starts with &, * or !'],
		['paid-time: !!js/function x', '1: '],
		['paid-time: *nowhere', '1: ']
	])('%j', (text, words) => {
		expect(problem(text).slice(0, words.length)).toBe(words);
	});

	test('every mistake at once', () => {
		expect(read('paid-time: 5\nlockers: <b>\npeer-lead: Ask.').problems.map(({ line }) => line)).toEqual([1, 2]);
	});

	test('bytes that are another kind of file', () => {
		for (const bytes of [[0xff, 0xfe, 0x61, 0x00], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], [0x70, 0x3a, 0x20, 0xe9]]) {
			expect(problem(decodeText(new Uint8Array(bytes)))).toMatch(/^1: This is not a text file in UTF-8/);
		}
	});

	test('a file that is too large', () => {
		expect(problem('#'.repeat(LARGEST_FILE + 1))).toBe('1: It is larger than 200 KB. Take out what is not a local detail.');
	});
});

test.each<[string, string]>([
	['brackets in brackets', '['.repeat(LARGEST_FILE)],
	['names in names', '{a: '.repeat(LARGEST_FILE / 4)],
	['questions in questions', '? '.repeat(LARGEST_FILE / 2)],
	['lists in lists', `a:\n${'- '.repeat(LARGEST_FILE / 2 - 10)}`],
	['names under names', Array.from({ length: 620 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
	['many names', Array.from({ length: 20_000 }, (_, index) => `k${index}:`).join('\n')],
	['many names in brackets', `{${Array.from({ length: 18_000 }, (_, index) => `k${index}: x`).join(', ')}}`],
	['many names in brackets under a name', `a: {${Array.from({ length: 18_000 }, (_, index) => `k${index}: x`).join(', ')}}`],
	['many of one name', 'a: x\n'.repeat(LARGEST_FILE / 5)],
	['one long line', `a: ${'x '.repeat(LARGEST_FILE / 2 - 10)}`]
])('a file that is made to take long does not: %s', (_, text) => {
	const before = performance.now();
	expect(read(text).problems).not.toEqual([]);
	// Twelve seconds where each name is compared with every other.
	expect(performance.now() - before).toBeLessThan(8000);
});

test('any text at all gives entries or problems', () => {
	const piece = fc.constantFrom('paid-time', 'text', 'kept-by', ':', ': ', '\n', '  ', '- ', '|', '>', '&a', '*a', '!', '"', "'", '{', '}', '[', ']', '#', '\t', '?', '%', '\0', 'é', '---');
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((parts) => parts.join(''))), (text) => {
			const { entries, problems } = read(text);
			expect(entries.length === 0 || problems.length === 0).toBe(true);
		})
	);
});

test('what is written is read as it was', () => {
	const line = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('', '# no remark', '- a', '"', 'a: b', ' indented', '| x', '999', 'null', 'yes', '2026-11-01', '&a', '*a*', '%', '@', '`a`'));
	const text = fc.array(line, { maxLength: 6 }).map((lines) => tidyText(lines.join('\n')));
	const date = fc.option(fc.constantFrom('2026-11-01', '1999-12-31'));
	const content = fc.record({ text, keptBy: line.map((words) => tidyText(words).replace(/\s+/g, ' ').trim().slice(0, 30)), checkedOn: date });
	fc.assert(
		fc.property(fc.array(content, { maxLength: 4 }), (contents) => {
			const entries = contents
				.map((content, index) => ({ name: `detail-${index}`, ...content }))
				.filter(({ name, text, keptBy }) => readTyped(name, { text, keptBy, checkedOn: '' }, NOW).problems.length === 0);
			const { entries: again, problems } = read(writeDetailsFile(entries, [{ name: 'missing', request: 'Say: "who"?' }]));
			expect(problems).toEqual([]);
			expect(again.map(({ name, text, keptBy = '', checkedOn = null }) => ({ name, text, keptBy, checkedOn }))).toEqual(entries);
		})
	);
});

test('a file is plain to read, and asks for what is missing', () => {
	const entries = [
		{ name: 'lockers', text: 'Ask *us*.', keptBy: '', checkedOn: null },
		{ name: 'paid-time', text: 'Yes.\n\nAll of it.', keptBy: 'Demo lead', checkedOn: '2026-11-01' }
	];
	expect(writeDetailsFile(entries, [{ name: 'peer-lead', request: 'Say who it is.' }])).toBe(`# What the trust fills in itself, in Markdown.
lockers: Ask *us*.
paid-time:
  text: |-
    Yes.

    All of it.
  kept-by: Demo lead
  checked-on: 2026-11-01

# Not filled in yet. Take away the sign at the start of the line, and write your text after the colon.
# peer-lead: Say who it is.
`);
});
