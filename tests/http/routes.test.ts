import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readModule } from '#lib/server/library/folder.ts';
import { hashVersion } from '#lib/server/library/hash.ts';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const ROUTES = resolve(import.meta.dirname, '../../src/routes');
const MODULE = '/modules/working-alongside-peers';
const VERSION = `${MODULE}/versions/${await hashOf('working-alongside-peers')}`;

/** The version of a module that the site serves from its folder. */
async function hashOf(slug: string): Promise<string> {
	const { source, files } = await readModule(resolve(import.meta.dirname, '../../modules', slug));
	return hashVersion(slug, source.text, files);
}

/** What a request comes to: a status, and where it leads if it leads somewhere. */
type Answer = string;

interface Asked {
	path: string;
	fields?: Record<string, string>;
	/** What whoever is signed in gets. */
	person: Answer;
	/** What somebody with the permission "learning" gets, where that differs. */
	learning?: Answer;
	/** What somebody with the permission "author" gets, where that differs. */
	author?: Answer;
	/** What somebody in a peer role gets who may sign off, where that differs. */
	signer?: Answer;
	/** What everybody else gets; being asked to sign in, unless the route is open. */
	nobody?: Answer;
}

/** What somebody gets who has one of the two permissions. */
function either(answer: Answer): Pick<Asked, 'learning' | 'author'> {
	return { learning: answer, author: answer };
}

