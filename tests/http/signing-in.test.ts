import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, trySigningIn, withDatabase, type Client, type Site } from '../site.ts';
import { everything, steady } from './ask.ts';
import { TABLE } from './ways.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const MODULE = '/modules/working-alongside-peers';
const PAGE = `${MODULE}/page/check`;

let site: Site;
beforeAll(async () => {
	site = await startSite();
}, 30_000);
afterAll(() => site.stop());

const isSignedIn = async (browser: Client) => (await browser.get('/')).status === 200;
const tries = (browser: Client, username: string, password: string, headers: Record<string, string> = {}) => trySigningIn(browser, username, password, { headers });
/** The hidden fields of the sign-in form on a page. */
const fieldsOf = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(token|held)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
const sessions = () => withDatabase(site, (database) => database.prepare('SELECT count(*) FROM session').pluck().get());

describe('the session cookie', () => {
	test('is for this site only, out of reach of scripts and of other sites', async () => {
		const response = await tries(client(site), 'nurse', 'demonstration');
		const [cookie, ...more] = response.headers.getSetCookie();
		const [value, ...attributes] = cookie!.split('; ');
		expect(more).toEqual([]);
		expect(value).toMatch(/^session=[\w-]{43}$/);
		expect(attributes.map((attribute) => attribute.replace(/^Expires=.*/, 'Expires')).sort()).toEqual(['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax']);
	});

	test('is a new one at each sign-in, and the one before is worth nothing', async () => {
		const browser = await signIn(site, 'nurse');
		const before = browser.token()!;
		await tries(browser, 'nurse', 'demonstration');
		expect(browser.token()).not.toBe(before);
		expect(await isSignedIn(client(site, before))).toBe(false);
		expect(await isSignedIn(browser)).toBe(true);
	});

	test('is never one that somebody else has thought of', async () => {
		const browser = client(site, 'a'.repeat(43));
		await tries(browser, 'nurse', 'demonstration');
		expect(browser.token()).not.toBe('a'.repeat(43));
		expect(await isSignedIn(client(site, 'a'.repeat(43)))).toBe(false);
	});

	test('is worth nothing after signing out, in this browser and in no other', async () => {
		const [here, there] = [await signIn(site, 'nurse'), await signIn(site, 'nurse')];
		const token = here.token()!;
		const response = await here.post('/sign-out');
		expect([response.status, response.headers.get('location'), here.token()]).toEqual([303, '/sign-in', undefined]);
		expect(await isSignedIn(client(site, token))).toBe(false);
		expect(await isSignedIn(there)).toBe(true);
	});

	test('is worth nothing once its time is over', async () => {
		addPersonLike(site, 'nurse', 'away');
		const browser = await signIn(site, 'away');
		withDatabase(site, (database) => database.prepare("UPDATE session SET expires_at = '2026-01-01T00:00:00.000Z' WHERE person_id = 'away'").run());
		expect(await isSignedIn(browser)).toBe(false);
	});

	test('is sent with no page', async () => {
		const browser = await signIn(site, 'nurse');
		for (const path of ['/', MODULE, PAGE, '/sign-in', '/support', '/nothing', `${PAGE}/__data.json`]) {
			expect(await (await browser.get(path)).text(), path).not.toContain(browser.token()!);
		}
	});
});

test('signing out by a link does nothing', async () => {
	const browser = await signIn(site, 'nurse');
	for (const method of ['GET', 'HEAD', 'OPTIONS']) await browser.get('/sign-out', { method });
	expect(await isSignedIn(browser)).toBe(true);
});

