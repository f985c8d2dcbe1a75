import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { everything, steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MODULES = ['working-alongside-peers', 'managing-triggers', 'finding-your-way', 'joining-a-busy-team', 'peer-emotional-labour', 'four-month-check-in', 'team-readiness', 'growing-in-your-role'];
const PEERS = '/modules/managing-triggers';
const THANKS = (module: string) => `${module}/comment?sent`;

let site: Site;
let people = 0;
beforeAll(async () => {
	site = await startSite();
}, 30_000);
afterAll(() => site.stop());

/** Somebody of a new name, who has completed every module that is asked about here. */
async function learner(like = 'nurse'): Promise<{ username: string; browser: Client }> {
	people += 1;
	const username = `giver-zeisig-${people}`;
	addPersonLike(site, like, username, `Zeisig Giver ${people}`);
	withDatabase(site, (database) => {
		const insert = database.prepare("INSERT INTO completion (person_id, module, completed_at, source) VALUES (?, ?, '2026-11-02T09:00:00.000Z', 'recorded')");
		for (const module of MODULES) insert.run(username, module);
	});
	return { username, browser: await signIn(site, username) };
}

async function tokenOn(browser: Client, path: string): Promise<string> {
	return /name="token" value="([^"]+)"/.exec(await (await browser.get(path)).text())![1]!;
}

async function say(browser: Client, module: string, fields: Record<string, string>) {
	const path = `${module}/comment`;
	return browser.post(`${path}?/send`, { hard: '', change: '', token: await tokenOn(browser, path), ...fields });
}

const query = (sql: string, ...values: unknown[]) => withDatabase(site, (database) => database.prepare(sql).all(...values)) as Record<string, unknown>[];

/** The database as it lies on the disk, with its write-ahead log. */
const onDisk = () => Buffer.concat([site.database, `${site.database}-wal`].filter((file) => existsSync(file)).map((file) => readFileSync(file)));

function placesOf(words: string, file: Buffer): number[] {
	const places: number[] = [];
	for (let at = file.indexOf(words); at !== -1; at = file.indexOf(words, at + 1)) places.push(at);
	return places;
}

