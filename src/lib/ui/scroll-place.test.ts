import { afterEach, expect, test, vi } from 'vitest';
import { keepPlace, placeOf, type Tab } from './scroll-place.ts';

afterEach(() => void vi.useRealTimers());

function tab(...kept: [string, string][]) {
	const items = new Map(kept);
	return { items, getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value) };
}

/** Reads a page and rests where they scrolled to, for so many seconds each time. */
function reads(here: Tab, reader: string, address: string, ...rests: [y: number, seconds: number][]): void {
	vi.useFakeTimers();
	const view = Object.assign(new EventTarget(), { scrollY: 0, setTimeout, clearTimeout });
	const leave = keepPlace(view as unknown as Window, here, reader, address);
	for (const [y, seconds] of rests) {
		view.scrollY = y;
		view.dispatchEvent(new Event('scroll'));
		vi.advanceTimersByTime(seconds * 1000);
	}
	leave();
	view.dispatchEvent(new Event('scroll'));
	vi.advanceTimersByTime(60_000);
}

test('where its reader rested on a page is known again, for each page by itself', () => {
	const here = tab();
	reads(here, 'nurse', '/one', [480.4, 3]);
	reads(here, 'nurse', '/two', [20, 3], [700, 60]);
	reads(here, 'nurse', '/one', [900, 30], [0, 1]);
	expect([placeOf(here, 'nurse', '/one'), placeOf(here, 'nurse', '/two'), placeOf(here, 'nurse', '/three')]).toEqual([900, 700, 0]);
});

test('whoever uses the tab after them learns nothing of it', () => {
	const here = tab();
	reads(here, 'nurse', '/one', [480, 3]);
	expect(placeOf(here, 'doctor', '/one')).toBe(0);
	reads(here, 'doctor', '/two', [10, 3]);
	expect(JSON.stringify([...here.items])).not.toContain('/one');
});

test.each(['nothing that JSON knows', '7', '{"reader":"nurse"}', '{"reader":"nurse","places":null}'])('what is kept may be %s', (kept) => {
	expect(placeOf(tab(['places', kept]), 'nurse', '/one')).toBe(0);
});

test('the oldest places go once there are many', () => {
	const here = tab();
	for (let page = 0; page < 60; page += 1) reads(here, 'nurse', `/${page}`, [10, 3]);
	expect([placeOf(here, 'nurse', '/9'), placeOf(here, 'nurse', '/10')]).toEqual([0, 10]);
});
