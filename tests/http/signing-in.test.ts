import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { steady } from './ask.ts';

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
const tries = (browser: Client, username: string, password: string, headers: Record<string, string> = {}) => browser.post('/sign-in?/signIn', { username, password }, { headers });
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
		for (const [fields, words] of [[{ username: ' ', password: 'x' }, 'Enter your username'], [{ username: 'nurse', password: '' }, 'Enter your password'], [{}, 'Enter your username']] as const) {
			const response = await client(site).post('/sign-in?/signIn', fields as Record<string, string>);
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
		const response = await browser.post(`/sign-in?/signIn&next=${encodeURIComponent(`${PAGE}?x=%2F`)}`, { username: 'nurse', password: 'demonstration' });
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
			const response = await client(site).post(`/sign-in?/signIn&next=${encodeURIComponent(next)}`, { username: 'nurse', password: 'demonstration' });
			for (const address of [decodeURIComponent(offered!), response.headers.get('location')!]) {
				// As a browser reads it, and as one would that treats backslashes as it likes.
				const safe = new URL(address, site.origin).origin === site.origin && /^\/(?![/\\])/.test(address);
				if (!safe) led.push(`${next} → ${address}`);
			}
		}
		expect(led).toEqual([]);
	});
});

describe('a form of somebody who has been signed out', () => {
	/** Sends a form without a session, follows to the sign-in page, and signs in there with what it holds. */
	async function interrupted(path: string, fields: Record<string, string | string[]>) {
		const browser = client(site);
		const first = await browser.post(path, fields);
		expect(first.status).toBe(307);
		const shown = await (await browser.post(first.headers.get('location')!, fields)).text();
		const hidden = [...shown.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value] as const);
		const [, action] = /action="(\?\/signIn[^"]*)"/.exec(shown)!;
		const held = Object.fromEntries([...new Set(hidden.map(([name]) => name))].map((name) => [name, hidden.filter(([one]) => one === name).map(([, value]) => value!)]));
		const response = await browser.post(`/sign-in${action!.replaceAll('&amp;', '&')}`, { ...(held as Record<string, string[]>), username: 'nurse', password: 'demonstration' });
		return { browser, shown, response, page: await response.text() };
	}

	test('is kept while they sign in, and then waits for them to send it', async () => {
		const { browser, shown, response, page } = await interrupted(`${PAGE}?/answer`, { question: 'first-question', chosen: ['b'] });
		expect(shown).toContain('You have been signed out. What you were sending is kept while you sign in.');
		expect(response.status).toBe(200);
		expect(browser.token()).toBeDefined();
		expect(page).toContain(`<form method="post" action="${PAGE}?/answer">`);
		expect(page).toContain('<input type="hidden" name="question" value="first-question"/>');
		expect(page).toContain('<input type="hidden" name="chosen" value="b"/>');
		expect(page).toContain('Send it now');
		expect(page).toContain(`<a href="${PAGE}">Go to the page without sending it</a>`);
		expect(page).not.toContain('holding');
	});

	test('is kept also where it has no field', async () => {
		const { page } = await interrupted(`${PAGE}?/continue`, {});
		expect(page).toContain(`<form method="post" action="${PAGE}?/continue">`);
	});

	test('is not sent by itself', async () => {
		addPersonLike(site, 'nurse', 'untouched');
		const attempts = () => withDatabase(site, (database) => database.prepare('SELECT * FROM attempt').all());
		const before = attempts();
		await interrupted(`${PAGE}?/answer`, { question: 'first-question', chosen: ['b'] });
		expect(attempts()).toEqual(before);
	});

	test('is answered with a plain 401 where a script sent it', async () => {
		const response = await client(site).post(`${PAGE}?/answer`, { question: 'first-question', chosen: 'b' }, { headers: { accept: 'application/json', 'x-sveltekit-action': 'true' } });
		expect([response.status, await response.json()]).toEqual([401, { message: 'You have been signed out.' }]);
	});
});
