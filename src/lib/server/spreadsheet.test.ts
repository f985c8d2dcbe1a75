import { expect, test } from 'vitest';
import { writeSpreadsheet } from './spreadsheet.ts';

const written = (words: string) => writeSpreadsheet({ words: 'Words', more: 'More' }, [{ words, more: 'ok' }]);

test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1'])('%j is no formula', (words) => {
	const [, row] = written(words).split(/\r\n(?=')|\r\n(?=")/);
	expect(row).toMatch(/^"?'/);
});

test('is UTF-8 to a spreadsheet, and keeps lines, commas and quotation marks in their place', () => {
	expect(written('Żak said "no",\nand left')).toBe('\uFEFFWords,More\r\n"Żak said ""no"",\nand left",ok\r\n');
});
