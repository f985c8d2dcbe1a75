import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { passagesOf, placeIn, placeOf, wordsOf } from './passages.ts';
import { passages } from './trial.ts';

const told = (body: string) => passages(body).map((passage) => [passage.where, passage.line, wordsOf(passage)]);

describe('passages', () => {
	test('are headings, paragraphs, items, quotations and cells', () => {
		const body = '# Page ##\n\nOne\ntwo.\n\n## Heading ##\n- a\n  b\n- c\n\n  d\n\n> quoted\n> on\n\n| x | y |\n| - | - |\n| `1|2` | **3** |\n\nUnder\n---\n';
		expect(told(body)).toEqual([
			['title', 1, 'Page'],
			['text', 3, 'One two.'],
			['heading', 6, 'Heading'],
			['item', 7, 'a b'],
			['item', 9, 'c'],
			['text', 11, 'd'],
			['quotation', 13, 'quoted on'],
			['cell', 16, 'x'],
			['cell', 16, 'y'],
			['cell', 18, ''],
			['cell', 18, '3'],
			['heading', 20, 'Under']
		]);
	});

	test('of a question know option and feedback', () => {
		const body = '# Page {#p}\n\n:::question\nid: a\n\nWhich?\n\n- a list\n\n- [ ] one\n  > No, but close.\n  > Really.\n- [x] two\n\n  > Yes.\n  >\n  > - Why.\n:::\n';
		expect(told(body)).toEqual([
			['title', 1, 'Page'],
			['text', 6, 'Which?'],
			['item', 8, 'a list'],
			['option', 10, 'one'],
			['feedback', 11, 'No, but close. Really.'],
			['option', 13, 'two'],
			['feedback', 15, 'Yes.'],
			['feedback', 17, 'Why.']
		]);
	});

	test('know the words of fields, and leave out code, addresses and rules', () => {
		expect(told('# Page\n\n:::scenario\ntitle: The *kettle*\nid: x\n\nIt rains.\n:::\n\n```\ncode\n```\n\n* * *\n\n[a]: https://example.org\n')).toEqual([
			['title', 1, 'Page'],
			['field', 4, 'The kettle'],
			['text', 7, 'It rains.']
		]);
	});

	test('are read from the details that people see', () => {
		const lines = ['---', 'title: "A: b"', 'stage: ongoing', 'outcomes:', '  - do it', 'sources:', '  - a book', '---'];
		expect(passagesOf([], lines, 8).map((passage) => [passage.line, wordsOf(passage)])).toEqual([
			[2, 'A: b'],
			[5, 'do it']
		]);
	});

	test('stand where they stand in the file', () => {
		const body = '# Page\n\n- one **two**\n  three\n\n| a | b [c](https://x.y) |\n| - | - |\n';
		const lines = body.split('\n');
		for (const passage of passages(body)) {
			for (const { 0: word, index } of passage.text.matchAll(/\p{L}+/gu)) {
				const { line, column, length } = placeIn(passage, index, word.length);
				expect(lines[line - 1]!.slice(column - 1, column - 1 + length)).toBe(word);
			}
		}
		expect(placeOf(passages(body)[1]!)).toEqual({ line: 3, column: 3, length: 9 });
	});

	test('are not looked for in what is too much to read', () => {
		const body = `# Page\n\n${'a '.repeat(6000)}`;
		expect(passagesOf(outline(body.split('\n'), 1, () => {}), body.split('\n'), 0).length).toBe(1);
	});
});
