import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from './shuffle.ts';

test('everything is there once, in another order, the same each time', () => {
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 8 }), fc.string(), (count, seed) => {
			const order = shuffle(count, seed);
			const sorted = Array.from({ length: count }, (_, index) => index);
			expect([...order].sort()).toEqual(sorted);
			expect(order).not.toEqual(sorted);
			expect(shuffle(count, seed)).toEqual(order);
		})
	);
});

test('different questions are shown in different orders', () => {
	const orders = new Set(Array.from({ length: 50 }, (_, index) => shuffle(4, `page-q${index}`).join('')));
	expect(orders.size).toBeGreaterThan(10);
});
