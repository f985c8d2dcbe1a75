import { expect, test } from 'vitest';
import { pageOf } from './paging.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];

test.each([
	[null, ['a', 'b'], 1],
	['2', ['c', 'd'], 2],
	['3', ['e'], 3],
	['4', ['e'], 3],
	['-1', ['a', 'b'], 1],
	['1e99', ['e'], 3],
	['Infinity', ['e'], 3],
	['nonsense', ['a', 'b'], 1]
])('of 5 things in twos, %j asks for %j', (asked, items, number) => {
	expect(pageOf(ALL, asked, 2)).toEqual({ items, number, pages: 3 });
});

test('nothing at all is one page', () => {
	expect(pageOf([], '7', 2)).toEqual({ items: [], number: 1, pages: 1 });
});
