import { strToU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';
import { ask, everything } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const FILES = { 'imsmanifest.xml': strToU8('<manifest/>'), 'index.html': strToU8('<!doctype html><head><title>A package</title></head>'), 'player.js': strToU8('1'), 'media/tea & milk.png': strToU8('picture') };
/** A token that is well made and nobody's. */
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA';

let site: Site;
let address: string;
let learning: Client;
beforeAll(async () => {
	site = await startSite();
	address = storePackage(site, FILES);
	learning = await signIn(site, 'learning');
}, 30_000);
afterAll(() => site.stop());

/** Opens a preview, and returns the beginning of its files' addresses. */
async function launch(browser = learning, fields: Record<string, string> = {}): Promise<string> {
	const response = await browser.post(`${address}/preview/launch`, fields);
	const { address: start } = (await response.json()) as { address: string };
	return start.slice(0, -'index.html'.length);
}
const keep = (browser: Client, body: string, headers: Record<string, string> = {}) => browser.get(`${address}/preview/state`, { method: 'POST', body, headers: { origin: site.origin, 'content-type': 'application/json', ...headers } });
/** What the learning system is told of the launch before. */
async function savedIn(files: string): Promise<unknown> {
	const { body } = await ask(site, `${files}index.html`);
	const launch = /data-launch="([^"]*)"/.exec(body)![1]!.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
	return (JSON.parse(launch) as { saved: unknown }).saved;
}

describe('the files of a preview', () => {
	test('are had by their exact names and types, by whoever has the token', async () => {
		const files = await launch();
		for (const [name, type, body] of [
			['index.html', 'text/html; charset=utf-8', '<title>A package</title>'],
			['imsmanifest.xml', 'text/xml; charset=utf-8', '<manifest/>'],
			['player.js', 'text/javascript; charset=utf-8', '1'],
			['media/tea%20&%20milk.png', 'image/png', 'picture']
		] as const) {
			const reply = await ask(site, files + name);
			expect([reply.status, reply.headers['content-type']], name).toEqual([200, type]);
			expect(reply.body).toContain(body);
		}
	});

	test('say the same with any cookie, and set none', async () => {
		addPersonLike(site, 'nurse', 'other');
		const [mine, other] = [learning.token()!, (await signIn(site, 'other')).token()!];
		// So old that a page of the site would prolong it.
		withDatabase(site, (database) => database.prepare('UPDATE session SET expires_at = ?').run(new Date(Date.now() + 3_600_000).toISOString()));
		const files = await launch();
		const without = await ask(site, `${files}index.html`);
		for (const cookie of [`session=${mine}`, `session=${other}`, 'session=nonsense', `__Host-session=${mine}; a=b`]) {
			const reply = await ask(site, `${files}index.html`, { headers: { cookie } });
			const { date: _, ...headers } = reply.headers;
			const { date: __, ...before } = without.headers;
			expect([reply.status, headers, reply.body]).toEqual([without.status, before, without.body]);
			expect(reply.headers['set-cookie']).toBeUndefined();
		}
	});

	test('carry a policy of their own, and none of the site', async () => {
		const files = await launch();
		for (const name of ['index.html', 'player.js', 'nothing.js']) {
			const { headers } = await ask(site, files + name);
			expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
			const policy = String(headers['content-security-policy']).split('; ');
			expect(policy).toEqual(expect.arrayContaining(['sandbox allow-scripts allow-forms', "default-src 'none'", "connect-src 'none'", "form-action 'none'", `frame-ancestors ${site.origin}`, `img-src ${site.origin}${files} data:`]));
			expect(policy.join()).not.toMatch(/'self'|nonce|allow-same-origin|allow-top|allow-popups|\*/);
			// Nobody's, as that of the sandbox, and never with a cookie.
			expect([headers['access-control-allow-origin'], headers['access-control-allow-credentials']]).toEqual(['null', undefined]);
		}
	});

	test('are sent in parts to whoever asks for parts', async () => {
		const files = await launch();
		const reply = await ask(site, `${files}media/tea%20&%20milk.png`, { headers: { range: 'bytes=0-3' } });
		expect([reply.status, reply.headers['content-range'], reply.body]).toEqual([206, 'bytes 0-3/7', 'pict']);
		expect(reply.headers['content-security-policy']).toContain('sandbox');
	});

	const NAMES = ['', 'INDEX.HTML', 'media', 'media/', '..%2findex.html', '%2e%2e%2f%2e%2e%2fpackages', 'index.html%00', 'media%5ctea.png', '__proto__', 'constructor', '/index.html', '__data.json', 'index.html/__data.json'];
	test.each(NAMES)('are not had as %j', async (name) => {
		const files = await launch();
		const reply = await ask(site, files + name);
		expect(reply.status).toBeLessThan(500);
		expect(reply.body).not.toMatch(/A package|manifest|picture/);
	});

	test('are gone alike, whether the token is unknown or over, the file is not there, or nobody may make packages any more', async () => {
		addPersonLike(site, 'learning', 'leaver');
		const leaver = await launch(await signIn(site, 'leaver'));
		const mine = await launch();
		const over = await launch();
		withDatabase(site, (database) => {
			database.prepare("DELETE FROM permission WHERE person_id = 'leaver'").run();
			database.prepare('UPDATE preview_token SET expires_at = ? WHERE hash = ?').run(new Date().toISOString(), createHash('sha256').update(over.split('/')[2]!).digest('hex'));
		});
		const replies = await Promise.all([`/preview/${UNKNOWN}/index.html`, '/preview/x/index.html', `${over}index.html`, `${leaver}index.html`, `${mine}nothing.html`].map((path) => ask(site, path)));
		for (const { status, body, headers } of replies) {
			expect([status, body, headers['content-type']]).toEqual([404, replies[0]!.body, 'text/plain']);
			expect(headers['content-security-policy']).toContain('sandbox allow-scripts allow-forms;');
		}
	});

	test('are never given where somebody has altered the package', async () => {
		const altered = storePackage(site, FILES);
		const browser = await signIn(site, 'learning');
		const { address: start } = (await (await browser.post(`${altered}/preview/launch`)).json()) as { address: string };
		expect((await ask(site, start)).status).toBe(200);
		withDatabase(site, (database) => database.prepare('UPDATE package SET bytes = ? WHERE id = ?').run(Buffer.from('PK'), altered.split('/').at(-1)));
		expect((await ask(site, start)).status).toBe(404);
	});

	test('cannot be posted to', async () => {
		const files = await launch();
		const before = everything(site);
		for (const headers of [{ origin: 'null', 'sec-fetch-site': 'cross-site' }, { origin: site.origin }] as Record<string, string>[]) {
			expect([403, 405]).toContain((await ask(site, `${files}index.html`, { method: 'POST', headers: { ...headers, cookie: `session=${learning.token()}` }, body: 'x' })).status);
		}
		expect(everything(site)).toEqual(before);
	});
});

