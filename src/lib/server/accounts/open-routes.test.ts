import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isNobodys, isOpenRoute } from './open-routes.ts';

const ROUTES = resolve(import.meta.dirname, '../../../routes');

/** Every route, by SvelteKit's name for it. */
const routes = new Set(
	readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
		.filter((path) => /^\+(page\.svelte|server\.ts)$/.test(path.split('/').at(-1)!))
		.map((path) => join('/', dirname(path)).replace(/\/\.?$/, '') || '/')
);

test('only what somebody needs who is not signed in is open', () => {
	expect([...routes].filter((route) => isOpenRoute(route)).sort()).toEqual([
		'/(about)/about',
		'/(about)/accessibility',
		'/(about)/cookies',
		'/(about)/help',
		'/(about)/privacy',
		'/preview/[token]/[...path]',
		'/report-a-problem/without-signing-in',
		'/sign-in',
		'/sign-out',
		'/support',
		'/verify/[token]'
	]);
});

test('only the files of a preview have to do with nobody', () => {
	expect([...routes, null].filter((route) => isNobodys(route))).toEqual(['/preview/[token]/[...path]']);
});

test('no route stands in the list that is not there', () => {
	const list = readFileSync(join(import.meta.dirname, 'open-routes.ts'), 'utf8').match(/OPEN\b.*?\[(.*?)\];/s)![1]!;
	const named = [...list.matchAll(/'([^']*)'/g)].map(([, name]) => name!);
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter((name) => !routes.has(name))).toEqual([]);
});

test('an address that no route has is open, and says that there is no such page', () => {
	expect(isOpenRoute(null)).toBe(true);
});

test.each(['', '/sign-in/', '/SIGN-IN', '/sign-in/more', '(about)', 'constructor'])('%j is no route, and not open', (name) => {
	expect(isOpenRoute(name)).toBe(false);
});
