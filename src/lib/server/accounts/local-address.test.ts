import { describe, expect, test } from 'vitest';
import { localAddress } from './local-address.ts';

const ORIGIN = 'https://training.example.nhs.uk';

test.each(['/', '/modules/tea', '/modules/tea/page/first?/answer', '/sign-in?next=%2Fmodules', '/a/../b?x=%2F%2Fevil.example'])('leads to %s', (address) => {
	const led = localAddress(address, ORIGIN);
	expect(new URL(led, ORIGIN).href).toBe(new URL(address, ORIGIN).href);
});

describe('leads home from', () => {
	test.each([
		null,
		'',
		'modules',
		'https://evil.example',
		`${ORIGIN}/modules`,
		'//evil.example',
		'///evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'\t//evil.example',
		' //evil.example',
		'/.//evil.example',
		'/..//evil.example',
		'/a/..//evil.example',
		'/%2e//evil.example',
		'/%2e%2e//evil.example',
		'//evil.example/%2f..',
		'//user@evil.example',
		'javascript:alert(1)',
		'data:text/html,hello',
		'//[',
		'//evil.example:99999'
	])('%j', (address) => {
		expect(localAddress(address, ORIGIN)).toBe('/');
	});
});

test('makes nothing that a browser reads as another site, whatever it is given', () => {
	const parts = ['/', '\\', '.', '..', '%2f', '%5c', '\t', '\n', '@', 'evil.example', '?', '#', ';', ''];
	const addresses = parts.flatMap((a) => parts.flatMap((b) => parts.flatMap((c) => parts.map((d) => `/${a}${b}${c}${d}evil.example`))));
	const elsewhere = addresses.map((address) => localAddress(address, ORIGIN)).filter((led) => !/^\/(?![/\\])/.test(led) || new URL(led, ORIGIN).origin !== ORIGIN);
	expect(elsewhere).toEqual([]);
});