describe('a refusal', () => {
	const page = async (username: string, password: string) => {
		const response = await tries(client(site), username, password);
		const body = steady(await response.text()).replace(`value="${username}"`, 'value=""');
		return { status: response.status, cookies: response.headers.getSetCookie(), body };
	};

	test('is the same for a wrong password, an unknown account and one that is suspended', async () => {
		addPersonLike(site, 'nurse', 'suspended');
		withDatabase(site, (database) => database.prepare("UPDATE person SET state = 'suspended' WHERE id = 'suspended'").run());
		const wrong = await page('doctor', 'wrong');
		expect(wrong).toMatchObject({ status: 400, cookies: [] });
		expect(wrong.body).toContain('The username or the password is not right. Check both and try again');
		expect(await page('nobody-at-all', 'wrong')).toEqual(wrong);
		expect(await page('suspended', 'wrong')).toEqual(wrong);
		expect(await page('suspended', 'demonstration')).toEqual(wrong);
	});

	test('never prints the password', async () => {
		const response = await tries(client(site), 'doctor', 'a-password-nobody-has');
		expect(await response.text()).not.toContain('a-password-nobody-has');
		expect(site.log()).not.toMatch(/a-password-nobody-has|doctor/);
	});

	test('comes at once where nothing was typed', async () => {
		const before = sessions();
		for (const [username, password, words] of [[' ', 'x', 'Enter your username'], ['nurse', '', 'Enter your password'], ['', '', 'Enter your username']] as const) {
			const response = await tries(client(site), username, password);
			expect(response.status).toBe(400);
			expect(await response.text()).toContain(words);
		}
		expect(sessions()).toBe(before);
	});
});

describe('after ten wrong tries', () => {
	test.each(['throttled', 'unknown-to-all'])('%s has to wait, from whatever address it claims to come', async (username) => {
		if (username === 'throttled') addPersonLike(site, 'nurse', username);
		for (let count = 0; count < 10; count += 1) {
			const { status } = await tries(client(site), username, 'wrong', { 'x-forwarded-for': `192.0.2.${count}`, 'x-real-ip': `192.0.2.${count}`, forwarded: `for=192.0.2.${count}` });
			expect(status).toBe(400);
		}
		for (const spelling of [username, username.toUpperCase(), ` ${username} `]) {
			const response = await tries(client(site), spelling, 'demonstration', { 'x-forwarded-for': '198.51.100.1' });
			expect(response.status).toBe(429);
			expect(response.headers.getSetCookie()).toEqual([]);
			expect(await response.text()).toContain('There have been too many tries. Wait 15 minutes, then try again');
		}
	});
});

describe('the page that somebody wanted', () => {
	test('comes after signing in', async () => {
		const browser = client(site);
		const { headers } = await browser.get(`${PAGE}?x=%2F`);
		const sent = await browser.get(headers.get('location')!);
		expect(await sent.text()).toContain(`action="?/signIn&amp;next=${encodeURIComponent(`${PAGE}?x=%2F`)}"`);
		const response = await trySigningIn(browser, 'nurse', 'demonstration', { next: `${PAGE}?x=%2F` });
		expect(response.headers.get('location')).toBe(`${PAGE}?x=%2F`);
	});

	const E = 'evil.example';
	const ELSEWHERE = [
		`https://${E}`, `http://${E}`, `HTTPS://${E}`, `https:${E}`, `https:/${E}`, `https:///${E}`, `https:\\\\${E}`, `https://localhost@${E}`, `https://${E}#localhost`, `https://${E}?localhost`,
		`//${E}`, `///${E}`, `////${E}`, `//${E}/`, `//${E}/%2f..`, `//${E}/..`, `//localhost@${E}`, `//${E}:80`, `//${E}\\@localhost`, `//%65vil.example`,
		`/\\${E}`, `\\/${E}`, `\\\\${E}`, `\\${E}`, `/\\/${E}`, `/\\\\${E}`, `//\\${E}`, `/%5c${E}`, `/%5c%5c${E}`, `%5c%5c${E}`,
		`/\t/${E}`, `/\n/${E}`, `/\r/${E}`, `/\r\n/${E}`, `\t//${E}`, `\n//${E}`, ` //${E}`, `\u0000//${E}`, `\u00a0//${E}`, `\u3000//${E}`,
		`/.//${E}`, `/..//${E}`, `/./\\${E}`, `/a/..//${E}`, `/a/../..//${E}`, `/%2e//${E}`, `/%2e%2e//${E}`, `/;//${E}`, `/%09/${E}`, `/%0a/${E}`,
		`%2f%2f${E}`, `/%2f${E}`, `/%2f%2f${E}`, `%68ttps://${E}`, `//${E}%00`, `//ｅvil.example`, `//evil。example`, `/／${E}`, `／／${E}`, `//[::ffff:1.2.3.4]`,
		`javascript:alert(1)`, `data:text/html,x`, `ftp://${E}`, `ws://${E}`, `@${E}`, `.${E}`, `?next=//${E}`, `#//${E}`
	];

	test('is never on another site, however that is spelt', async () => {
		expect(ELSEWHERE.length).toBeGreaterThanOrEqual(60);
		const led: string[] = [];
		for (const next of ELSEWHERE) {
			const shown = await (await client(site).get(`/sign-in?next=${encodeURIComponent(next)}`)).text();
			const [, offered] = /action="\?\/signIn&amp;next=([^"]*)"/.exec(shown)!;
			const response = await trySigningIn(client(site), 'nurse', 'demonstration', { next });
			for (const address of [decodeURIComponent(offered!), response.headers.get('location')!]) {
				// As a browser reads it, and as one would that treats backslashes as it likes.
				const safe = new URL(address, site.origin).origin === site.origin && /^\/(?![/\\])/.test(address);
				if (!safe) led.push(`${next} → ${address}`);
			}
		}
		expect(led).toEqual([]);
	});
});

