import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { everything } from './ask.ts';

vi.setConfig({ testTimeout: 30_000 });

const PAGE = '/modules/managing-triggers/page/check';
const TOKEN = 'q3J0b2tlbi1vZi0xMjgtYg';

let site: Site;
let nurse: Client;
beforeAll(async () => {
	site = await startSite();
	addPersonLike(site, 'peer', 'reporter-zeisig', 'Zeisig Reporter');
	nurse = await signIn(site, 'reporter-zeisig');
}, 30_000);
afterAll(() => site.stop());

const rows = () => withDatabase(site, (database) => database.prepare('SELECT * FROM problem_report').all()) as Record<string, string | null>[];
const served = (sql: string, slug: string) => withDatabase(site, (database) => database.prepare(sql).pluck().get(slug)) as string;
const linkOn = async (browser: Client, path: string) => /href="(\/report-a-problem[^"]*)"/.exec(await (await browser.get(path)).text())?.[1]?.replaceAll('&amp;', '&');

/** Reports a problem by the link on a page, or by another address of the form. */
async function report(browser: Client, fields: Record<string, string>, address = '/report-a-problem'): Promise<Response> {
	const token = /name="token" value="([^"]+)"/.exec(await (await browser.get(address)).text())![1]!;
	const [path, search = ''] = address.split('?');
	return browser.post(`${path}?/send&${search}`, { kind: 'broken', words: 'The button does nothing.', token, ...fields });
}

describe('the link', () => {
	test('stands on every page but where it would be in the way', async () => {
		for (const path of ['/', '/support', '/about', '/privacy', '/guides', PAGE, '/modules/managing-triggers/versions', '/certificates']) expect(await linkOn(nurse, path), path).toMatch(/^\/report-a-problem\?page=/);
		// An address that is no page of ours is not written down: it could say whom somebody sent there.
		expect(await linkOn(nurse, '/anna-smith')).toBe('/report-a-problem');
		for (const path of ['/modules/managing-triggers/pause', '/report-a-problem']) expect(await linkOn(nurse, path), path).toBeUndefined();
	});

	test('leads those who are not signed in to whom they can tell, and takes nothing from them', async () => {
		for (const path of ['/sign-in', '/about', `/verify/${TOKEN}`]) expect(await linkOn(client(site), path), path).toBe('/report-a-problem/without-signing-in');
		expect(await (await client(site).get('/report-a-problem/without-signing-in')).text()).toContain('Demo IT help desk');
		const sent = await client(site).post('/report-a-problem?/send', { kind: 'broken', words: 'spam' });
		expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sign-in?lost&next=%2Freport-a-problem']);
		expect(rows()).toEqual([]);
	});

	test('names the version of the module or guide that the page shows, and no token', async () => {
		const hash = served('SELECT current_version FROM module WHERE slug = ?', 'managing-triggers');
		const asked = async (path: string) => Object.fromEntries(new URL(`http://x${await linkOn(nurse, path)}`).searchParams);
		for (const path of [PAGE, '/modules/managing-triggers', `/modules/managing-triggers/versions/${hash}/text`]) expect(await asked(`${path}?x=y`), path).toEqual({ page: path, version: hash });
		const guide = served('SELECT current_version FROM guide WHERE slug = ?', 'guide-peer-lead');
		expect(await asked('/guides/guide-peer-lead')).toEqual({ page: '/guides/guide-peer-lead', version: guide });
		expect(await asked(`/verify/${TOKEN}`)).toEqual({ page: '/verify/…' });
		expect(await asked('/certificates/12')).toEqual({ page: '/certificates/…' });
	});
});