/** Every way into the site, in the order in which they are tried. */
const TABLE: Record<string, Asked> = {
	'GET /': { path: '/', person: '200' },
	'GET /due/[date].ics': { path: '/due/2026-12-31.ics', person: '200' },
	'GET /certificates': { path: '/certificates', person: '200' },
	'GET /certificates/[id]': { path: '/certificates/999999', person: '404' },
	'POST /certificates/[id]?/link': { path: '/certificates/999999?/link', fields: { token: 'AAAAAAAAAAAAAAAAAAAAAA', confirm: 'yes' }, person: '404' },
	'POST /certificates/[id]?/off': { path: '/certificates/999999?/off', person: '404' },
	'GET /verify/[token]': { path: '/verify/AAAAAAAAAAAAAAAAAAAAAA', person: '200', nobody: '200' },
	'GET /support': { path: '/support', person: '200', nobody: '200' },
	'GET /(about)/about': { path: '/about', person: '200', nobody: '200' },
	'GET /(about)/accessibility': { path: '/accessibility', person: '200', nobody: '200' },
	'GET /(about)/cookies': { path: '/cookies', person: '200', nobody: '200' },
	'GET /(about)/privacy': { path: '/privacy', person: '200', nobody: '200' },
	'GET /checker': { path: '/checker', person: '403', author: '200' },
	'POST /checker?/check': { path: '/checker?/check', fields: { text: 'Text' }, person: '403', author: '200' },
	'GET /checker/messages': { path: '/checker/messages', person: '200' },
	'GET /checker/messages/[code]': { path: '/checker/messages/raw-html', person: '200' },
	'GET /guides': { path: '/guides', person: '200' },
	'GET /guides/[slug]': { path: '/guides/guide-peer-lead', person: '200' },
	'GET /guides/[slug]/one-page': { path: '/guides/guide-peer-lead/one-page', person: '200' },
	'GET /peer-work': { path: '/peer-work', person: '200' },
	'GET /peer-work/pathway': { path: '/peer-work/pathway', person: '200' },
	'GET /peer-work/entitlements': { path: '/peer-work/entitlements', person: '200' },
	'GET /peer-work/speaking-up': { path: '/peer-work/speaking-up', person: '200' },
	'GET /stories': { path: '/stories', person: '200' },
	'GET /stories/[slug]': { path: '/stories/nothing', person: '404' },
	'GET /reflections': { path: '/reflections', person: '200' },
	'GET /local-details': { path: '/local-details', person: '403', ...either('200') },
	'GET /local-details/[name]': { path: '/local-details/paid-time', person: '403', ...either('200') },
	'GET /local-details/[name]/history': { path: '/local-details/paid-time/history', person: '403', ...either('200') },
	'GET /local-details/export': { path: '/local-details/export', person: '403', ...either('200') },
	'GET /local-details/import': { path: '/local-details/import', person: '403', ...either('200') },
	'POST /local-details/[name]?/save': { path: '/local-details/buddies?/save', fields: { base: '0', text: 'Ask.' }, person: '403', ...either('303 /local-details/buddies?done=saved') },
	'POST /local-details/[name]?/preview': { path: '/local-details/buddies?/preview', fields: { text: 'Ask.' }, person: '403', ...either('200') },
	'POST /local-details/[name]?/check': { path: '/local-details/paid-time?/check', fields: { base: '0' }, person: '403', ...either('303 /local-details/paid-time?done=checked') },
	'POST /local-details/[name]?/remove': { path: '/local-details/nothing?/remove', fields: { base: '0', remove: 'yes' }, person: '403', ...either('404') },
	'POST /local-details/[name]/history?/putBack': { path: '/local-details/paid-time/history?/putBack', fields: { base: '0', change: '99' }, person: '403', ...either('404') },
	'POST /local-details/import?/check': { path: '/local-details/import?/check', fields: { text: 'paid-time: No.' }, person: '403', ...either('200') },
	'POST /local-details/import?/confirm': { path: '/local-details/import?/confirm', fields: { text: 'paid-time: No.' }, person: '403', ...either('409') },
	'GET /packages': { path: '/packages', person: '403', learning: '200' },
	'POST /packages/[slug]?/make': { path: '/packages/working-alongside-peers?/make', fields: { profile: 'moodle' }, person: '403', learning: '303 /packages/working-alongside-peers/2' },
	'GET /packages/[slug]': { path: '/packages/managing-triggers', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/preview': { path: '/packages/working-alongside-peers/1/preview', person: '403', learning: '200' },
	'POST /packages/[slug]/[id]/preview/launch': { path: '/packages/working-alongside-peers/1/preview/launch', person: '403', learning: '200' },
	'POST /packages/[slug]/[id]/preview/state': { path: '/packages/working-alongside-peers/1/preview/state', person: '403', learning: '400' },
	'GET /preview/[token]/[...path]': { path: '/preview/AAAAAAAAAAAAAAAAAAAAAA/index.html', person: '404', nobody: '404' },
	'GET /packages/[slug]/[id]': { path: '/packages/working-alongside-peers/1', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/guide': { path: '/packages/working-alongside-peers/1/guide', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/download': { path: '/packages/working-alongside-peers/1/download', person: '403', learning: '200' },
	'POST /packages?/makeAll': { path: '/packages?/makeAll', fields: { confirm: 'yes' }, person: '403', learning: '303 /packages/all/progress' },
	'GET /packages/all/progress': { path: '/packages/all/progress', person: '403', learning: '200' },
	'GET /packages/all/download': { path: '/packages/all/download', person: '403', learning: '200' },
	'GET /modules/[slug]': { path: MODULE, person: '200' },
	'GET /modules/[slug]/page/[page]': { path: `${MODULE}/page/check`, person: '200' },
	'GET /modules/[slug]/page/media/[name]': { path: `${MODULE}/page/media/nothing.png`, person: '404' },
	'GET /modules/[slug]/versions': { path: `${MODULE}/versions`, person: '200' },
	'GET /modules/[slug]/versions/compare': { path: `${MODULE}/versions/compare?from=${VERSION.split('/').at(-1)}&to=${VERSION.split('/').at(-1)}`, person: '200' },
	'GET /modules/[slug]/versions/[hash]': { path: VERSION, person: '200' },
	'GET /modules/[slug]/versions/[hash]/text': { path: `${VERSION}/text`, person: '200' },
	'GET /modules/[slug]/versions/[hash]/media/[name]': { path: `${VERSION}/media/nothing.png`, person: '404' },
	'GET /modules/[slug]/versions/[hash]/record': { path: `${VERSION}/record`, person: '403', author: '200' },
	'POST /modules/[slug]/versions/[hash]/record?/save': { path: `${VERSION}/record?/save`, person: '403', author: '400' },
	'POST /modules/[slug]/versions/[hash]?/sign': { path: `${VERSION}?/sign`, person: '403', signer: '400' },
	'POST /modules/[slug]/versions/[hash]?/withdraw': { path: `${VERSION}?/withdraw`, person: `303 ${VERSION}?yours#yours` },
	'POST /modules/[slug]/versions/[hash]?/serve': { path: `${VERSION}?/serve`, person: '403', author: '400' },
	'GET /modules/[slug]/pause': { path: `${MODULE}/pause`, person: '200' },
	'POST /modules/[slug]/pause?/leave': { path: `${MODULE}/pause?/leave`, fields: { page: 'check' }, person: '303 /' },
	'GET /modules/[slug]/finish': { path: `${MODULE}/finish`, person: `303 ${MODULE}` },
	'POST /modules/[slug]?/start': { path: `${MODULE}?/start`, person: `303 ${MODULE}/page/check-in` },
	'POST /modules/[slug]/page/[page]?/continue': { path: `${MODULE}/page/check-in?/continue`, person: `303 ${MODULE}/page/why-peer-roles` },
	'POST /modules/[slug]/page/[page]?/answer': {
		path: `${MODULE}/page/check?/answer`,
		fields: { question: 'first-question', chosen: 'b' },
		person: `303 ${MODULE}/page/check#feedback-first-question`
	},
	'POST /modules/[slug]/page/[page]?/arrange': { path: `${MODULE}/page/check?/arrange`, fields: { question: 'first-question', chosen: 'a', move: 'a.up' }, person: '200' },
	'GET /sign-in': { path: '/sign-in', person: '200', nobody: '200' },
	'POST /sign-in?/hold': { path: '/sign-in?/hold', fields: { chosen: 'a' }, person: '200', nobody: '200' },
	'POST /sign-in?/signIn': { path: '/sign-in?/signIn', fields: { username: '', password: '' }, person: '400', nobody: '400' },
	'POST /sign-out': { path: '/sign-out', person: '303 /sign-in', nobody: '303 /sign-in' }
};

const ACCOUNTS = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'peer-lead', 'learning', 'administrator'];

/** Every way into the site, as the files of its routes have it. */
function waysIn(): string[] {
	const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' });
	return files.flatMap((path) => {
		const route = join('/', dirname(path)).replace(/\/\.?$/, '') || '/';
		const text = path.endsWith('.ts') ? readFileSync(join(ROUTES, path), 'utf8') : '';
		if (path.endsWith('+page.svelte')) return [`GET ${route}`];
		if (path.endsWith('+server.ts')) return [...text.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(([, method]) => `${method} ${route}`);
		const actions = /^export const actions\b[^{]*\{(.*?)^\}/ms.exec(text)?.[1] ?? '';
		return [...actions.matchAll(/^\t(?:async )?([\w$]+)/gm)].map(([, action]) => `POST ${route}${action === 'default' ? '' : `?/${action}`}`);
	});
}

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
	const next = new URLSearchParams({ next: TABLE[way]!.path });
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
