import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, trySigningIn, withDatabase, type Client, type Site } from '../site.ts';
import { everything } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

let site: Site;
beforeAll(async () => {
	site = await startSite();
}, 30_000);
afterAll(() => site.stop());

/** Somebody of their own for a test, signed in. */
async function enter(username: string): Promise<Client> {
	addPersonLike(site, 'peer', username);
	return signIn(site, username);
}

const isSignedIn = async (browser: Client) => (await browser.get('/')).status === 200;
const marks = async (browser: Client) => [...(await (await browser.get('/my-record/sessions')).text()).matchAll(/name="session" value="([0-9a-f]{16})"/g)].map(([, mark]) => mark!);
const baseIn = (html: string) => /name="base" value="([0-9a-f]+)"/.exec(html)![1]!;

describe('a download', () => {
	test.each([
		['json', 'application/json; charset=utf-8'],
		['csv', 'text/csv; charset=utf-8']
	])('as %s is of whoever asks, and its name says nothing', async (kind, type) => {
		const browser = await enter(`downloader-${kind}`);
		const response = await browser.get(`/my-record/download.${kind}`);
		expect(response.headers.get('content-type')).toBe(type);
		expect(response.headers.get('content-disposition')).toBe(`attachment; filename="my-record.${kind}"`);
		expect(response.headers.get('cache-control')).toBe('private, no-store');
		const text = await response.text();
		expect(text).toContain(`downloader-${kind}`);
		expect(text).not.toContain('argon2');
		expect(text).not.toContain(browser.token()!);
	});

	test('as CSV holds no formula, whatever is stored', async () => {
		addPersonLike(site, 'nurse', 'formula', '=HYPERLINK("https://evil.example")');
		const text = await (await (await signIn(site, 'formula')).get('/my-record/download.csv')).text();
		expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
		for (const line of text.slice(1).split('\r\n')) for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell.replace(/^"/, ''), cell).not.toMatch(/^[=+\-@\t\r]/);
	});
});

describe('details', () => {
	test('are put right for whoever asks, with no say in anything else', async () => {
		const browser = await enter('renamed');
		const before = everything(site);
		const base = baseIn(await (await browser.get('/my-record/details')).text());
		const more = { id: 'demo-doctor', person_id: 'demo-doctor', username: 'doctor', state: 'left', team_id: 'demo-ward-b', role: 'learning' };
		const response = await browser.post('/my-record/details?/save', { base, name: "Aoife O'Brien-Smith", email: 'a@example.nhs.uk', ...more });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/my-record/details?saved']);
		const after = everything(site);
		const changed = Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]));
		expect(changed.sort()).toEqual(['audit_entry', 'name_change', 'person']);
		const rows = (all: typeof before) => (all.person as { id: string }[]).map((row) => (row.id === 'renamed' ? { ...row, name: '', email: '' } : row));
		expect(rows(after)).toEqual(rows(before));
		expect(JSON.stringify(after.audit_entry)).not.toMatch(/Aoife|a@example/);
		const page = await (await browser.get('/my-record/details?saved')).text();
		expect(page).toContain('Saved.');
		expect(page).toContain("Aoife O'Brien-Smith");
	});

	test.each([
		['', 'Enter your name'],
		['x'.repeat(1000), 'more than 100 characters'],
		['Ng\u202Egn', 'cannot be shown']
	])('that are nonsense are refused, and what was typed is kept: %j', async (name, words) => {
		const browser = await enter(`typist-${name.length}`);
		const base = baseIn(await (await browser.get('/my-record/details')).text());
		const response = await browser.post('/my-record/details?/save', { base, name, email: 'kept@example' });
		const page = await response.text();
		expect(response.status).toBe(400);
		expect(page).toContain(words);
		expect(page).toContain('Enter an email address with an @');
		expect(page).toContain('value="kept@example"');
		if (name.length > 100) expect(page).toContain(`value="${name}"`);
		expect(page).not.toContain('\u202E');
	});

	test('that were changed meanwhile are shown beside what was typed', async () => {
		const browser = await enter('two-tabs');
		const base = baseIn(await (await browser.get('/my-record/details')).text());
		await browser.post('/my-record/details?/save', { base, name: 'First tab', email: '' });
		const response = await browser.post('/my-record/details?/save', { base, name: 'Second tab', email: '' });
		const page = await response.text();
		expect(response.status).toBe(409);
		expect(page).toContain('Your details have changed since you opened this page');
		expect(page).toContain('<bdi>First tab</bdi>');
		expect(page).toContain('value="Second tab"');
	});
});

