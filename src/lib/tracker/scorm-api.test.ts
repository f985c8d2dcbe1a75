import { expect, test } from 'vitest';
import type { Api12 } from '#lib/lms/api-1.2.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { findApi } from './scorm-api.ts';

const { api } = judge12();
const find = (window: Window) => findApi(window, 'API');

/** As much of a window as the search looks at. A window without a parent is its own. */
function frame(parts: { API?: Api12; parent?: object; opener?: object | null } = {}): Window {
	const window: Record<string, unknown> = { opener: null, ...parts };
	window.parent ??= window;
	return window as unknown as Window;
}

/** A frame of another origin throws at whatever is looked at. */
const foreign = new Proxy({}, {
	get() {
		throw new Error('Blocked a frame from accessing a cross-origin frame.');
	}
});

test('the API is found in the own window, and before one further out', () => {
	const other = judge12().api;
	expect(find(frame({ API: api, parent: frame({ API: other }) }))).toBe(api);
});

test('the API is found in frames around, however deep', () => {
	let inner = frame({ API: api });
	for (let level = 0; level < 20; level += 1) inner = frame({ parent: inner });
	expect(find(inner)).toBe(api);
});

test('the API is found in the window that opened this one, and in the frames around that', () => {
	expect(find(frame({ opener: frame({ parent: frame({ API: api }) }) }))).toBe(api);
});

test('the API is found in the window that opened a frame around this one', () => {
	expect(find(frame({ parent: frame({ opener: frame({ API: api }) }) }))).toBe(api);
});

test('frames of another origin are stepped over or end the search, and nothing is thrown', () => {
	expect(find(frame({ parent: foreign }))).toBeUndefined();
	expect(find(frame({ opener: foreign }))).toBeUndefined();
	expect(find(frame({ parent: foreign, opener: frame({ API: api }) }))).toBe(api);
});

test('windows that stand in a circle end the search', () => {
	const one = frame() as unknown as { parent: unknown };
	one.parent = frame({ parent: one });
	expect(find(one as unknown as Window)).toBeUndefined();
});
