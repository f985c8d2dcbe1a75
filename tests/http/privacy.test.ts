import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

/** Somebody in a sensitive audience, who has begun one module for peers and completed another: nobody else may learn of it. */
const CANARY = { username: 'canary-zeisig', name: 'Canary Zeisig' };
const MODULE = '/modules/managing-triggers';
const ACCOUNTS = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'learning', 'administrator'];

/** Every page that can be read by its address, and some that say no. */
const PAGES = [
	'/', '/support', '/about', '/accessibility', '/cookies', '/privacy', '/help', '/sign-in', '/nothing', '/packages', '/packages/managing-triggers', '/packages/working-alongside-peers', '/packages/all/progress',
	'/certificates', '/certificates/1', '/certificates/2', '/certificates/999999', '/verify/AAAAAAAAAAAAAAAAAAAAAA', '/due/2026-11-02.ics', '/due/nothing.ics',
	'/comments', '/problems', '/report-a-problem/without-signing-in',
	'/peer-work', '/peer-work/pathway', '/peer-work/entitlements', '/peer-work/speaking-up', '/stories', '/reflections',
	'/local-details', '/local-details/peer-lead', '/local-details/peer-lead/history', '/local-details/import',
	...['managing-triggers', 'working-alongside-peers'].flatMap((slug) => ['', '/page/check-in', '/page/check', '/pause', '/pause?page=check', '/finish', '/versions'].map((rest) => `/modules/${slug}${rest}`))
];
const dataOf = (path: string) => path.replace(/^([^?]*?)\/?(\?.*)?$/, '$1/__data.json$2');

let site: Site;
beforeAll(async () => {
	site = await startSite();
	addPersonLike(site, 'experienced-peer', CANARY.username, CANARY.name);
	const canary = await signIn(site, CANARY.username);
	await canary.post(`${MODULE}?/start`);
	await canary.post(`${MODULE}/page/check?/answer`, { question: 'what-it-shows', chosen: 'b' });
	withDatabase(site, (database) =>
		database
			.prepare("INSERT INTO completion (person_id, module, completed_at, source) VALUES (?, 'managing-triggers', '2026-11-02T09:00:00.000Z', 'recorded')")
			.run(CANARY.username)
	);
}, 30_000);
afterAll(() => site.stop());

async function read(browser: Client, path: string): Promise<string> {
	const response = await browser.get(path);
	return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
}

describe('somebody in a sensitive audience', () => {
	test.each(ACCOUNTS)('is not seen by %s, on any page or in its data', async (username) => {
		const browser = await signIn(site, username);
		for (const path of [...PAGES, ...PAGES.map(dataOf)]) expect(await read(browser, path), path).not.toMatch(/canary|zeisig/i);
	});

	test('is not seen by anybody who is not signed in', async () => {
		for (const path of [...PAGES, ...PAGES.map(dataOf)]) expect(await read(client(site), path), path).not.toMatch(/canary|zeisig/i);
	});

	test('is in no line of the log, nor are the modules that were opened', () => {
		expect(site.log()).toContain('"route":"/modules/[slug]/page/[page]"');
		const requests = site.log().split('\n').filter((line) => !line.includes('"msg":"published"'));
		expect(requests.join('\n')).not.toMatch(/canary|zeisig|demo-|managing-triggers|working-alongside/i);
	});
});

describe('nobody else', () => {
	test.each(ACCOUNTS)('is named to %s', async (username) => {
		const browser = await signIn(site, username);
		const people = withDatabase(site, (database) => database.prepare('SELECT id, username, name FROM person WHERE username <> ?').all(username)) as { id: string; name: string }[];
		for (const path of PAGES.filter((path) => path !== '/sign-in')) {
			const text = await read(browser, path);
			// The demonstration's local details name the peer lead and the peer trainer as contacts.
			const named = people.filter(({ id, name }) => text.includes(id) || (text.includes(name) && !['Demo peer lead', 'Demo peer trainer', 'Demo peer worker', 'Demo learning and development lead'].includes(name)));
			expect(named, path).toEqual([]);
		}
	});
});

describe('a module for peers', () => {
	/** A page as it is for anybody: without the reader's own name and id. */
	const forAnybody = async (browser: Client, path: string, name: string, id: string) => {
		const response = await browser.get(path);
		return { status: response.status, headers: [...response.headers.keys()].sort(), body: steady(await response.text()).replaceAll(name, '').replaceAll(id, '') };
	};

	test('is the same page for a peer and for everybody else', async () => {
		addPersonLike(site, 'peer', 'reader-one', 'Reader One');
		addPersonLike(site, 'doctor', 'reader-two', 'Reader Two');
		const [peer, other] = [await signIn(site, 'reader-one'), await signIn(site, 'reader-two')];
		const compare = async () => {
			for (const path of PAGES.filter((path) => path !== '/')) {
				expect(await forAnybody(peer, path, 'Reader One', 'reader-one'), path).toEqual(await forAnybody(other, path, 'Reader Two', 'reader-two'));
			}
		};
		await compare();
		for (const browser of [peer, other]) {
			await browser.post(`${MODULE}?/start`);
			await browser.post(`${MODULE}/page/check?/answer`, { question: 'what-it-shows', chosen: 'a' });
			await browser.post(`${MODULE}/page/check-in?/continue`);
		}
		await compare();
	});

	test('stands on the page of whoever is asked to do it as asked, and on that of nobody else', async () => {
		const asked = async (username: string) => {
			const page = await (await (await signIn(site, username)).get('/')).text();
			return /<h2>To do<\/h2>.*?(?=<h2>Open to you|<\/main>)/s.exec(page)?.[0] ?? '';
		};
		expect(await asked('peer')).toContain(MODULE);
		for (const username of ACCOUNTS.filter((name) => !/peer|author/.test(name))) expect(await asked(username), username).not.toContain(MODULE);
	});

	test('answers what was chosen in the page that is sent back, and keeps nothing of it', async () => {
		addPersonLike(site, 'peer', 'private-one');
		const browser = await signIn(site, 'private-one');
		const response = await browser.post(`${MODULE}/page/check?/answer`, { question: 'what-it-shows', chosen: 'a' });
		expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('id="feedback-what-it-shows"')]);
		const states = () => withDatabase(site, (database) => database.prepare('SELECT state FROM attempt WHERE person_id = ?').pluck().all('private-one'));
		const [after] = states() as string[];
		await browser.post(`${MODULE}/page/check?/answer`, { question: 'what-it-shows', chosen: 'c' });
		const parts = (state: string) => state.split('.').filter((_, index) => ![2, 7].includes(index));
		expect(parts((states() as string[])[0]!)).toEqual(parts(after!));
		expect(await (await browser.get(`${MODULE}/page/check`)).text()).toContain('We did not keep what you chose');
	});
});
