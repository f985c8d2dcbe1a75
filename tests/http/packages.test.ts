import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { client, downloadPackage, makeDemonstration, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { everything } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const STAFF = '/packages/working-alongside-peers';
const PEERS = '/packages/managing-triggers';

let site: Site;
let learning: Client;
beforeAll(async () => {
	site = await startSite();
	learning = await signIn(site, 'learning');
}, 30_000);
afterAll(() => site.stop());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** Makes a package with these fields and gives the address of its page. */
async function make(path: string, fields: Record<string, string> = {}, browser = learning): Promise<string> {
	const response = await browser.post(`${path}?/make`, fields);
	expect(response.status).toBe(303);
	expect(response.headers.get('location')).toMatch(new RegExp(`^${path}/\\d+$`));
	return response.headers.get('location')!;
}

async function textOf(path: string): Promise<string> {
	return (await (await learning.get(path)).text()).replace(/<!--.*?-->/g, '');
}

/** Waits until nothing is being made any more. */
async function allMade(): Promise<string> {
	for (;;) {
		const text = await textOf('/packages/all/progress');
		if (!text.includes('Making packages')) return text;
		await new Promise((done) => setTimeout(done, 200));
	}
}

describe('a package', () => {
	test('is downloaded under a name that no system strips, byte for byte as its page says', async () => {
		const address = await make(STAFF, { profile: 'moodle' });
		const response = await learning.get(`${address}/download`);
		const bytes = await bytesOf(response);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'application/zip',
			'content-length': String(bytes.length),
			'content-disposition': expect.stringMatching(/^attachment; filename="working-alongside-peers-[0-9a-f]{8}-scorm-1\.2\.zip"$/),
			'cache-control': 'private, no-store'
		});
		expect(await textOf(address)).toContain(sha256(bytes));
		const head = await learning.get(`${address}/download`, { method: 'HEAD' });
		expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
	});

	test('remembers what was chosen, for this module and as the learning system of the others', async () => {
		await make(STAFF, { profile: 'esr', competence: '123|LOCAL|"Peers" - 3 Years|' });
		expect(await textOf(STAFF)).toContain('value="123|LOCAL|&quot;Peers&quot; - 3 Years|"');
		expect(await textOf(PEERS)).toMatch(/value="esr"[^>]*checked/);
	});

	test.each([
		['passMark', 'lots'],
		['standard', 'scorm-9'],
		['profile', '../../etc/passwd'],
		['window', '1x1'],
		['language', '!'],
		['competence', 'x'.repeat(501)],
		['completion', '<script>alert(1)</script>']
	])('is not made where %s cannot be had, and what was typed is still there', async (name, value) => {
		const before = everything(site);
		const response = await learning.post(`${STAFF}?/make`, { profile: 'moodle', [name]: value });
		const html = await response.text();
		expect(response.status).toBe(400);
		expect(html).toContain('There is a problem');
		expect(html).toContain(`href="#${name}"`);
		expect(html).not.toContain('<script>alert');
		if (['passMark', 'window', 'language', 'competence'].includes(name)) expect(html).toContain(`value="${value}"`);
		expect(everything(site)).toEqual(before);
	});

	test('for peer workers is not made unless somebody confirms, and neither are all at once', async () => {
		const before = everything(site);
		const single = await learning.post(`${PEERS}?/make`, { profile: 'moodle' });
		expect([single.status, (await single.text()).includes('Confirm that you have read this')]).toEqual([400, true]);
		const all = await learning.post('/packages?/makeAll');
		expect([all.status, (await all.text()).includes('Confirm that you have read this')]).toEqual([400, true]);
		expect(everything(site)).toEqual(before);
		await make(PEERS, { standard: 'html', profile: 'generic' });
		await make(PEERS, { profile: 'moodle', confirm: 'yes' });
		const entries = withDatabase(site, (database) => database.prepare("SELECT * FROM audit_entry WHERE action = 'package.made'").all());
		expect(JSON.stringify(entries)).not.toContain('managing-triggers');
		expect(site.log().split('\n').filter((line) => !line.includes('"msg":"published"')).join('\n')).not.toContain('managing-triggers');
	});

	test('that was altered is not handed out, alone or with others, and its page says what to do', async () => {
		const address = await make(STAFF);
		const id = Number(/\d+$/.exec(address)![0]);
		withDatabase(site, (database) => database.prepare("UPDATE package SET bytes = CAST(bytes || 'x' AS BLOB) WHERE id = ?").run(id));
		const response = await learning.get(`${address}/download`);
		expect([response.status, response.headers.get('location')]).toEqual([303, address]);
		const page = await textOf(address);
		expect(page).toContain('something has changed it. It is not handed out. Make it again');
		expect(page).not.toContain('Download the package');
		const all = await learning.get('/packages/all/download');
		expect(all.headers.get('location')).toBe('/packages?altered=working-alongside-peers');
		expect(await textOf('/packages?altered=working-alongside-peers')).toContain('The stored package of "Working alongside peer workers" is not the one that was made');
		expect((await downloadPackage(learning, 'working-alongside-peers')).headers.get('content-type')).toBe('application/zip');
	});

	test.each(['0', '1.5', '01', '-1', '999999999', '9'.repeat(30), 'x', '1%00', '__proto__', 'scorm-1.2'])('at the address %s is not there', async (id) => {
		for (const rest of ['', '/guide', '/download']) expect((await learning.get(`${STAFF}/${id}${rest}`)).status, rest).toBe(404);
	});

	test('is found under its own module only', async () => {
		const id = /\d+$/.exec(await make(STAFF))![0];
		for (const rest of ['', '/guide', '/download']) expect((await learning.get(`${PEERS}/${id}${rest}`)).status).toBe(404);
	});
});

