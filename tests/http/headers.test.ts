import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';

const MODULE = '/modules/working-alongside-peers';
const PAYLOAD = `<img src=x onerror=alert(1)>"'><script>alert(1)</script>{{7*7}}\${7*7}`;

/** Takes what this tab has kept for whoever was here before away; on the sign-in page alone. */
const END_OF_VISIT = '<script src="/end-of-visit.js"></script>';

let site: Site;
let nurse: Client;
beforeAll(async () => {
	site = await startSite();
	nurse = await signIn(site, 'nurse');
}, 30_000);
afterAll(() => site.stop());

const SAFE = {
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()'
};

/** The directives of a policy, by name. */
function policyOf(response: Response): Record<string, string[]> {
	const policy = response.headers.get('content-security-policy') ?? '';
	return Object.fromEntries(policy.split(';').map((directive) => directive.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
}

const PAGES = ['/', '/my-record', '/my-record/details', '/support', '/about', '/accessibility', '/cookies', '/privacy', '/sign-in', '/nothing', '/packages', '/%', MODULE, `${MODULE}/page/check`, `${MODULE}/page/nothing`, `${MODULE}/pause`];

test('whoever types the other name of this machine is led to the one by which they can sign in', async () => {
	const { host, port } = new URL(site.origin);
	const led = await ask(site, '/sign-in?next=%2Fmodules', { headers: { host: `127.0.0.1:${port}` } });
	expect([led.status, led.headers.location]).toEqual([307, `${site.origin}/sign-in?next=%2Fmodules`]);
	expect((await ask(site, '/sign-in', { headers: { host } })).status).toBe(200);
	expect((await ask(site, '//example.org/', { headers: { host: `127.0.0.1:${port}` } })).headers.location ?? site.origin).toMatch(new RegExp(`^${site.origin}`));
});

describe('every page', () => {
	test.each(PAGES)('%s says what a browser may do with it', async (path) => {
		const response = await nurse.get(path);
		expect(Object.fromEntries(response.headers)).toMatchObject(SAFE);
		const policy = policyOf(response);
		expect(policy).toMatchObject({
			'default-src': ["'self'"],
			'style-src': ["'self'"],
			'form-action': ["'self'"],
			'frame-ancestors': ["'none'"],
			'base-uri': ["'none'"],
			'object-src': ["'none'"]
		});
		expect(policy['script-src']!.every((source) => source === "'self'" || /^'nonce-[\w+/=-]{22,}'$/.test(source))).toBe(true);
		expect(JSON.stringify(policy)).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
	});

	test('has a nonce of its own where it has scripts, and every script carries it', async () => {
		const nonces = [];
		for (let count = 0; count < 2; count += 1) {
			const response = await nurse.get(`${MODULE}/page/check`);
			const [nonce] = policyOf(response)['script-src']!.filter((source) => source.startsWith("'nonce-"));
			const scripts = (await response.text()).match(/<script[^>]*>/g);
			expect(scripts).toEqual([`<script nonce="${nonce!.slice(7, -1)}">`]);
			nonces.push(nonce);
		}
		expect(nonces[0]).not.toBe(nonces[1]);
	});

	test('has no script, but for a module\'s own pages and the line that ends a visit', async () => {
		for (const path of PAGES.filter((path) => !path.endsWith('/page/check'))) {
			expect((await (await nurse.get(path)).text()).replace(END_OF_VISIT, ''), path).not.toMatch(/<script|modulepreload|\bon\w+="/);
		}
	});

	test('is kept by nobody where somebody is signed in', async () => {
		for (const path of PAGES.filter((path) => path !== '/%')) expect((await nurse.get(path)).headers.get('cache-control'), path).toBe('private, no-store');
	});
});

test('whatever is no page says so too', async () => {
	const replies = [
		await client(site).get('/'),
		await client(site).post(`${MODULE}?/start`),
		await nurse.post(`${MODULE}?/start`),
		await nurse.post('/packages/managing-triggers?/make'),
		await nurse.post(`${MODULE}?/start`, {}, { headers: { origin: 'https://evil.example', 'content-type': 'application/json' } }),
		await nurse.get(`${MODULE}/page/check/__data.json`)
	];
	for (const response of replies) {
		expect(Object.fromEntries(response.headers), `${response.status} ${response.url}`).toMatchObject(SAFE);
		expect(policyOf(response)['frame-ancestors'], `${response.status} ${response.url}`).toEqual(["'none'"]);
	}
});

test('nobody is told what server this is', async () => {
	for (const path of PAGES) {
		const response = await nurse.get(path);
		expect(response.headers.get('server')).toBeNull();
		expect(response.headers.get('x-powered-by')).toBeNull();
	}
});

describe('markup in the database', () => {
	test('is text wherever a name is shown', async () => {
		addPersonLike(site, 'learning', 'payload', PAYLOAD);
		withDatabase(site, (database) => database.prepare('UPDATE local_detail SET text = ?').run(PAYLOAD));
		const browser = await signIn(site, 'payload');
		for (const path of [...PAGES, '/packages/managing-triggers', `${MODULE}/page/support`, `${MODULE}/page/support/__data.json`]) {
			const body = await (await browser.get(path)).text();
			if (!path.endsWith('.json')) expect(body, path).not.toMatch(/<img|<script>alert/);
			else expect(body).not.toContain('</script>');
		}
		expect(await (await browser.get('/')).text()).toContain('&lt;img src=x onerror=alert(1)>');
	});

	test('cannot end the script of a page that has one', async () => {
		const browser = await signIn(site, 'payload');
		const body = await (await browser.get(`${MODULE}/page/check`)).text();
		const scripts = [...body.matchAll(/<script[^>]*>(.*?)<\/script>/gs)];
		expect(scripts).toHaveLength(1);
		expect(scripts[0]![1]).not.toContain('<script>');
		expect(scripts[0]![1]).toContain('\\u003Cimg src=x');
	});
});
