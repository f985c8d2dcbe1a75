import { describe, expect, test } from 'vitest';
import { comesFromHere } from './same-origin.ts';

const ORIGIN = 'https://training.example.nhs.uk';
const ask = (method: string, headers: Record<string, string> = {}) => comesFromHere({ method, headers: new Headers(headers) }, ORIGIN);

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and may come from anywhere', (method) => {
	expect(ask(method, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).toBe(true);
});

describe.each(['POST', 'PUT', 'PATCH', 'DELETE', 'get', 'MADE-UP'])('%s', (method) => {
	test('may come from a page of this site', () => {
		expect(ask(method, { origin: ORIGIN })).toBe(true);
		expect(ask(method, { 'sec-fetch-site': 'same-origin' })).toBe(true);
		expect(ask(method, { 'sec-fetch-site': 'same-origin', origin: ORIGIN })).toBe(true);
	});

	test.each<[string, Record<string, string>]>([
		['nobody knows where', {}],
		['nowhere', { origin: 'null' }],
		['another site', { origin: 'https://evil.example' }],
		['a neighbour', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
		['the address bar', { origin: ORIGIN, 'sec-fetch-site': 'none' }],
		['another site, as the browser says', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
		['this site, spelt otherwise', { origin: `${ORIGIN}/` }],
		['this site, unencrypted', { origin: ORIGIN.replace('https', 'http') }],
		['a name that begins alike', { origin: `${ORIGIN}.evil.example` }],
		['two places', { origin: `${ORIGIN}, https://evil.example` }],
		['somewhere that says nothing', { origin: ORIGIN, 'sec-fetch-site': '' }]
	])('may not come from %s', (_, headers) => {
		expect(ask(method, headers)).toBe(false);
	});
});
