import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskCode, maskMarkup } from './masking.ts';

const words = (text: string) => maskMarkup(text).trim().replace(/\s+/g, ' ');

describe('masking', () => {
	test.each([
		['**two stars**, *one* and ~~gone~~', 'two stars , one and gone'],
		['_lines_ and a_name_with_lines', 'lines and a_name_with_lines'],
		['[words](https://example.org/a(b)c "title") after', 'words after'],
		['[words][name] and ![a picture](tea.jpg)', 'words and a picture'],
		['code `**not this**` and ``a ` b`` here', 'code and here'],
		['see https://example.org/a.b, or www.example.org.', 'see , or .'],
		['<b>bold</b> &amp; a\\*b', 'bold a b'],
		['somebody@example.org writes', 'writes'],
		['a `backtick alone', 'a `backtick alone']
	])('leaves the words of %j', (source, left) => {
		expect(words(source)).toBe(left);
	});

	test('keeps every place and every line', () => {
		const source = fc.string({ unit: fc.constantFrom(...'`*_[]()<>&;\\ \n!~a"1', 'https://a.b', 'a@b.c'), maxLength: 200 });
		fc.assert(
			fc.property(source, (text) => {
				const masked = maskMarkup(text);
				expect(masked.length).toBe(text.length);
				for (const [at, sign] of [...masked].entries()) if (sign !== ' ') expect(sign).toBe(text[at]);
				expect(masked.split('\n').length).toBe(text.split('\n').length);
			})
		);
	});

	test('takes the nearest backticks of the same number for the end of code', () => {
		expect(maskCode('a ``b`c`` d `e` f')).toBe(`a${' '.repeat(9)}d${' '.repeat(5)}f`);
	});
});