describe('4 people who say something of each of 8 modules', () => {
	const WORDS = (module: string, person: number) => `said-of-${module}-by-number-${person}-end`;
	let givers: { username: string; browser: Client }[];
	let author: Client;
	let before: string;

	beforeAll(async () => {
		author = await signIn(site, 'author');
		before = steady(await (await author.get('/comments')).text());
		givers = [];
		for (let person = 0; person < 4; person += 1) givers.push(await learner(person % 2 === 0 ? 'nurse' : 'peer'));
		for (const [person, { browser }] of givers.entries()) {
			for (const module of MODULES) {
				const response = await say(browser, `/modules/${module}`, { change: WORDS(module, person) });
				expect([response.status, response.headers.get('location')]).toEqual([303, THANKS(`/modules/${module}`)]);
			}
		}
	}, 60_000);

	test('are in no row with what they said, nor is any time or day', () => {
		const tables = everything(site);
		const holding = Object.entries(tables).filter(([, rows]) => JSON.stringify(rows).includes('said-of-'));
		expect(holding.map(([name]) => name)).toEqual(['comment']);
		const stored = JSON.stringify(Object.entries(tables).filter(([name]) => name.startsWith('comment')));
		expect(stored).not.toMatch(/zeisig/i);
		expect(stored).not.toMatch(/\d{4}-\d\d-\d\d/);
		expect(tables.comment).toHaveLength(32);
		expect(tables.comment_giver).toHaveLength(32);
		expect(tables.comment_batch).toEqual([]);
		expect(JSON.stringify(tables.audit_entry)).not.toMatch(/zeisig|comment/i);
	});

	test('are hashed anew for each module, so that nobody can see that the same ones said something of two', () => {
		expect(query('SELECT DISTINCT giver FROM comment_giver')).toHaveLength(32);
	});

	test('cannot be told by the order on the disk, where nothing of an earlier order is left', () => {
		const file = onDisk();
		const first = (module: string, person: number) => {
			const places = placesOf(WORDS(module, person), file);
			expect(places, WORDS(module, person)).toHaveLength(1);
			return places[0]!;
		};
		const orders = MODULES.map((module) => [0, 1, 2, 3].sort((one, other) => first(module, one) - first(module, other)).join(''));
		const telling = orders.filter((order) => ['0123', '3210'].includes(order));
		expect(telling.length, orders.join(' ')).toBeLessThan(5);
		const byId = MODULES.map((module) => query('SELECT change FROM comment WHERE module = ? ORDER BY id', module).map(({ change }) => /\d/.exec(String(change))![0]).join(''));
		expect(byId.filter((order) => order === '0123').length, byId.join(' ')).toBeLessThan(5);
	});

	test('are in no line of the log, nor is what they said or of which module', () => {
		expect(site.log()).toContain('"route":"/modules/[slug]/comment"');
		const requests = site.log().split('\n').filter((line) => !line.includes('"msg":"published"'));
		expect(requests.join('\n')).not.toMatch(/zeisig|said-of|managing-triggers|working-alongside/i);
	});

	test('are nothing that authors can see, not even that somebody is waiting', async () => {
		expect(steady(await (await author.get('/comments')).text())).toBe(before);
		expect(await (await author.get('/comments/export')).text()).not.toContain('said-of-');
		for (const { id } of query('SELECT id FROM comment')) expect((await author.get(`/comments/${id}`)).status).toBe(404);
	});

	test('are passed on when a fifth does, who is thanked in the same words as the first', async () => {
		const first = steady(await (await givers[0]!.browser.get(THANKS(PEERS))).text()).replaceAll('Zeisig Giver 1', '');
		const fifth = await learner('doctor');
		const response = await say(fifth.browser, PEERS, { hard: '=1+1', change: WORDS('managing-triggers', 4) });
		expect([response.status, response.headers.get('location')]).toEqual([303, THANKS(PEERS)]);
		expect(steady(await (await fifth.browser.get(THANKS(PEERS))).text()).replaceAll('Zeisig Giver 5', '')).toBe(first);
		const page = await (await author.get('/comments?module=managing-triggers')).text();
		for (let person = 0; person < 5; person += 1) expect(page).toContain(WORDS('managing-triggers', person));
		expect(page).not.toMatch(/zeisig|said-of-finding/i);
		expect(query("SELECT count(*) AS left FROM comment_giver WHERE module = 'managing-triggers'")).toEqual([{ left: 0 }]);
		const file = await author.get('/comments/export');
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="comments.csv"');
		expect(await file.text()).toMatch(/,'=1\+1,said-of-managing-triggers-by-number-4-end,/);
	});

	test('can be told what changed because of it, and the note names nobody', async () => {
		const [{ id }] = query('SELECT id FROM comment_batch') as [{ id: string }];
		const refused = await author.post(`/comments/${id}?/settle`, { note: 'Dr Patel wrote page 2 again.' });
		expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Take out what may name a person: Dr Patel')]);
		expect((await author.post(`/comments/${id}?/settle`, { note: 'Page 2 is shorter.' })).status).toBe(303);
		expect(await (await givers[0]!.browser.get(PEERS)).text()).toContain('Page 2 is shorter.');
		expect(await (await author.get('/comments')).text()).toContain('Dealt with on');
		expect((await author.post(`/comments/${id}?/unsettle`)).status).toBe(303);
		expect(await (await givers[0]!.browser.get(PEERS)).text()).not.toContain('Page 2 is shorter.');
	});

	test('lose a comment for good when somebody confirms it', async () => {
		const [{ id, comment }] = query("SELECT batch AS id, id AS comment FROM comment WHERE change LIKE '%number-4%'") as [{ id: string; comment: string }];
		const unsure = await author.post(`/comments/${id}?/remove`, { comment });
		expect([unsure.status, await unsure.text()]).toEqual([400, expect.stringContaining('Confirm that you want to delete this comment')]);
		expect((await author.post(`/comments/${id}?/remove`, { comment, confirm: 'yes' })).status).toBe(303);
		expect(placesOf(WORDS('managing-triggers', 4), onDisk())).toEqual([]);
	});
});

describe('a comment', () => {
	const COUNT = 'SELECT count(*) AS comments FROM comment';

	test('is only for those who have completed the module', async () => {
		addPersonLike(site, 'nurse', 'has-not');
		const browser = await signIn(site, 'has-not');
		expect((await browser.get(`${PEERS}/comment`)).headers.get('location')).toBe(PEERS);
		expect((await browser.post(`${PEERS}/comment?/send`, { hard: 'words' })).status).toBe(403);
		expect(await (await browser.get(PEERS)).text()).not.toContain('Say what you think');
		const { browser: other } = await learner();
		for (const path of [PEERS, `${PEERS}/finish`]) expect(await (await other.get(path)).text()).toContain(`href="${PEERS}/comment"`);
	});

	test('that is empty or too long is refused, with everything still in the boxes', async () => {
		const { browser } = await learner();
		const before = query(COUNT);
		const empty = await say(browser, PEERS, {});
		expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining('Write something in one of the two boxes')]);
		const long = `${'long '.repeat(2000)}end`;
		const response = await say(browser, PEERS, { hard: 'The first box', change: long });
		const body = await response.text();
		expect(response.status).toBe(400);
		expect(body).toContain('Take out 8,003 characters: you can use up to 2,000 here');
		expect(body).toContain(long);
		expect(body).toContain('The first box</textarea>');
		expect(query(COUNT)).toEqual(before);
	});

	test('that is larger than any form is refused kindly', async () => {
		const { browser } = await learner();
		const response = await say(browser, PEERS, { hard: 'x'.repeat(600_000) });
		const body = await response.text();
		expect(response.status).toBe(413);
		expect(body).toContain('Sorry, this is too long to send');
		expect(site.running()).toBe(true);
	});

	test('that is sent twice at once is one', async () => {
		const { browser } = await learner();
		const fields = { hard: 'sent twice at once', change: '', token: await tokenOn(browser, `${PEERS}/comment`) };
		const responses = await Promise.all([1, 2, 3].map(() => browser.post(`${PEERS}/comment?/send`, fields)));
		expect(responses.map(({ status }) => status)).toEqual([303, 303, 303]);
		expect(query("SELECT id FROM comment WHERE hard = 'sent twice at once'")).toHaveLength(1);
	});

	test('with a token that is none is kept in the form, which then has a good one', async () => {
		const { browser } = await learner();
		const response = await say(browser, PEERS, { hard: 'an old form', token: 'made-up' });
		const body = await response.text();
		expect([response.status, body]).toEqual([400, expect.stringContaining('an old form</textarea>')]);
		const token = /name="token" value="([^"]+)"/.exec(body)![1]!;
		expect((await say(browser, PEERS, { hard: 'an old form', token })).status).toBe(303);
	});

	test('that may name a person is shown again first, and sent when somebody says so', async () => {
		const { browser } = await learner();
		const fields = { hard: 'Anna Smith said\n"no" <b>', change: 'nothing', token: await tokenOn(browser, `${PEERS}/comment`) };
		const check = await browser.post(`${PEERS}/comment?/send`, fields);
		const body = await check.text();
		expect(check.status).toBe(200);
		expect(body).toContain('This may name a person: <strong class="alongside-names">Anna Smith</strong>.');
		expect(body).toContain('value="Anna Smith said\n&quot;no&quot; &lt;b');
		expect(query("SELECT id FROM comment WHERE hard LIKE 'Anna Smith%'")).toEqual([]);
		const back = await (await browser.post(`${PEERS}/comment?/change`, fields)).text();
		expect(back).toMatch(/Anna Smith said\n"no" &lt;b>?(&gt;)?<\/textarea>/);
		expect(back).toContain(fields.token);
		expect((await browser.post(`${PEERS}/comment?/send`, { ...fields, asItIs: 'yes' })).status).toBe(303);
		expect(query("SELECT hard FROM comment WHERE hard LIKE 'Anna Smith%'")).toEqual([{ hard: 'Anna Smith said\n"no" <b>' }]);
	});

	test('after 10 in an hour waits, in its box', async () => {
		const { browser } = await learner();
		for (let sent = 0; sent < 10; sent += 1) expect((await say(browser, PEERS, { hard: `flood ${sent}` })).status).toBe(303);
		const response = await say(browser, PEERS, { hard: 'one too many' });
		const body = await response.text();
		expect(response.status).toBe(429);
		expect(body).toContain('You have sent a lot in the last hour. Wait 60 minutes');
		expect(body).toContain('one too many</textarea>');
		expect(JSON.stringify(query('SELECT * FROM sign_in_failure'))).toBe('[]');
	});
});