describe('a report', () => {
	test('keeps nothing of an address that somebody made up', async () => {
		for (const [made, kept] of [['/modules/managing-triggers/page/for-anna', '/modules/managing-triggers/…'], ['/modules/anna', '/modules/…'], ['/guides/anna', '/guides/…'], ['/anna-smith', '']] as const) {
			expect((await report(nurse, {}, `/report-a-problem?page=${made}`)).status).toBe(303);
			expect(rows().map((row) => (row as { page: string }).page), made).toContain(kept);
		}
		withDatabase(site, (database) => database.exec('DELETE FROM problem_report'));
	});

	test('keeps the page, its title and version, the words and the day, and nobody', async () => {
		const address = (await linkOn(nurse, PAGE))!;
		const response = await report(nurse, {}, address);
		expect([response.status, response.headers.get('location')]).toEqual([303, `/report-a-problem?sent&page=${encodeURIComponent(PAGE)}`]);
		expect(await (await nurse.get(response.headers.get('location')!)).text()).toContain(`href="${PAGE}"`);
		const hash = served('SELECT current_version FROM module WHERE slug = ?', 'managing-triggers');
		expect(rows()).toEqual([
			expect.objectContaining({ page: PAGE, title: expect.stringMatching(/^Managing triggers.*: /), version: hash, kind: 'broken', words: 'The button does nothing.', contact: '', reported_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
		]);
		const tables = everything(site);
		expect(JSON.stringify([tables.problem_report, tables.audit_entry, tables.sign_in_failure])).not.toMatch(/zeisig|T\d\d:/i);
		const requests = site.log().split('\n').filter((line) => !line.includes('"msg":"published"'));
		expect(requests.join('\n')).not.toMatch(/zeisig|managing-triggers|button/i);
	});

	test.each([
		[`/verify/${TOKEN}`, '/verify/…'],
		[`/%76erify/${TOKEN}`, ''],
		['https://evil.example/', ''],
		['/certificates/12', '/certificates/…'],
		['/modules/managing-triggers?secret=1', '/modules/managing-triggers']
	])('of %j is one of %j', async (page, kept) => {
		addPersonLike(site, 'nurse', `of-${kept.length}-${page.length}`);
		const words = `about ${page.length}`;
		expect((await report(await signIn(site, `of-${kept.length}-${page.length}`), { words }, `/report-a-problem?${new URLSearchParams({ page, version: 'f'.repeat(64) })}`)).status).toBe(303);
		expect(rows().filter((row) => row.words === words)).toEqual([expect.objectContaining({ page: kept, version: null })]);
		expect(JSON.stringify(everything(site).problem_report)).not.toContain(TOKEN);
	});

	test('with something missing, too long or with a name keeps what was typed', async () => {
		const missing = await report(nurse, { kind: '', words: '' });
		expect([missing.status, await missing.text()]).toEqual([400, expect.stringMatching(/Choose what went wrong[\s\S]*Write what you saw/)]);
		const long = await report(nurse, { words: 'x'.repeat(10_000) });
		const body = await long.text();
		expect(long.status).toBe(400);
		expect(body).toContain('Take out 8,000 characters');
		expect(body).toContain('x'.repeat(10_000));
		const before = rows().length;
		const named = await report(nurse, { words: 'It names Anna Smith', contact: 'me@example.org' }, '/report-a-problem?page=/support');
		const check = await named.text();
		expect(check).toContain('This may name a person');
		expect(check).toContain('value="me@example.org"');
		expect(check).toContain('page=%2Fsupport');
		expect(rows()).toHaveLength(before);
	});
});

describe('those who look after reports', () => {
	test('find many of them on several pages, and keep what they chose on the way', async () => {
		withDatabase(site, (database) => {
			const insert = database.prepare("INSERT INTO problem_report (id, page, title, kind, words, contact, reported_on) VALUES (?, '/cookies', '', 'other', ?, '', date('now'))");
			for (let number = 10; number < 35; number += 1) insert.run(`${number}`.repeat(32), `many-${number}`);
		});
		const learning = await signIn(site, 'learning');
		const seen = async (path: string) => (await (await learning.get(path)).text()).match(/many-\d\d/g) ?? [];
		const [first, second] = [await seen('/problems?about=/cookies'), await seen('/problems?state=open&about=%2Fcookies&page=2')];
		expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([20, 5, 25]);
		expect(await (await learning.get('/problems?state=open&about=/cookies')).text()).toContain('href="/problems?state=open&amp;about=%2Fcookies&amp;page=2"');
		withDatabase(site, (database) => database.prepare("DELETE FROM problem_report WHERE page = '/cookies'").run());
	});

	test('see what is theirs, mend it and delete it', async () => {
		await report(nurse, { words: 'Support is hard to find', contact: '=me@example.org' }, '/report-a-problem?page=/support');
		const [author, learning] = [await signIn(site, 'author'), await signIn(site, 'learning')];
		const text = async (browser: Client, path: string) => (await (await browser.get(path)).text()).replace(/<!--.*?-->/gs, '');
		expect(await text(learning, '/problems')).toContain('Support is hard to find');
		expect(await text(author, '/problems')).not.toContain('Support is hard to find');
		expect(await text(author, '/problems?state=open&about=/modules/managing-triggers')).toContain('The button does nothing.');
		expect(await text(author, '/problems?state=mended')).toContain('Nothing found');
		expect(await text(author, '/modules/managing-triggers/versions')).toContain('2 open reports');
		expect(await text(nurse, '/modules/managing-triggers/versions')).not.toContain('open report');
		expect(await (await learning.get('/problems/export')).text()).toContain("'=me@example.org");
		const { id } = rows().find(({ page }) => page === '/support')!;
		expect((await author.get(`/problems/${id}`)).status).toBe(404);
		expect((await author.post(`/problems/${id}?/mend`)).status).toBe(404);
		expect((await learning.post(`/problems/${id}?/mend`, { note: 'Put in the header.' })).status).toBe(303);
		expect(await text(learning, '/problems?state=mended')).toContain('Put in the header.');
		expect((await learning.post(`/problems/${id}?/reopen`)).status).toBe(303);
		expect((await learning.post(`/problems/${id}?/remove`)).status).toBe(400);
		expect((await learning.post(`/problems/${id}?/remove`, { confirm: 'yes' })).status).toBe(303);
		expect(rows().some((row) => row.id === id)).toBe(false);
		const entries = withDatabase(site, (database) => database.prepare("SELECT DISTINCT person_id FROM audit_entry WHERE action LIKE 'report.%'").pluck().all());
		expect(entries).toEqual(['demo-learning']);
	});
});
