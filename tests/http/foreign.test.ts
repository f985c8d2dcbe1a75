import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn, startSite, type Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';
import { ask, everything, steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const PAGE = '/modules/working-alongside-peers/page/check';
const EVIL = 'https://evil.example';

/** Every way to change something, with what would change it. */
const CHANGES: [path: string, fields: Record<string, string>][] = [
	['/modules/managing-triggers?/start', {}],
	[`${PAGE}?/answer`, { question: 'first-question', chosen: 'b' }],
	[`${PAGE}?/continue`, {}],
	['/modules/working-alongside-peers/pause?/leave', { page: 'check', reader: 'demo-learning' }],
	['/packages/working-alongside-peers/1/preview/launch', { afresh: 'yes' }],
	['/packages/working-alongside-peers/1/preview/state', {}],
	['/packages/working-alongside-peers?/make', { profile: 'moodle' }],
	['/packages?/makeAll', { confirm: 'yes' }],
	['/local-details/paid-time?/save', { base: '0', text: 'Not ours.' }],
	['/local-details/paid-time?/check', { base: '0' }],
	['/local-details/import?/confirm', { text: 'paid-time: Not ours.' }],
	['/sign-in?/signIn', { username: 'doctor', password: 'demonstration' }],
	['/sign-in?/hold', { chosen: 'a' }],
	['/sign-out', {}]
];

const BOUNDARY = 'end-of-field';
const urlencoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const multipart = (fields: Record<string, string>) =>
	`${Object.entries(fields).map(([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${BOUNDARY}--\r\n`;

const CONTENT: Record<string, { type?: string; body: (fields: Record<string, string>) => string }> = {
	urlencoded: { type: 'application/x-www-form-urlencoded', body: urlencoded },
	'upper case': { type: 'APPLICATION/X-WWW-FORM-URLENCODED', body: urlencoded },
	multipart: { type: `multipart/form-data; boundary=${BOUNDARY}`, body: multipart },
	'text/plain': { type: 'text/plain', body: urlencoded },
	JSON: { type: 'application/json', body: JSON.stringify },
	'no type': { body: urlencoded }
};

const ORIGINS: Record<string, Record<string, string>> = { foreign: { origin: EVIL }, null: { origin: 'null' }, missing: {} };
const SITES: Record<string, Record<string, string>> = {
	'not said': {},
	'cross-site': { 'sec-fetch-site': 'cross-site' },
	'same-site': { 'sec-fetch-site': 'same-site' }
};

let site: Site;
let cookie: string;
beforeAll(async () => {
	site = await startSite();
	storePackage(site, {});
	const browser = await signIn(site, 'learning');
	await browser.post('/modules/working-alongside-peers?/start');
	cookie = `session=${browser.token()}`;
}, 30_000);
afterAll(() => site.stop());

describe('a form of another site', () => {
	for (const [type, { type: contentType, body }] of Object.entries(CONTENT)) {
		test.each(Object.keys(ORIGINS))(`(${type}, origin %s) changes nothing`, async (origin) => {
			const before = everything(site);
			for (const [path, fields] of CHANGES) {
				for (const [said, fetchSite] of Object.entries(SITES)) {
					const headers = { cookie, accept: 'text/html', ...(contentType ? { 'content-type': contentType } : {}), ...ORIGINS[origin], ...fetchSite };
					const reply = await ask(site, path, { method: 'POST', headers, body: body(fields) });
					expect([reply.status, reply.headers['set-cookie']], `${path}, ${said}`).toEqual([403, undefined]);
				}
			}
			expect(everything(site)).toEqual(before);
		});
	}

	test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND'])('changes nothing by %s', async (method) => {
		const before = everything(site);
		for (const [path] of CHANGES) expect((await ask(site, path, { method, headers: { cookie, origin: EVIL } })).status).toBe(403);
		expect(everything(site)).toEqual(before);
	});

	test('changes nothing by being a link', async () => {
		const before = everything(site);
		for (const [path, fields] of CHANGES) {
			for (const method of ['GET', 'HEAD']) {
				const query = `${path.includes('?') ? '&' : '?'}${urlencoded(fields)}`;
				const reply = await ask(site, path + query, { method, headers: { cookie, 'x-http-method-override': 'POST' } });
				expect(reply.status, path).toBeLessThan(500);
				expect(reply.headers['set-cookie']).toBeUndefined();
			}
		}
		expect(everything(site)).toEqual(before);
	});
});

describe('a page of this site', () => {
	test.each<[string, (origin: string) => Record<string, string>]>([
		['says so by its origin', (origin) => ({ origin })],
		['says so by its origin, and the browser agrees', (origin) => ({ origin, 'sec-fetch-site': 'same-origin' })]
	])('%s', async (_, from) => {
		const headers = { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...from(site.origin) };
		const reply = await ask(site, `${PAGE}?/answer`, { method: 'POST', headers, body: 'question=first-question&chosen=b' });
		expect([reply.status, reply.headers.location]).toEqual([303, `${PAGE}#feedback-first-question`]);
	});
});

describe('a hostile address in the headers', () => {
	const HOSTILE: Record<string, string>[] = [
		{ host: 'evil.example' },
		{ host: 'evil.example:80', 'x-forwarded-host': 'evil.example' },
		{ host: 'localhost:1@evil.example' },
		{ host: '.' },
		{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript', 'x-forwarded-port': '99999999' },
		{ 'x-forwarded-proto': 'https', 'x-forwarded-for': '169.254.169.254', forwarded: 'host=evil.example;proto=https' },
		{ 'x-original-url': '/packages', 'x-rewrite-url': '/packages' },
		{ referer: 'https://evil.example/', via: 'evil.example' }
	];

	test.each(HOSTILE)('%o changes no page', async (headers) => {
		for (const path of ['/', '/sign-in', '/modules/working-alongside-peers', PAGE, '/nothing']) {
			const usual = await ask(site, path, { headers: { cookie } });
			const reply = await ask(site, path, { headers: { cookie, ...headers } });
			expect(reply.status).toBe(usual.status);
			expect(steady(reply.body)).toBe(steady(usual.body));
			expect(JSON.stringify(reply.headers)).not.toContain('evil');
		}
		expect((await ask(site, '/packages', { headers })).headers.location).toBe('/sign-in?next=%2Fpackages');
	});

	test('does not make a foreign form one of this site', async () => {
		const before = everything(site);
		for (const headers of HOSTILE) {
			const reply = await ask(site, `${PAGE}?/continue`, { method: 'POST', headers: { cookie, origin: 'http://evil.example', ...headers } });
			expect(reply.status).toBe(403);
		}
		expect(everything(site)).toEqual(before);
	});
});