describe('a sign-in form', () => {
	/** A sign-in page's form, filled in. */
	async function filledIn(browser: Client, username: string, password = 'demonstration'): Promise<Record<string, string>> {
		return { username, password, token: fieldsOf(await (await browser.get('/sign-in')).text()).token! };
	}

	test('signs in once: sent again by whoever goes back and reloads, it signs nobody in and shows nobody\'s name', async () => {
		addPersonLike(site, 'nurse', 'goes-home');
		const browser = client(site);
		const form = await filledIn(browser, 'goes-home');
		expect((await browser.post('/sign-in?/signIn', form)).status).toBe(303);
		await browser.post('/sign-out');
		const again = await browser.post('/sign-in?/signIn', form);
		const page = await again.text();
		expect([again.status, again.headers.getSetCookie(), browser.token()]).toEqual([400, [], undefined]);
		expect(page).toContain('This form had been sent before, so it signed nobody in.');
		expect(page).not.toContain('goes-home');
		const next = { ...form, token: fieldsOf(page).token! };
		expect((await browser.post('/sign-in?/signIn', next)).status).toBe(303);
	});

	test('is used up also by a refusal, so that waiting makes it worth nothing', async () => {
		addPersonLike(site, 'nurse', 'impatient');
		const browser = client(site);
		for (let count = 0; count < 10; count += 1) await tries(browser, 'impatient', 'wrong');
		const form = await filledIn(browser, 'impatient');
		expect((await browser.post('/sign-in?/signIn', form)).status).toBe(429);
		withDatabase(site, (database) => database.prepare('DELETE FROM sign_in_failure').run());
		const again = await browser.post('/sign-in?/signIn', form);
		expect([again.status, browser.token()]).toEqual([400, undefined]);
	});

	test('is used once, however many times it comes at once', async () => {
		addPersonLike(site, 'nurse', 'double-click');
		const form = await filledIn(client(site), 'double-click');
		const sent = await Promise.all(Array.from({ length: 6 }, () => client(site).post('/sign-in?/signIn', form)));
		expect(sent.filter(({ status }) => status === 303)).toHaveLength(1);
	});

	test('works in two tabs', async () => {
		const browser = client(site);
		const [one, two] = [await filledIn(browser, 'nurse'), await filledIn(browser, 'doctor')];
		expect((await browser.post('/sign-in?/signIn', one)).status).toBe(303);
		expect((await browser.post('/sign-in?/signIn', two)).status).toBe(303);
		expect(await (await browser.get('/')).text()).toContain('Demo doctor');
	});

	test.each(['', 'A', 'A'.repeat(60)])('that is too old, or has the token %j, signs nobody in, and keeps the username', async (token) => {
		const browser = client(site);
		const response = await browser.post('/sign-in?/signIn', { ...(await filledIn(browser, 'nurse')), token });
		const page = await response.text();
		expect([response.status, browser.token()]).toEqual([400, undefined]);
		expect(page).toContain('This page was too old to sign you in. Type your password again');
		expect(page).toContain('value="nurse"');
		expect(page).not.toContain('value="demonstration"');
	});

	test('is in no cache, whoever asks for it', async () => {
		const browser = client(site);
		const answers = [await browser.get('/sign-in'), await tries(browser, 'nurse', 'wrong'), await browser.post('/sign-in?/hold', { reader: 'demo-nurse' })];
		expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(3).fill('private, no-store'));
	});
});