describe('a password', () => {
	const NEXT = 'three words together';

	test('that is changed ends the other sessions, and this one goes on with another token', async () => {
		const [here, there] = [await enter('changer'), await signIn(site, 'changer')];
		const before = here.token()!;
		const response = await here.post('/my-record/password?/change', { current: 'demonstration', next: NEXT, again: NEXT });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/my-record/password?changed']);
		expect(here.token()).not.toBe(before);
		expect(await isSignedIn(here)).toBe(true);
		for (const browser of [there, client(site, before)]) expect(await isSignedIn(browser)).toBe(false);
		const old = await trySigningIn(client(site), 'changer', 'demonstration');
		expect(old.status).toBe(400);
		const fresh = await trySigningIn(client(site), 'changer', NEXT);
		expect(fresh.status).toBe(303);
	});

	test.each([
		[NEXT, 'three words togetehr', 'The two new passwords are not the same'],
		[NEXT, '', 'The two new passwords are not the same'],
		['password2026', 'password2026', 'it is easy to guess'],
		['aaaaaaaaaaaa', 'aaaaaaaaaaaa', 'it is easy to guess']
	])('stays as it is where the new one is %j and then %j, and is not printed', async (next, again, words) => {
		const username = `undecided-${next.length}-${again.length}-${next[0]}`;
		const browser = await enter(username);
		const response = await browser.post('/my-record/password?/change', { current: 'demonstration', next, again });
		const page = await response.text();
		expect([response.status, page]).toEqual([400, expect.stringContaining(words)]);
		for (const typed of [next, again].filter((text) => text !== '')) expect(page).not.toContain(typed);
		expect(await isSignedIn(await signIn(site, username))).toBe(true);
	});

	test('cannot be guessed at a screen that was left open, and is never printed', async () => {
		const browser = await enter('left-open');
		for (let count = 0; count < 10; count += 1) {
			const response = await browser.post('/my-record/password?/change', { current: `guess-${count}`, next: NEXT, again: NEXT });
			expect(response.status).toBe(400);
			const page = await response.text();
			for (const typed of [`guess-${count}`, NEXT]) expect(page).not.toContain(typed);
		}
		const response = await browser.post('/my-record/password?/change', { current: 'demonstration', next: NEXT, again: NEXT });
		expect([response.status, await response.text()]).toEqual([429, expect.stringContaining('There have been too many tries')]);
		expect(site.log()).not.toMatch(/guess-|three words/);
	});
});

describe('sessions', () => {
	test('can be signed out one by one, and by nobody else', async () => {
		const [here, there] = [await enter('two-desks'), await signIn(site, 'two-desks')];
		const meddler = await enter('meddler');
		const [mark] = await marks(here);
		await meddler.post('/my-record/sessions?/end', { session: mark! });
		expect(await isSignedIn(there)).toBe(true);
		const ids = withDatabase(site, (database) => database.prepare('SELECT id FROM session').pluck().all()) as string[];
		const page = await (await here.get('/my-record/sessions')).text();
		for (const id of ids) expect(page).not.toContain(id.slice(0, 16));
		await here.post('/my-record/sessions?/end', { session: mark! });
		expect(await isSignedIn(there)).toBe(false);
		expect(await isSignedIn(here)).toBe(true);
	});

	test('are all ended by signing out everywhere, which says so', async () => {
		const [here, there] = [await enter('everywhere'), await signIn(site, 'everywhere')];
		const response = await here.post('/my-record/sessions?/everywhere');
		expect([response.status, response.headers.get('location'), here.token()]).toEqual([303, '/sign-in?everywhere', undefined]);
		expect(await (await here.get('/sign-in?everywhere')).text()).toContain('You are signed out everywhere.');
		expect(await isSignedIn(there)).toBe(false);
	});
});
