import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWhole, reportedPage } from './page-path.ts';

const ORIGIN = 'https://training.example';
const HASH = 'a'.repeat(64);
const TOKEN = 'q3J0b2tlbi1vZi0xMjgtYml';

describe('a page of this site', () => {
	test.each([
		['/', '/'],
		['/support', '/support'],
		['/modules/managing-triggers/page/check', '/modules/managing-triggers/page/check'],
		['/modules/managing-triggers/page/check/', '/modules/managing-triggers/page/check'],
		['/modules/managing-triggers/pause?page=check&again=1#there', '/modules/managing-triggers/pause'],
		[`/modules/managing-triggers/versions/${HASH}/text`, `/modules/managing-triggers/versions/${HASH}/text`],
		['/guides/guide-peer-lead', '/guides/guide-peer-lead']
	])('%j is kept as %j', (address, page) => {
		expect(reportedPage(address, ORIGIN)).toBe(page);
		expect(isWhole(page)).toBe(true);
	});
});

describe('a page that could say whose it is', () => {
	test.each([
		[`/verify/${TOKEN}`, '/verify/…'],
		[`/verify//${TOKEN}`, '/verify/…'],
		[`/preview/${TOKEN}/index.html`, '/preview/…'],
		['/certificates/12', '/certificates/…'],
		['/packages/anna-smith/7', '/packages/…'],
		['/local-details/anna', '/local-details/…'],
		['/due/2026-12-31.ics', '/due/…'],
		[`/modules/${TOKEN}`, '/modules/…'],
		['/modules/x/page/%E2%80%A6', '/modules/x/page/…'],
		['/modules/../verify/abc', '/verify/…']
	])('%j is cut to %j', (address, page) => {
		expect(reportedPage(address, ORIGIN)).toBe(page);
		expect(isWhole(page)).toBe(false);
	});
});

describe('what is no page of this site', () => {
	test.each([
		'', 'modules/x', '//evil.example/x', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', `/%76erify/${TOKEN}`, `/Verify/${TOKEN}`, `/${TOKEN}`,
		'/<script>', '/%00', '/anna-smith', '/people/anna-smith/training', `/nothing-known/${TOKEN}`, `/modules/${'x'.repeat(400)}`, '/\t/evil.example'
	])('%j is not taken', (address) => {
		expect(reportedPage(address, ORIGIN)).toBeUndefined();
	});
});

test('every part of the site is known, and no other', () => {
	const routes = resolve(import.meta.dirname, '../../../routes');
	const folders = readdirSync(routes, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => (name.startsWith('(') ? readdirSync(join(routes, name), { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [{ name }]));
	for (const { name } of folders) expect(reportedPage(`/${name}`, ORIGIN), name).toBe(`/${name}`);
});
