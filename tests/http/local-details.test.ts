import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addPersonLike, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { ask, everything } from './ask.ts';

let site: Site;
let author: Client;
beforeAll(async () => {
	site = await startSite();
	author = await signIn(site, 'author');
}, 30_000);
afterAll(() => site.stop());
afterEach(() => expect(site.running()).toBe(true));

const stored = (name: string) => withDatabase(site, (database) => database.prepare('SELECT text, kept_by FROM local_detail WHERE name = ?').get(name));
const unchanged = async (send: () => Promise<Response>, status: number, words: RegExp) => {
	const before = everything(site);
	const response = await send();
	const body = await response.text();
	expect(response.status, body.slice(0, 500)).toBe(status);
	expect(body).toMatch(words);
	expect(everything(site)).toEqual(before);
};

describe('a form with what cannot be stored', () => {
	const save = (fields: Record<string, string>) => author.post('/local-details/paid-time?/save', { base: '0', text: 'Yes.', keptBy: 'Lead', checkedOn: '', ...fields });

	test.each<[string, Record<string, string>, RegExp]>([
		['HTML', { text: '<img src=x onerror=alert(1)>' }, /Line 1: "&lt;img/],
		['10,001 characters', { text: 'x'.repeat(10_001) }, /The text has 10,001 characters\. Make it 10,000 or fewer/],
		['a NUL', { text: 'a\0b' }, /Line 1 has a character that cannot be shown/],
		['an escape', { keptBy: 'a\x1Bb' }, /Who keeps it has a character that cannot be shown/],
		['10,000 characters for a role', { keptBy: 'y'.repeat(10_000) }, /Who keeps it has 10,000 characters\. Make it 100 or fewer/],
		['10,000 characters for a date', { checkedOn: 'z'.repeat(10_000) }, /Write the date on which it was last checked like this/],
		['a text of 200,000 characters', { text: 'x '.repeat(100_000) }, /The text has 199,999 characters/]
	])('says so, changes nothing and keeps what was typed: %s', async (_, fields, words) => {
		await unchanged(() => save(fields), 400, words);
		const [[, value]] = Object.entries(fields) as [[string, string]];
		const kept = value.replace(/[\0\x1B]/g, '\uFFFD').replace(/</g, '&lt;');
		const body = await (await save(fields)).text();
		expect(body).toContain(kept);
		expect(body).not.toContain('<img');
	});

	test('with nothing in it at all asks before it empties the entry', async () => {
		await unchanged(() => author.post('/local-details/paid-time?/save', {}), 400, /Confirm that you want to empty this entry/);
	});

	test.each(['nothing', 'constructor', '__proto__', '%00', 'a%2Fb', 'x'.repeat(1000), '%3Cscript%3E'])('for a name that is not there (%s) finds no page', async (name) => {
		for (const action of ['save', 'preview', 'check', 'remove', 'nothing']) await unchanged(() => author.post(`/local-details/${name}?/${action}`, { base: '0', text: 'x' }), 404, /not found|no such action/i);
		await unchanged(() => author.post(`/local-details/${name}/history?/putBack`, { base: '0', change: '1' }), 404, /not found/i);
		for (const page of ['', '/history']) expect((await author.get(`/local-details/${name}${page}`)).status).toBe(404);
	});
});

test('two at once: one is stored, and the other is shown both', async () => {
	addPersonLike(site, 'learning', 'second');
	const second = await signIn(site, 'second');
	const both = await Promise.all([author, second].map((browser, index) => browser.post('/local-details/paid-time?/save', { base: '0', text: `Text of ${index}.`, keptBy: 'Lead' })));
	expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
	const body = await both.find(({ status }) => status === 409)!.text();
	expect(body).toMatch(/Text of 0\./);
	expect(body).toMatch(/Text of 1\./);
});

test('a support entry says how to reach it, and names a person only where somebody has confirmed that', async () => {
	const save = (fields: Record<string, string>) => author.post('/local-details/debrief?/save', { base: '0', runBy: 'the team', reach: '0300 000 0000', private: '', text: 'Ask.', keptBy: 'Lead', checkedOn: '', ...fields });
	await unchanged(() => save({ reach: ' ' }), 400, /Say how to reach it, such as a phone number/);
	await unchanged(() => save({ reach: 'x'.repeat(301) }), 400, /This has 301 characters\. Make it 300 or fewer/);
	await unchanged(() => save({ reach: 'ring Sarah Jones on 0300 000 0000' }), 400, /This may name a person: Sarah Jones/);
	expect((await save({ reach: 'ring Sarah Jones on 0300 000 0000', named: 'yes' })).status).toBe(303);
	expect(stored('debrief')).toMatchObject({ text: '- **Run by:** the team\n- **How to reach it:** ring Sarah Jones on 0300 000 0000\n\nAsk.' });
});

test('what is written stays words wherever it is shown again', async () => {
	const words = '&lt;script&gt; "quoted" {{7*7}} \u202Eturned';
	const keeper = '"><script>alert(1)</script>';
	const response = await author.post('/local-details/peer-lead?/save', { base: '0', runBy: '&lt;script&gt;us', reach: '{{7*7}}', text: words, keptBy: keeper, checkedOn: '' });
	expect(response.status).toBe(303);
	const text = `- **Run by:** &lt;script&gt;us\n- **How to reach it:** {{7*7}}\n\n${words}`;
	expect(stored('peer-lead')).toEqual({ text, kept_by: keeper });
	for (const path of ['/local-details', '/local-details/peer-lead', '/local-details/peer-lead/history', '/support']) expect(await (await author.get(path)).text(), path).not.toContain('<script');
	expect(parse(await (await author.get('/local-details/export')).text())['peer-lead']).toMatchObject({ text, 'kept-by': keeper });
});

describe('a file that is brought back', () => {
	const send = (name: string, bytes: Uint8Array | string, fields: Record<string, string> = {}) => {
		const body = new FormData();
		body.set('file', new Blob([bytes as BlobPart]), name);
		for (const [field, value] of Object.entries(fields)) body.set(field, value);
		return author.get('/local-details/import?/check', { method: 'POST', body, headers: { origin: site.origin } });
	};

	test('changes nothing before it is confirmed', async () => {
		await unchanged(() => send('local-details.yaml', 'paid-time: Never.\n'), 200, /1 entry would change\./);
	});

	test('of one\'s own changes nothing, and says so', async () => {
		const own = await (await author.get('/local-details/export')).text();
		await unchanged(() => send('local-details.yaml', own), 200, /Nothing\. Everything in it stands here already\./);
		await unchanged(() => send('local-details.yaml', `\uFEFF${own.replaceAll('\n', '\r\n')}`), 200, /Nothing\. Everything in it stands here already\./);
	});

	test.each<[string, Uint8Array | string, RegExp]>([
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), /Line 1: This is not a text file in UTF-8/],
		['a text in UTF-16', new Uint8Array(Buffer.from('\uFEFFpaid-time: Yes.', 'utf16le')), /Line 1: This is not a text file in UTF-8/],
		['a page', '<html><body>paid-time: Yes.</body></html>', /Line 1: /],
		['a table', 'name,text\npaid-time,Yes.\n', /Line 1: This is not lines of/],
		['a bomb', `a: &a [x,x]\n${'bcdefgh'.split('').map((letter, index) => `${letter}: &${letter} [*${'abcdefgh'[index]},*${'abcdefgh'[index]}]`).join('\n')}`, /Line 1: A value starts with &amp;/],
		['brackets without end', '['.repeat(190_000), /Line 1: This stands inside too many other things/],
		['a mistake further down', 'paid-time: Yes.\nbuddies: <b>Ask</b>\n', /Line 2: "buddies": in its text: Line 1: "&lt;b>" is HTML/],
		['nothing', '', /Choose a file, or paste the text of one/],
		['more than the limit', 'x'.repeat(200_001), /larger than 200 KB/],
		['more than the server reads', 'x'.repeat(2_000_000), /larger than 200 KB/]
	])('that holds %s is refused with the line, and changes nothing', async (_, bytes, words) => {
		const status = typeof bytes === 'string' && bytes.length > 1_000_000 ? 413 : 400;
		await unchanged(() => send('local-details.yaml', bytes), status, words);
	});

	test('beside a text that is pasted is one too many', async () => {
		await unchanged(() => send('local-details.yaml', 'paid-time: Yes.', { text: 'buddies: Ask.' }), 400, /Choose a file or paste the text, not both/);
	});

	test('cannot be confirmed without having been seen', async () => {
		for (const fields of [{ text: 'paid-time: Never.', fingerprint: '', empty: '' }, { text: 'paid-time: ""', fingerprint: 'x', empty: 'yes' }]) {
			await unchanged(() => author.post('/local-details/import?/confirm', fields), 409, /Look again at what the file would do now/);
		}
	});
});

test('what is brought back again and again does not hold up the site', async () => {
	const cookie = `session=${author.token()}`;
	const body = new URLSearchParams({ text: `a: ${'{b: '.repeat(28_000)}` }).toString();
	for (let count = 0; count < 5; count += 1) {
		const headers = { cookie, origin: site.origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
		expect((await ask(site, '/local-details/import?/check', { method: 'POST', headers, body })).status).toBe(400);
	}
	expect((await author.get('/')).status).toBe(200);
}, 20_000);