test('all that need it are made in one go, and come in one zip, each as its page says', async () => {
	const response = await learning.post('/packages?/makeAll', { confirm: 'yes' });
	expect(response.headers.get('location')).toBe('/packages/all/progress');
	expect(await allMade()).toMatch(/\d+ of \d+ made\./);
	const zip = await learning.get('/packages/all/download');
	expect(zip.headers.get('content-disposition')).toMatch(/^attachment; filename="packages-\d{4}-\d\d-\d\d\.zip"$/);
	const files = unzipSync(await bytesOf(zip));
	const modules = withDatabase(site, (database) => database.prepare('SELECT count(*) FROM module').pluck().get());
	expect(Object.keys(files)).toHaveLength(modules as number);
	const newest = withDatabase(site, (database) => database.prepare('SELECT sha256 FROM package WHERE id IN (SELECT max(id) FROM package GROUP BY module)').pluck().all());
	expect(Object.values(files).map(sha256).sort()).toEqual(newest.sort());
});

test('several who ask at once for the same get one', async () => {
	const answers = await Promise.all(Array.from({ length: 5 }, () => make(STAFF, { profile: 'kallidus' })));
	expect(new Set(answers).size).toBe(1);
});

test('a server that dies while it makes packages offers no half one, and goes on when it is back', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-packages-'));
	const database = join(folder, 'site.db');
	await makeDemonstration(database);
	const dying = await startSite({ database });
	const browser = await signIn(dying, 'learning');
	await browser.post('/packages?/makeAll', { confirm: 'yes' });
	const states = () => withDatabase({ database }, (opened) => opened.prepare('SELECT state, count(*) AS count FROM package_build GROUP BY state').all() as { state: string; count: number }[]);
	while (!states().some(({ state, count }) => state === 'made' && count >= 2)) await new Promise((done) => setTimeout(done, 20));
	await dying.kill();
	expect(states().map(({ state }) => state)).toContain('waiting');

	const again = await startSite({ database });
	try {
		const back = client(again, browser.token());
		while (states().some(({ state }) => state === 'waiting')) await new Promise((done) => setTimeout(done, 100));
		const packages = withDatabase({ database }, (opened) => opened.prepare('SELECT module, id, sha256 FROM package').all() as { module: string; id: number; sha256: string }[]);
		expect(packages.length).toBeGreaterThan(2);
		for (const { module, id, sha256: stored } of packages) expect(sha256(await bytesOf(await back.get(`/packages/${module}/${id}/download`)))).toBe(stored);
	} finally {
		await again.stop();
		rmSync(folder, { recursive: true });
	}
}, 60_000);
