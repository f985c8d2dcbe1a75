import { expect, test } from 'vitest';
import { findings } from './trial.ts';

const columns = (head: string) => findings(`# Page\n\n${head}\n| - | - | - |\n| 1 | 2 | 3 |\n`).filter(({ code }) => code === 'table-without-headers').map(({ problem }) => problem);

test('a column without a heading is reported, but for the first', () => {
	expect(columns('| a | b | c |')).toEqual([]);
	expect(columns('|  | b | c |')).toEqual([]);
	expect(columns('| a |  | c |')).toEqual(['Column 2 of the table has no heading.']);
	expect(columns('|  |  | ** |')).toEqual(['Column 2 of the table has no heading.', 'Column 3 of the table has no heading.']);
});
