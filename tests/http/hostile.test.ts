import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn, startSite, type Site } from '../site.ts';
import { ask, steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const MODULE = '/modules/working-alongside-peers';
const PAGE = `${MODULE}/page/check`;
const FORM = 'application/x-www-form-urlencoded';
/** What no page may show as it was sent. */
const MARK = 'zq<img src=x onerror=alert(1)>"zq';

let site: Site;
let cookie: string;
/** The page as it is before anything hostile was sent. */
let usual: string;
/** How much of the log has been looked at. */
let read = 0;
beforeAll(async () => {
	site = await startSite();
	cookie = `session=${(await signIn(site, 'nurse')).token()}`;
	usual = steady((await ask(site, PAGE, { headers: { cookie } })).body);
}, 30_000);
afterAll(() => site.stop());

afterEach(async () => {
	expect(site.running()).toBe(true);
	expect(steady((await ask(site, PAGE, { headers: { cookie } })).body)).toBe(usual);
	const printed = site.log();
	expect(printed.slice(read).split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([]);
	read = printed.length;
});

const post = (path: string, type: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
	ask(site, path, { method: 'POST', headers: { cookie, origin: site.origin, accept: 'text/html', 'content-type': type, ...headers }, body });

describe('an action', () => {
	const names = [...Object.getOwnPropertyNames(Object.prototype), 'nothing', '', 'default', '%00', '../answer', 'ANSWER'];

	test.each(names)('called %j is not there', async (name) => {
		for (const path of [PAGE, MODULE, '/sign-in', '/', '/support', '/packages']) {
			const { status, body } = await post(`${path}?/${encodeURIComponent(name)}`, FORM, 'question=first-question&chosen=b');
			expect([403, 404, 405], `${path}?/${name}: ${body.slice(0, 100)}`).toContain(status);
		}
	});
});

describe('a form', () => {
	const several = (count: number, name: (index: number) => string) => Array.from({ length: count }, (_, index) => `${name(index)}=a`).join('&');

	test.each<[string, string]>([
		['with fields called as what objects inherit', '__proto__=x&constructor=x&__proto__.question=first-question&constructor[prototype][question]=x&chosen=a'],
		['with a place far out in a list', 'question=first-question&chosen[4294967294]=a&chosen[1e9]=a&chosen[__proto__]=a'],
		['with hundreds of fields', `question=first-question&${several(800, (index) => `field-${index}`)}`],
		['with an answer said thousands of times with others', `question=first-question&chosen=z&${several(5000, () => 'chosen')}`],
		['with a question of another name', 'question=__proto__&chosen=a'],
		['with a question that every object has', 'question=constructor&chosen=a'],
		['with nothing in it', ''],
		['with marks in it', `question=${encodeURIComponent(MARK)}&chosen=${encodeURIComponent(MARK)}`],
		['with characters that are none', 'question=%ED%A0%80%00%FF&chosen=%00']
	])('%s is refused, and changes nothing', async (_, body) => {
		const reply = await post(`${PAGE}?/answer`, FORM, body);
		expect(reply.status).toBe(400);
		expect(reply.body).not.toContain(MARK);
	});

	test.each<[string, string, string]>([
		['is plain text', 'text/plain', 'question=first-question'],
		['is JSON', 'application/json', '{"question":"first-question","chosen":["b"]}'],
		['is JSON with a prototype', 'application/json', '{"__proto__":{"question":"first-question"}}'],
		['is what Kit sends itself', 'application/x-sveltekit-formdata', '\0\0\0\0[{"a":-1}]'],
		['has parts without a boundary', 'multipart/form-data', 'x'],
		['has a boundary that does not come', 'multipart/form-data; boundary=x', 'nonsense'],
		['is cut off in a part', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="question"\r\n\r\nfir']
	])('that %s is refused', async (_, type, body) => {
		for (const path of [`${PAGE}?/answer`, '/sign-in?/signIn', '/sign-in?/hold']) {
			expect([400, 415], path).toContain((await post(path, type, body)).status);
		}
	});

	const megabyte = 'x'.repeat(1_000_000);
	test.each<[string, string, string, Record<string, string>]>([
		['in one piece', FORM, `question=${megabyte}`, {}],
		['in parts', 'multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="question"\r\n\r\n${megabyte}\r\n--x--\r\n`, {}],
		['that does not say how large it is', FORM, `question=${megabyte}`, { 'transfer-encoding': 'chunked' }],
		['of fields without end', FORM, 'a&'.repeat(500_000), { 'transfer-encoding': 'chunked' }]
	])('of a megabyte %s is refused', async (_, type, body, headers) => {
		for (const path of [`${PAGE}?/answer`, '/sign-in?/signIn', '/sign-in?/hold']) {
			expect((await post(path, type, body, headers)).status, path).toBe(413);
		}
	});

	test('that is never sent to its end keeps nobody waiting, and leaves no fault behind', async () => {
		const { port } = new URL(site.origin);
		const head = `POST ${PAGE}?/answer HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\norigin: ${site.origin}\r\ncontent-type: ${FORM}\r\ncontent-length: 1000\r\n\r\nquestion=`;
		const stalled = await Promise.all(
			Array.from({ length: 20 }, async () => {
				const socket = connect(Number(port), '127.0.0.1');
				await new Promise<void>((done) => socket.write(head, () => done()));
				return socket;
			})
		);
		expect((await ask(site, '/', { headers: { cookie } })).status).toBe(200);
		await Promise.all(stalled.map((socket) => new Promise((done) => socket.destroy().on('close', done))));
		expect((await ask(site, '/', { headers: { cookie } })).status).toBe(200);
	});
});

describe('an address', () => {
	const ADDRESSES = [
		'//', '///', '//packages', '/%2fpackages', '/%2Fpackages', '/packages%2f', '/packages/', '/packages;', '/;/packages', '/;', '/./packages', '/x/../packages',
		'/%2e%2e', '/%2e%2e/packages', '/..%2fpackages', '/..;/packages', '/%', '/%zz', '/%c0%af', '/%ff', '/%00', '/packages%00', '/\\packages', '/%5cpackages',
		'/PACKAGES', '/packages.json', '/packages/__data.json', '/__data.json', '//__data.json', '/packages//__data.json', '/packages/managing-triggers/__data.json',
		'/modules/%', '/modules/%0d%0aset-cookie:x', '/modules/..%2f..%2fetc', '/modules/__proto__', '/modules/constructor', '/_app/../packages', '/_app/%2e%2e/packages',
		'/_app/immutable/..%2f..%2f..%2fpackage.json', '/favicon.svg/..%2fpackages', '/?/x', '/packages?x-sveltekit-invalidated=01', 'http://evil.example/packages', '*'
	];

	test.each(ADDRESSES)('%s breaks nothing and lets nobody in', async (path) => {
		for (const headers of [{ cookie }, {}] as Record<string, string>[]) {
			const reply = await ask(site, path, { headers });
			expect(reply.status).toBeLessThan(500);
			expect(reply.headers['set-cookie']).toBeUndefined();
			// Nobody here has the permission, whatever the address comes to.
			expect(reply.body).not.toMatch(/scorm|A package is a module/i);
			const { location } = reply.headers;
			if (location !== undefined) expect(new URL(String(location), site.origin).origin).toBe(site.origin);
		}
	});

	test.each([MARK, '<script>alert(1)</script>', '{{7*7}}', '%3Cscript%3E'])('with %s in it is not printed', async (mark) => {
		const paths = [`/${encodeURI(mark)}`, `/modules/${encodeURIComponent(mark)}`, `${MODULE}/page/${encodeURIComponent(mark)}`, `/nothing?x=${encodeURIComponent(mark)}`, `${MODULE}/pause?page=${encodeURIComponent(mark)}`, `/packages/x?unconfirmed=${encodeURIComponent(mark)}`];
		for (const path of paths) {
			const { body } = await ask(site, path, { headers: { cookie, referer: mark, 'user-agent': mark, 'accept-language': mark } });
			expect(body, path).not.toContain(mark);
			expect(body, path).not.toMatch(/7\*7|alert\(1\)|zq/);
		}
	});
});

describe('a header', () => {
	test.each<[string, Record<string, string>]>([
		['a cookie that is none', { cookie: 'session=%E0%A4%A; a=%; =; ;;; __proto__=1' }],
		['a cookie of many', { cookie: Array.from({ length: 500 }, (_, index) => `c${index}=1`).join('; ') }],
		['an encoding that is none', { 'accept-encoding': 'gzip;q=NaN, *;q=-1, %%%' }],
		['a content type that is none', { 'content-type': ';;;=' }],
		['a range', { range: 'bytes=-1, 0-99999999999' }],
		['an etag', { 'if-none-match': '*', 'if-modified-since': 'never' }]
	])('that is %s breaks nothing', async (_, headers) => {
		for (const path of ['/', '/sign-in', '/favicon.svg']) expect((await ask(site, path, { headers })).status).toBeLessThan(500);
	});
});

describe('what somebody types to sign in', () => {
	test('stands in the page as text and nothing else', async () => {
		const { status, body } = await post(`/sign-in?/signIn&next=${encodeURIComponent(`/${MARK}`)}`, FORM, `username=${encodeURIComponent(MARK)}&password=&holding=yes&held.${encodeURIComponent(MARK)}=${encodeURIComponent(MARK)}`);
		expect(status).toBe(400);
		expect(body).not.toContain('<img');
		expect(body).toContain('value="zq&lt;img src=x onerror=alert(1)>&quot;zq"');
	});
});
