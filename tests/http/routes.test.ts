import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';
import { MODULE, TABLE, waysIn, type Answer, type Asked } from './ways.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const ACCOUNTS = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'peer-lead', 'learning', 'administrator'];

let site: Site;
beforeAll(async () => {
	site = await startSite();
	storePackage(site, {});
}, 30_000);
afterAll(() => site.stop());

async function answerTo(browser: Client, way: string): Promise<Answer> {
	const { path, fields } = TABLE[way]!;
	const response = way.startsWith('GET') ? await browser.get(path) : await browser.post(path, fields);
	await response.arrayBuffer();
	const location = response.headers.get('location');
	return location === null ? `${response.status}` : `${response.status} ${location}`;
}

/** What somebody gets who is not signed in: the way to the sign-in page, with whatever they were sending. */
function askedToSignIn(way: string): Answer {
	const { path } = TABLE[way]!;
	const next = new URLSearchParams({ next: path });
	if (/^POST \/(my-record|certificates|modules\/\[slug\]\/comment|report-a-problem)\b/.test(way)) return `303 /sign-in?lost&${new URLSearchParams({ next: path.split('?')[0]! })}`;
	return way.startsWith('GET') ? `303 /sign-in?${next}` : `307 /sign-in?/hold&${next}`;
}

async function answers(browser: () => Client): Promise<Record<string, Answer>> {
	const got: Record<string, Answer> = {};
	for (const way of Object.keys(TABLE)) got[way] = await answerTo(browser(), way);
	return got;
}

function expected(of: (asked: Asked, way: string) => Answer): Record<string, Answer> {
	return Object.fromEntries(Object.entries(TABLE).map(([way, asked]) => [way, of(asked, way)]));
}

const asNobody = expected((asked, way) => asked.nobody ?? askedToSignIn(way));

test('every way into the site is in the table, and no other', () => {
	expect(waysIn().sort()).toEqual(Object.keys(TABLE).sort());
});

describe('who may do what', () => {
	test.each(ACCOUNTS)('%s', async (username) => {
		const browser = await signIn(site, username);
		const permission = username === 'learning' || username === 'author' ? username : undefined;
		const signs = ['author', 'peer', 'experienced-peer', 'peer-lead'].includes(username);
		expect(await answers(() => browser)).toEqual(expected((asked) => (permission && asked[permission]) ?? (signs ? asked.signer : undefined) ?? asked.person));
	});

	test('nobody', async () => {
		expect(await answers(() => client(site))).toEqual(asNobody);
	});

	test.each(['suspended', 'left', 'invited'])('somebody who is %s, whatever they could before', async (state) => {
		addPersonLike(site, 'learning', state);
		const { token } = await signIn(site, state);
		withDatabase(site, (database) => database.prepare('UPDATE person SET state = ? WHERE id = ?').run(state, state));
		const held = token();
		expect(await answers(() => client(site, held))).toEqual(asNobody);
	});

	test.each(['', 'a'.repeat(10_000), '%00', '__proto__'])('somebody with a made-up token', async (token) => {
		expect(await answers(() => client(site, token))).toEqual(asNobody);
	});

	test('somebody who loses a permission, at once', async () => {
		addPersonLike(site, 'learning', 'moved-on');
		const browser = await signIn(site, 'moved-on');
		expect((await browser.get('/packages')).status).toBe(200);
		withDatabase(site, (database) => database.prepare('DELETE FROM permission WHERE person_id = ?').run('moved-on'));
		expect((await browser.get('/packages')).status).toBe(403);
		expect((await browser.post('/packages/working-alongside-peers?/make')).status).toBe(403);
	});
});

describe('a method that a route does not have', () => {
	test.each(['PUT', 'PATCH', 'DELETE'])('%s does nothing', async (method) => {
		const browser = await signIn(site, 'learning');
		for (const path of new Set(Object.values(TABLE).map(({ path }) => path))) {
			const { status } = await browser.get(path, { method, headers: { origin: site.origin } });
			expect([404, 405], `${method} ${path}`).toContain(status);
		}
	});
});

describe('data without its page', () => {
	test('is no way round signing in, or round a permission', async () => {
		const nurse = await signIn(site, 'nurse');
		for (const [way, { path, nobody, person }] of Object.entries(TABLE)) {
			if (!way.startsWith('GET') || path.includes('.')) continue;
			const address = path.replace(/^([^?]*?)\/?(\?.*)?$/, '$1/__data.json$2');
			const body = await (await client(site).get(address)).text();
			if (!nobody) expect(body, address).toMatch(/^\{"type":"redirect","location":"\/sign-in\?next=[^"]*"\}$/);
			if (person === '403') expect((await (await nurse.get(address)).text()).replaceAll(path, '')).not.toMatch(/Managing triggers|version/);
		}
	});
});

describe('an id in what is sent', () => {
	const THEIRS = { person: 'demo-doctor', person_id: 'demo-doctor', personId: 'demo-doctor', user: 'doctor', username: 'doctor', id: '1', attempt: '1', attempt_id: '1', role: 'learning' };
	const rows = (id: string) => withDatabase(site, (database) => database.prepare('SELECT * FROM attempt WHERE person_id = ? ORDER BY id').all(id));

	test('changes nothing: a request is of the person who makes it', async () => {
		const doctor = await signIn(site, 'doctor');
		await doctor.post(`${MODULE}?/start`);
		const before = rows('demo-doctor');
		addPersonLike(site, 'nurse', 'meddler');
		const meddler = await signIn(site, 'meddler');
		const query = new URLSearchParams(THEIRS);
		await meddler.post(`${MODULE}?/start&${query}`, THEIRS);
		await meddler.post(`${MODULE}/page/check?/answer&${query}`, { question: 'first-question', chosen: 'a', ...THEIRS });
		await meddler.post(`${MODULE}/page/check?/continue&${query}`, THEIRS, { headers: { 'x-person': 'demo-doctor', cookie: `session=${meddler.token()}; person=demo-doctor; session_id=1` } });
		expect(rows('demo-doctor')).toEqual(before);
		expect(rows('meddler')).toHaveLength(1);
		for (const path of ['/', MODULE, `${MODULE}/page/check`, `${MODULE}/finish`]) {
			expect(await (await meddler.get(`${path}?${query}`)).text(), path).not.toContain('Demo doctor');
		}
		expect((await meddler.get(`/packages?${query}`)).status).toBe(403);
	});
});

test('what a page sends is refused from anybody but its reader, and recorded for nobody', async () => {
	addPersonLike(site, 'nurse', 'left-the-desk');
	addPersonLike(site, 'nurse', 'sits-down');
	const browser = await signIn(site, 'sits-down');
	for (const [action, fields] of [['answer', { question: 'who-needs-training', chosen: 'a' }], ['continue', {}]] as const) {
		const response = await browser.post(`${MODULE}/page/check?/${action}`, { ...fields, reader: 'left-the-desk' });
		expect(response.status).toBe(409);
		expect(await response.text()).toContain('Somebody else is signed in here now');
	}
	expect(withDatabase(site, (database) => database.prepare("SELECT count(*) FROM attempt WHERE person_id IN ('sits-down', 'left-the-desk')").pluck().get())).toBe(0);
	const own = await browser.post(`${MODULE}/page/check?/answer`, { question: 'who-needs-training', chosen: 'a', reader: 'sits-down' });
	expect(own.status).toBe(303);
});
