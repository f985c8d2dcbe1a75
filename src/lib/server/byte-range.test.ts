import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
	['bytes=0-', { first: 0, last: 999 }],
	['bytes=0-1', { first: 0, last: 1 }],
	['bytes=10-10', { first: 10, last: 10 }],
	['bytes=999-', { first: 999, last: 999 }],
	['bytes=500-5000', { first: 500, last: 999 }],
	['bytes=-1', { first: 999, last: 999 }],
	['bytes=-5000', { first: 0, last: 999 }],
	['Bytes= 5-6 ', { first: 5, last: 6 }]
])('"%s" of 1,000 bytes is a part of them', (header, range) => {
	expect(byteRange(header, 1000)).toEqual(range);
});

test.each([null, 'bytes=0-1,5-6', 'lines=1-2', 'nonsense', ''])('%j is answered with all of them', (header) => {
	expect(byteRange(header, 1000)).toBe('all');
});

test.each(['bytes=', 'bytes=-', 'bytes=a-b', 'bytes=6-5', 'bytes=1000-', 'bytes=-0', 'bytes=--5', 'bytes=1.5-2', 'bytes=0-9999999999999999'])('"%s" names no bytes of theirs', (header) => {
	expect(byteRange(header, 1000)).toBe('none');
});

test('nothing has no parts', () => {
	expect(byteRange('bytes=0-', 0)).toBe('none');
	expect(byteRange(null, 0)).toBe('all');
});

test('whatever is asked for, a part lies within', () => {
	const headers = fc.oneof(fc.string().map((text) => `bytes=${text}`), fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`), fc.nat().map((last) => `bytes=-${last}`));
	fc.assert(
		fc.property(headers, fc.nat(), (header, length) => {
			const range = byteRange(header, length);
			if (typeof range === 'string') return;
			expect(range.first).toBeGreaterThanOrEqual(0);
			expect(range.last).toBeGreaterThanOrEqual(range.first);
			expect(range.last).toBeLessThan(length);
		})
	);
});