describe('a token', () => {
	test('is good for nothing else on the site', async () => {
		const token = (await launch()).split('/')[2]!;
		for (const path of ['/', '/packages', address + '/preview', `/packages?token=${token}`]) {
			for (const headers of [{ cookie: `session=${token}` }, { authorization: `Bearer ${token}` }] as Record<string, string>[]) {
				expect((await ask(site, path, { headers })).headers.location, path).toMatch(/^\/sign-in\?/);
			}
		}
	});

	test('of somebody else is another, and shows how far they were and not somebody else', async () => {
		addPersonLike(site, 'learning', 'second');
		const second = await signIn(site, 'second');
		await keep(learning, '{"cmi.suspend_data":"mine"}');
		await keep(second, '{"cmi.suspend_data":"theirs"}');
		expect([await savedIn(await launch()), await savedIn(await launch(second))]).toEqual([{ 'cmi.suspend_data': 'mine' }, { 'cmi.suspend_data': 'theirs' }]);
		expect(await savedIn(await launch(learning, { afresh: 'yes' }))).toEqual({});
		expect(await savedIn(await launch(second))).toEqual({ 'cmi.suspend_data': 'theirs' });
	});

	test('is in no line of the log, nor is what is kept', async () => {
		await keep(learning, '{"cmi.suspend_data":"canary-state"}');
		const token = (await launch()).split('/')[2]!;
		await ask(site, `/preview/${token}/index.html`);
		expect(site.log()).toContain('"route":"/preview/[token]/[...path]"');
		expect(site.log()).not.toMatch(new RegExp(`${token}|canary-state`));
	});
});

describe('what is kept', () => {
	test.each<[string, string, number]>([
		['nothing', '', 400],
		['no JSON', 'cmi', 400],
		['a number', '1', 400],
		['something that is no text', '{"cmi.suspend_data":{}}', 400],
		['more than a learning system keeps', JSON.stringify({ 'cmi.suspend_data': 'x'.repeat(250_000) }), 413],
		['10 MB', JSON.stringify({ 'cmi.suspend_data': 'x'.repeat(10_000_000) }), 413]
	])('is not %s', async (_, body, status) => {
		const before = everything(site);
		// A server may refuse a body by hanging up before it has read all of it.
		const reply = await ask(site, `${address}/preview/state`, { method: 'POST', headers: { cookie: `session=${learning.token()}`, origin: site.origin, 'content-type': 'application/json' }, body }).catch(() => ({ status: 413 }));
		expect(reply.status).toBe(status);
		expect(everything(site)).toEqual(before);
		expect(site.running()).toBe(true);
	});

	test('has no prototype', async () => {
		expect((await keep(learning, '{"__proto__":"x","constructor":"y","cmi.suspend_data":"z"}')).status).toBe(204);
		expect(await savedIn(await launch())).toEqual({ 'cmi.suspend_data': 'z' });
	});

	test('does not come from the frame, which is no page of this site', async () => {
		const before = everything(site);
		for (const path of ['state', 'launch']) {
			for (const headers of [{ origin: 'null' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }, {}] as Record<string, string>[]) {
				const reply = await ask(site, `${address}/preview/${path}`, { method: 'POST', headers: { ...headers, cookie: `session=${learning.token()}`, 'content-type': 'application/json' }, body: '{}' });
				expect([reply.status, reply.headers['set-cookie']]).toEqual([403, undefined]);
			}
		}
		expect(everything(site)).toEqual(before);
	});
});

test('what is no package has no preview', async () => {
	for (const path of ['/packages/working-alongside-peers/999999', '/packages/working-alongside-peers/0', '/packages/working-alongside-peers/1e3', '/packages/working-alongside-peers/-1', address.replace('working-alongside-peers', 'managing-triggers'), `${address}0000000000000000000000`]) {
		expect((await learning.get(`${path}/preview`)).status, path).toBe(404);
		expect((await learning.post(`${path}/preview/launch`)).status, path).toBe(404);
	}
});

test('without scripts the page says what it needs, and leads to the download', async () => {
	const page = await (await learning.get(`${address}/preview`)).text();
	expect(page).toContain('The preview needs JavaScript');
	expect(page).toContain(`<a href="${address}/download">download the package</a>`);
	expect((await learning.get(`${address}/download`)).headers.get('content-type')).toBe('application/zip');
	expect(page).not.toContain('<iframe');
});
