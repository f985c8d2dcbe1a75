import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countShift } from './shift-presses.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Presses keys one after the other: `+A` with Shift held, a number for so many seconds of nothing. */
function counted(...keys: (string | number)[]): number[] {
	const view = Object.assign(new EventTarget(), { setTimeout, clearTimeout });
	const counts: number[] = [];
	const stop = countShift(view as unknown as Window, (presses) => counts.push(presses));
	const release = (key: string, shiftKey: boolean) => view.dispatchEvent(Object.assign(new Event('keyup'), { key, shiftKey }));
	for (const key of keys) {
		if (typeof key === 'number') vi.advanceTimersByTime(key * 1000);
		else if (key.startsWith('+')) release(key.slice(1), true), release('Shift', false);
		else release(key, false);
	}
	stop();
	release('Shift', false);
	vi.advanceTimersByTime(60_000);
	return counts;
}

test('Shift by itself is counted, also with some time between', () => {
	expect(counted('Shift', 'Shift', 'Shift')).toEqual([1, 2, 3]);
	expect(counted('Shift', 4, 'Shift', 4, 'Shift')).toEqual([1, 2, 3]);
});

test('a press counts no more after 5 seconds, nor after any other key', () => {
	expect(counted('Shift', 'Shift', 6, 'Shift')).toEqual([1, 2, 0, 1]);
	expect(counted('Shift', 'Shift', 'a', 'Shift')).toEqual([1, 2, 0, 1]);
});

test('capital letters are not counted', () => {
	expect(counted('+T', '+E', '+A', '+!')).toEqual([]);
	expect(counted('Shift', '+T', 'Shift')).toEqual([1, 0, 1]);
});
