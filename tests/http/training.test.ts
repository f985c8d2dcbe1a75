import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { ask, steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const STAFF = 'working-alongside-peers';
const PEERS = 'managing-triggers';

let site: Site;
beforeAll(async () => {
	site = await startSite();
}, 30_000);
afterAll(() => site.stop());

/** Adds somebody who has completed one module, and gives the address of the certificate. */
function addGraduate(like: string, username: string, module: string): string {
	addPersonLike(site, like, username, `Canary ${username}`);
	withDatabase(site, (database) =>
		database.prepare("INSERT INTO completion (person_id, module, completed_at, source) VALUES (?, ?, '2026-11-02T09:00:00.000Z', 'recorded')").run(username, module)
	);
	return '/certificates/1';
}

const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)![1]!;

/** The address of the link that a page shows. */
const linkIn = (html: string) => /<a href="http:[^"]*(\/verify\/[\w-]{22})"/.exec(html)![1]!;

/** Makes a link on a certificate's page; its address. */
async function makeLink(browser: Client, certificate: string): Promise<string> {
	const token = tokenIn(await (await browser.get(certificate)).text());
	const response = await browser.post(`${certificate}?/link`, { token, confirm: 'yes' });
	expect(response.status).toBe(200);
	return linkIn(await response.text());
}

/** What an address gives somebody who is not signed in, without its own token. */
async function seen(path: string) {
	const { status, headers, body } = await ask(site, path);
	return { status, headers: { ...headers, date: undefined, etag: undefined }, body: steady(body).replaceAll(path, '').replaceAll(encodeURIComponent(path), '') };
}

const UNKNOWN = '/verify/AAAAAAAAAAAAAAAAAAAAAA';

describe('a certificate', () => {
	test('cannot be shown in the name of a colleague without saying so', async () => {
		const certificate = addGraduate('peer', 'forger', PEERS);
		const browser = await signIn(site, 'forger');
		const rename = async (name: string) => {
			const base = /name="base" value="([0-9a-f]+)"/.exec(await (await browser.get('/my-record/details')).text())![1]!;
			expect((await browser.post('/my-record/details?/save', { base, name, email: '' })).status).toBe(303);
		};
		const NOTE = /The holder wrote this name themselves, on \d+ \w+ \d{4}\. The trust has not checked it\./;
		expect(await (await browser.get(certificate)).text()).not.toMatch(NOTE);
		const before = await makeLink(browser, certificate);
		await rename('Canary colleague');
		expect((await ask(site, before)).body).toContain('This certificate is not shown here');
		expect(await (await browser.get(certificate)).text()).toMatch(NOTE);
		const forged = await makeLink(browser, certificate);
		const { body } = await ask(site, forged);
		expect(body).toContain('Canary colleague completed');
		expect(body).toMatch(NOTE);
		expect(body).not.toContain('Canary forger');
		await rename('Canary forger');
		expect((await ask(site, forged)).body).toContain('This certificate is not shown here');
		const record = await (await browser.get('/my-record')).text();
		for (const name of ['Canary colleague', 'Canary forger']) expect(record).toContain(name);
	});

	test('has a number of its holder\'s own: to anybody else the address is of one that is not there', async () => {
		const certificate = addGraduate('nurse', 'holder', STAFF);
		expect(await (await (await signIn(site, 'holder')).get(certificate)).text()).toContain('Canary holder');
		addPersonLike(site, 'nurse', 'newcomer');
		const other = await signIn(site, 'newcomer');
		const answer = async (path: string) => {
			const response = await other.get(path);
			return [response.status, steady(await response.text()).replaceAll(path, '')];
		};
		expect(await answer(certificate)).toEqual(await answer('/certificates/999999'));
		const stored = withDatabase(site, (database) => database.prepare("SELECT id FROM completion WHERE person_id = 'holder'").pluck().get());
		expect(stored).not.toBe(1);
		expect(await (await (await signIn(site, 'holder')).get(certificate)).text()).not.toMatch(new RegExp(`completion"?:${stored}\\b|certificates/${stored}\\b`));
		for (const action of ['link', 'off']) expect((await other.post(`${certificate}?/${action}`, { token: 'AAAAAAAAAAAAAAAAAAAAAA', confirm: 'yes' })).status).toBe(404);
	});

	test.each(['0', '-1', '+1', '1.0', '1e0', '01', '0x1', ' 1', '1;', '1/', '99999999999999999999', 'NaN', '__proto__', '%00', 'é'])('with the id %j is not there, also for the holder of number 1', async (id) => {
		const holder = withDatabase(site, (database) => database.prepare('SELECT username FROM person JOIN completion ON person_id = person.id WHERE completion.id = 1').pluck().get()) as string;
		const browser = await signIn(site, holder);
		expect((await browser.get('/certificates/1')).status).toBe(200);
		expect([404, 308]).toContain((await browser.get(`/certificates/${encodeURI(id)}`)).status);
	});
});