describe('a form of somebody who has been signed out', () => {
	const ANSWER = { question: 'first-question', chosen: ['b'], reader: 'demo-nurse' };

	/** Sends a form without a session, follows to the sign-in page, and signs somebody in there with what it holds. */
	async function interrupted(path: string, fields: Record<string, string | string[]>, username = 'nurse') {
		const browser = client(site);
		const first = await browser.post(path, fields);
		expect(first.status).toBe(307);
		const shown = await (await browser.post(first.headers.get('location')!, fields)).text();
		const [, action] = /action="(\?\/signIn[^"]*)"/.exec(shown)!;
		const send = (more: Record<string, string>) => browser.post(`/sign-in${action!.replaceAll('&amp;', '&')}`, { ...fieldsOf(shown), username, password: 'demonstration', ...more });
		return { browser, shown, send };
	}

	test('is kept while they sign in, and then waits for them to send it', async () => {
		const { browser, shown, send } = await interrupted(`${PAGE}?/answer`, ANSWER);
		expect(shown).toContain('You have been signed out. What you were sending is kept while you sign in.');
		const response = await send({});
		expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in/held']);
		for (const time of ['once', 'and when it is loaded again']) {
			const page = await (await browser.get('/sign-in/held')).text();
			expect(page, time).toContain(`<form method="post" action="${PAGE}?/answer">`);
			expect(page).toContain('<input type="hidden" name="question" value="first-question"/>');
			expect(page).toContain('<input type="hidden" name="chosen" value="b"/>');
			expect(page).toContain('Send it now');
			expect(page).toContain(`<a href="${PAGE}">Go to the page without sending it</a>`);
		}
	});

	test('is kept also where it has no field of its own', async () => {
		const { browser, send } = await interrupted(`${PAGE}?/continue`, { reader: 'demo-nurse' });
		await send({});
		expect(await (await browser.get('/sign-in/held')).text()).toContain(`<form method="post" action="${PAGE}?/continue">`);
	});

	test('is kept also where the sign-in form is too old, or the password wrong', async () => {
		const { browser, send } = await interrupted(`${PAGE}?/answer`, ANSWER);
		const old = fieldsOf(await (await send({ token: 'A'.repeat(60) })).text());
		const wrong = fieldsOf(await (await send({ ...old, password: 'wrong' })).text());
		expect((await send(wrong)).headers.get('location')).toBe('/sign-in/held');
		expect(await (await browser.get('/sign-in/held')).text()).toContain('name="chosen" value="b"');
	});

	test('is not sent by itself', async () => {
		const attempts = () => withDatabase(site, (database) => database.prepare('SELECT * FROM attempt').all());
		const before = attempts();
		const { send } = await interrupted(`${PAGE}?/answer`, ANSWER);
		await send({});
		expect(attempts()).toEqual(before);
	});

	test('shows nothing of itself, nor whose it is, to whoever is in front of the sign-in page', async () => {
		const { shown } = await interrupted('/local-details/role-guides?/save', { reader: 'demo-author', base: '0', text: 'Words of the author' });
		expect(shown).not.toMatch(/Words of the author|demo-author/);
		expect(Buffer.from(fieldsOf(shown).held!, 'base64url').toString('latin1')).not.toMatch(/Words of the author|demo-author/);
	});

	test('is not kept for anybody but whose page it stood on', async () => {
		const { browser, send } = await interrupted(`${PAGE}?/answer`, ANSWER, 'doctor');
		const response = await send({});
		expect(response.status).toBe(303);
		const page = await (await browser.get(response.headers.get('location')!)).text();
		expect(page).toContain('What was being sent here belonged to somebody else, so it was not kept.');
		expect(page).not.toMatch(/first-question|working-alongside|demo-nurse/);
	});

	test('is found by nobody else and after nobody\'s sign-out, and stands in no table as it is', async () => {
		const { browser, send } = await interrupted(`${PAGE}?/answer`, { ...ANSWER, chosen: 'canary-answer' });
		await send({});
		expect(JSON.stringify(everything(site))).not.toContain('canary-answer');
		expect((await (await signIn(site, 'doctor')).get('/sign-in/held')).headers.get('location')).toBe('/');
		await browser.post('/sign-out');
		expect((await browser.get('/sign-in/held')).headers.get('location')).toBe('/sign-in?next=%2Fsign-in%2Fheld');
		expect((await (await signIn(site, 'nurse')).get('/sign-in/held')).headers.get('location')).toBe('/');
	});

	test.each([
		['/my-record/password?/change', { current: 'canary-words', next: 'canary-words' }],
		['/my-record/details?/save', { name: 'canary-words' }],
		[`${MODULE}/comment?/send`, { hard: 'canary-words' }],
		['/report-a-problem?/send&page=%2Fsupport', { words: 'canary-words' }],
		['/certificates/1?/link', { token: 'canary-words' }]
	])('to %s is not kept, and the page says so', async (path, fields: Record<string, string>) => {
		const browser = client(site);
		const sent = await browser.post(path, { ...fields, reader: 'demo-nurse' });
		const location = sent.headers.get('location')!;
		expect([sent.status, location]).toEqual([303, expect.stringContaining('/sign-in?lost&next=')]);
		expect(location).not.toMatch(/canary-words|%2F(send|change|save|link)\b/);
		const page = await (await browser.get(location)).text();
		expect(page).toContain('What you were sending could not be kept');
		expect(page).not.toMatch(/canary-words|name="held"/);
	});

	test.each([['a password', { password: 'canary-words', reader: 'demo-nurse' }], ['a token', { token: 'canary-words', reader: 'demo-nurse' }], ['nobody\'s name', { words: 'canary-words' }]])('with %s in it is not held, wherever it goes', async (_, fields) => {
		const page = await (await client(site).post(`/sign-in?/hold&next=${encodeURIComponent(PAGE)}`, fields as Record<string, string>)).text();
		expect(page).toContain('What you were sending could not be kept');
		expect(page).not.toMatch(/canary-words|name="held"/);
	});

	test('is answered with a plain 401 where a script sent it', async () => {
		const response = await client(site).post(`${PAGE}?/answer`, { question: 'first-question', chosen: 'b' }, { headers: { accept: 'application/json', 'x-sveltekit-action': 'true' } });
		expect([response.status, await response.json()]).toEqual([401, { message: 'You have been signed out.' }]);
	});
});

test('a form of a page that was somebody else\'s is refused, wherever it goes, and not repeated', async () => {
	const author = await signIn(site, 'author');
	const before = everything(site);
	for (const [way, { path, fields, nobody }] of Object.entries(TABLE)) {
		if (!way.startsWith('POST') || nobody || path.endsWith('/state')) continue;
		const response = await author.post(path, { ...fields, note: 'canary-words', reader: 'demo-nurse' });
		expect(response.status, way).toBe(409);
		const page = await response.text();
		expect(page, way).toContain('Somebody else is signed in here now');
		expect(page, way).not.toMatch(/canary-words|demo-nurse/);
	}
	expect(everything(site)).toEqual(before);
});
