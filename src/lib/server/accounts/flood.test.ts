import { expect, test } from 'vitest';
import { countSending } from './flood.ts';

const NOW = new Date('2026-11-26T09:00:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

test('lets 10 through in an hour, and says how long to wait for the next', () => {
	const ten = Array.from({ length: 10 }, (_, minute) => countSending('comment', 'talker', later(minute)));
	expect(ten).toEqual(Array(10).fill(0));
	expect(countSending('comment', 'talker', later(10))).toBe(50);
	expect(countSending('comment', 'talker', later(59.9))).toBe(1);
	expect(countSending('comment', 'talker', later(60))).toBe(0);
});

test('counts people and kinds apart', () => {
	for (let sent = 0; sent < 10; sent += 1) countSending('comment', 'one', NOW);
	expect(countSending('comment', 'one', NOW)).toBe(60);
	expect(countSending('report', 'one', NOW)).toBe(0);
	expect(countSending('comment', 'two', NOW)).toBe(0);
});