describe('a link to a certificate', () => {
	test('says who completed what and when, and is kept out of caches and of search', async () => {
		const certificate = addGraduate('nurse', 'linked', STAFF);
		const link = await makeLink(await signIn(site, 'linked'), certificate);
		const { status, headers, body } = await ask(site, link);
		expect(status).toBe(200);
		expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' });
		expect(body).toContain('Canary linked completed "Working alongside peer workers" on 2 November 2026.');
		expect(site.log()).not.toContain(link);
	});

	test('that is unknown, cut off, switched off, replaced, or of a module for peers without its holder\'s wish: all answer alike', async () => {
		const certificate = addGraduate('peer', 'careful', PEERS);
		const browser = await signIn(site, 'careful');
		const token = tokenIn(await (await browser.get(certificate)).text());
		const refused = await browser.post(`${certificate}?/link`, { token });
		expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Confirm that people with the link may see this')]);
		expect(withDatabase(site, (database) => database.prepare("SELECT count(*) FROM certificate_link JOIN completion ON completion.id = completion WHERE person_id = 'careful'").pluck().get())).toBe(0);

		const replaced = await makeLink(browser, certificate);
		const off = await makeLink(browser, certificate);
		expect((await ask(site, off)).body).toContain('Canary careful completed "Managing triggers at work"');
		expect((await browser.post(`${certificate}?/off`)).status).toBe(303);
		const usual = await seen(UNKNOWN);
		expect(usual.body).toContain('This certificate is not shown here');
		for (const path of [replaced, off, `/verify/${token}`]) expect(await seen(path), path).toEqual(usual);
		for (const cut of [off.slice(0, -1), `${off}A`, '/verify/-1', '/verify/%00', '/verify/__proto__', '/verify/é'.replace('é', '%C3%A9')]) {
			const { status, body } = await ask(site, cut);
			expect([status, body], cut).toEqual([200, expect.stringContaining('This certificate is not shown here')]);
		}
		expect(await seen(off)).toEqual(usual);
	});

	test('is one, however often the form is sent', async () => {
		const certificate = addGraduate('nurse', 'impatient', STAFF);
		const browser = await signIn(site, 'impatient');
		const token = tokenIn(await (await browser.get(certificate)).text());
		const sent = await Promise.all(Array.from({ length: 5 }, () => browser.post(`${certificate}?/link`, { token })));
		expect(sent.map(({ status }) => status)).toEqual(Array(5).fill(200));
		const links = await Promise.all(sent.map(async (response) => linkIn(await response.text())));
		expect(new Set(links).size).toBe(1);
		expect((await ask(site, links[0]!)).body).toContain('Canary impatient');
		await browser.post(`${certificate}?/off`);
		expect((await browser.post(`${certificate}?/link`, { token })).status).toBe(409);
		expect(await seen(links[0]!)).toEqual(await seen(UNKNOWN));
	});

	test('is not in the form that made it, which is sent again by whoever goes back and reloads', async () => {
		const certificate = addGraduate('nurse', 'gone-home', STAFF);
		const browser = await signIn(site, 'gone-home');
		const token = tokenIn(await (await browser.get(certificate)).text());
		const link = linkIn(await (await browser.post(`${certificate}?/link`, { token })).text());
		expect(await seen(`/verify/${token}`)).toEqual(await seen(UNKNOWN));
		await browser.post('/sign-out');
		const again = await browser.post(`${certificate}?/link`, { token });
		expect([again.status, await again.text()]).toEqual([303, '']);
		expect(link).not.toContain(token);
	});
});

describe('a date for the calendar', () => {
	test('is the same for a peer and for everybody else, whatever is asked of them, and names nothing', async () => {
		const answers = await Promise.all(
			['peer', 'experienced-peer', 'nurse', 'psychologist'].map(async (username) => {
				const response = await (await signIn(site, username)).get('/due/2026-12-31.ics');
				return { status: response.status, type: response.headers.get('content-type'), body: (await response.text()).replace(/DTSTAMP:\S+/, '') };
			})
		);
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		expect(answers[0]).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8', body: expect.stringContaining('SUMMARY:Training in Alongside\r\n') });
	});

	test.each(['2026-02-30', '2026-13-01', '26-1-1', '3 March 2026', '+2026-01-01', '2026-01-01T00:00', 'managing-triggers', '__proto__', '%0d%0aX:1', '0000-00-00'])('%s is none', async (date) => {
		expect((await (await signIn(site, 'nurse')).get(`/due/${date}.ics`)).status).toBe(404);
	});
});

describe('my training', () => {
	test('is at most 20 KB of HTML for anybody', async () => {
		for (const username of ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'peer-lead', 'psychologist', 'pharmacist']) {
			expect(Buffer.byteLength(await (await (await signIn(site, username)).get('/')).text()), username).toBeLessThanOrEqual(20_000);
		}
	});

	test('says kindly where a module is recorded often enough for a day', async () => {
		addPersonLike(site, 'nurse', 'keen');
		withDatabase(site, (database) => {
			const insert = database.prepare("INSERT INTO completion (person_id, module, completed_at, source) VALUES ('keen', ?, ?, 'site')");
			for (let time = 0; time < 20; time += 1) insert.run(STAFF, new Date().toISOString());
		});
		const response = await (await signIn(site, 'keen')).post(`/modules/${STAFF}?/start`);
		expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('This is recorded for today already.')]);
	});

	test('leads to a module that is served no more in no way, and goes on', async () => {
		const certificate = addGraduate('nurse', 'long-here', 'taken-away');
		const browser = await signIn(site, 'long-here');
		const page = await (await browser.get('/')).text();
		expect(page).toContain(certificate);
		expect(page).not.toContain('/modules/taken-away');
		expect((await browser.get(certificate)).status).toBe(200);
	});

	test('asks to sign in whoever is not', async () => {
		for (const path of ['/', '/certificates', '/certificates/1', '/due/2026-12-31.ics']) expect((await client(site).get(path)).headers.get('location'), path).toMatch(/^\/sign-in\?next=/);
	});
});
