import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, downloadPackage, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { steady } from './ask.ts';

// Each test asks the site many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = resolve(import.meta.dirname, '../..');
const SLUG = 'trauma-informed-recovery';
const MODULE = `/modules/${SLUG}`;
const RECORD = { roles: ['peer-trainer', 'peer-support-worker'], otherRoles: 'nurse', changes: 'The second page.', paid: 'yes', paidNote: '', notAgreed: 'The title.' };
/** Two people who hold peer roles and sign: nobody else may learn of it. */
const CANARIES = [
	{ username: 'canary-zeisig', name: 'Canary Zeisig', like: 'peer', role: 'peer-support-worker' },
	{ username: 'canary-fitis', name: 'Canary Fitis', like: 'experienced-peer', role: 'peer-trainer' }
];
const OTHERS = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'learning', 'administrator'];

let site: Site;
let hash: string;
beforeAll(async () => {
	site = await startSite();
	for (const name of ['debrief', 'trauma-informed-work-here']) fill(name, 'Demonstration: ask.');
	for (const { username, name, like } of CANARIES) addPersonLike(site, like, username, name);
	hash = served();
}, 30_000);
afterAll(() => site.stop());

function fill(name: string, text: string): void {
	withDatabase(site, (database) =>
		database
			.prepare("INSERT INTO local_detail (name, text, changed_at) VALUES (?, ?, '2026-11-02T09:00:00.000Z') ON CONFLICT (name) DO UPDATE SET text = excluded.text")
			.run(name, text)
	);
}

const query = <T>(sql: string, ...values: unknown[]) => withDatabase(site, (database) => database.prepare(sql).pluck().all(...values)) as T[];
const served = () => query<string>('SELECT current_version FROM module WHERE slug = ?', SLUG)[0]!;
const given = () => query<number>('SELECT count(*) FROM sign_off')[0]!;
const newestRecord = (version = hash) => String(query<number>('SELECT max(id) FROM coproduction_record WHERE version = ?', version)[0] ?? '');
/** A page as it reads: without comments, and with single spaces. */
const page = async (browser: Client, path = `${MODULE}/versions/${hash}`) => (await (await browser.get(path)).text()).replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
const write = (browser: Client, record = {}, read = newestRecord(), version = hash) =>
	browser.post(`${MODULE}/versions/${version}/record?/save`, { ...RECORD, ...record, ...(read === '' ? {} : { read }) });
const sign = (browser: Client, role: string, fields = {}, version = hash) =>
	browser.post(`${MODULE}/versions/${version}?/sign`, { role, record: newestRecord(version), confirm: 'yes', ...fields });

/** Publishes the module with something changed, as an author does from a terminal. */
function publishAnew(edit: (text: string) => string): string {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-sign-off-'));
	try {
		cpSync(join(ROOT, 'modules', SLUG), join(folder, SLUG), { recursive: true });
		const file = join(folder, SLUG, 'module.md');
		writeFileSync(file, edit(readFileSync(file, 'utf8')));
		execFileSync(process.execPath, ['build/cli/main.js', 'publish', join(folder, SLUG), '--database', site.database], { cwd: ROOT, stdio: 'pipe' });
		return served();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('whoever may not sign', () => {
	test('gets one answer, whatever they send and whatever there is to sign', async () => {
		const answers = new Set<string>();
		const ask = async (username: string) => {
			const browser = await signIn(site, username);
			for (const version of [hash, 'f'.repeat(64), 'nothing']) {
				for (const fields of [{}, { confirm: '' }, { record: '1' }, { role: 'peer-lead' }, { person: 'demo-peer', person_id: 'demo-peer' }]) {
					const response = await sign(browser, 'peer-trainer', fields, version);
					const text = steady(await response.text()).replace(/Demo [^<"]*/g, '');
					// A permission adds a link to the header, which is nothing about signing.
					answers.add(`${response.status} ${text.replace(/<header.*?<\/header>/s, '').replace(/<script.*?<\/script>/gs, '').replace(/<title>.*?<\/title>/s, '')}`);
				}
			}
		};
		for (const username of ['nurse', 'doctor', 'manager', 'learning', 'administrator']) await ask(username);
		await write(await signIn(site, 'author'));
		await ask('nurse');
		expect([...answers]).toHaveLength(1);
		expect([...answers][0]).toMatch(/^403 .*You do not have permission to do this/s);
		expect(given()).toBe(0);
	});

	test('cannot write how a version was made, or choose what is shown, either', async () => {
		for (const username of ['nurse', 'peer', 'peer-lead', 'learning', 'administrator']) {
			const browser = await signIn(site, username);
			expect((await write(browser, { changes: 'Nothing.' })).status, username).toBe(403);
			expect((await browser.post(`${MODULE}/versions/${hash}?/serve`, { confirm: 'yes', instead: hash })).status, username).toBe(403);
		}
		expect(query('SELECT changes FROM coproduction_record')).toEqual(['The second page.']);
	});
});

describe('signing', () => {
	test('is refused in a role that is somebody else\'s', async () => {
		const canary = await signIn(site, CANARIES[0]!.username);
		for (const role of ['peer-trainer', 'peer-lead', 'nurse', '__proto__']) expect((await sign(canary, role)).status, role).toBe(403);
		expect(given()).toBe(0);
	});

	test('asks for the role where there are two, and for what colleagues may guess', async () => {
		const canary = await signIn(site, CANARIES[1]!.username);
		const without = await sign(canary, '');
		expect([without.status, await without.text()]).toEqual([400, expect.stringContaining('Choose the role in which you sign')]);
		const unconfirmed = await sign(canary, 'peer-trainer', { confirm: '' });
		const text = await unconfirmed.text();
		expect(unconfirmed.status).toBe(400);
		expect(text).toContain('Confirm that you have read this');
		expect(text).toMatch(/<input[^>]*value="peer-trainer"[^>]*checked/);
		expect(given()).toBe(0);
	});

	test('counts once for each person, and two roles make it signed off', async () => {
		const nurse = await signIn(site, 'nurse');
		for (const { username, role } of CANARIES) {
			expect(await page(nurse)).toContain('not yet reviewed by peer workers');
			const canary = await signIn(site, username);
			expect((await sign(canary, role)).status).toBe(303);
			expect(await page(canary)).toContain(`You signed this as a ${role.replaceAll('-', ' ')} on`);
			const again = await sign(canary, role);
			expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('You have signed this version already')]);
		}
		expect((await sign(await signIn(site, CANARIES[1]!.username), 'peer-support-worker')).status).toBe(400);
		expect(given()).toBe(2);
		for (const path of [MODULE, `${MODULE}/versions`, `${MODULE}/versions/${hash}`, `${MODULE}/versions/${hash}/text`]) {
			expect(await page(nurse, path), path).toMatch(/igned off by a peer support worker and a peer trainer on \d+ \w+ \d{4}/);
		}
		for (const path of [MODULE, `${MODULE}/versions/${hash}`]) expect(await page(nurse, path)).not.toContain('not yet reviewed');
	});
});

describe('who signed', () => {
	const paths = () => [
		'/', MODULE, `${MODULE}/page/check`, `${MODULE}/finish`, `${MODULE}/versions`, `${MODULE}/versions/${hash}`, `${MODULE}/versions/${hash}?yours`, `${MODULE}/versions/${hash}/text`,
		`${MODULE}/versions/${hash}/record`, `${MODULE}/versions/compare?from=${hash}&to=${hash}`, '/packages', `/packages/${SLUG}`, '/checker', '/guides'
	];
	const dataOf = (path: string) => path.replace(/^([^?]*?)\/?(\?.*)?$/, '$1/__data.json$2');

	test.each([...OTHERS, 'peer-lead'])('is not told to %s, on any page, in its data or in a package', async (username) => {
		const browser = await signIn(site, username);
		const read = async (response: Response) => {
			const bytes = new Uint8Array(await response.arrayBuffer());
			const files = response.headers.get('content-type') === 'application/zip' ? Object.entries(unzipSync(bytes)) : [['', bytes] as const];
			return [JSON.stringify([...response.headers]), ...files.map(([name, held]) => `${name} ${Buffer.from(held).toString()}`)].join('\n');
		};
		for (const path of [...paths(), ...paths().map(dataOf)]) expect(await read(await browser.get(path)), path).not.toMatch(/canary|zeisig|fitis/i);
		for (const confirm of ['', 'yes']) {
			const all = { 'sign-off': 'NaN', read: '0', instead: 'nothing', confirm };
			for (const path of [`${MODULE}/versions/${hash}?/serve`, `${MODULE}/versions/${hash}?/withdraw`, `${MODULE}/versions/${hash}/record?/save`, `/packages/${SLUG}?/make`]) {
				expect(await read(await browser.post(path, all)), path).not.toMatch(/canary|zeisig|fitis/i);
			}
		}
		expect(await read(await downloadPackage(browser, SLUG))).not.toMatch(/canary|zeisig|fitis/i);
	});

	test('is on no page of two people without a role anything that differs', async () => {
		addPersonLike(site, 'nurse', 'reader-one', 'Reader One');
		addPersonLike(site, 'doctor', 'reader-two', 'Reader Two');
		const [one, two] = [await signIn(site, 'reader-one'), await signIn(site, 'reader-two')];
		for (const path of paths().filter((path) => path !== '/')) {
			const forAnybody = async (browser: Client) => {
				const response = await browser.get(path);
				return `${response.status} ${steady(await response.text()).replace(/Reader (One|Two)|reader-(one|two)/g, '')}`;
			};
			expect(await forAnybody(one), path).toBe(await forAnybody(two));
		}
	});

	test('stands in no line of the log, and the audit log says that there is an entry and no more', () => {
		const requests = site.log().split('\n').filter((line) => !line.includes('"msg":"published"'));
		expect(requests.join('\n')).toContain('"route":"/modules/[slug]/versions/[hash]"');
		expect(requests.join('\n')).not.toMatch(/canary|zeisig|fitis|demo-|trauma-informed|peer-(trainer|support-worker|lead)/i);
		const entries = withDatabase(site, (database) => database.prepare("SELECT person_id, action, subject FROM audit_entry WHERE subject LIKE 'sign-off %'").all());
		expect(entries).toHaveLength(2);
		expect(JSON.stringify(entries)).not.toMatch(/canary|demo|trauma|peer/i);
	});

	test('is seen by themselves, and nobody\'s role is said of them by the page of anybody else', async () => {
		const canary = await signIn(site, CANARIES[0]!.username);
		expect(await page(canary)).toContain('You signed this as a peer support worker');
		for (const username of OTHERS) expect(await page(await signIn(site, username)), username).not.toContain('You signed this as');
	});
});

describe('what others do', () => {
	test('does not take back anybody\'s sign-off, and tells them nothing', async () => {
		const [id] = query<number>('SELECT min(id) FROM sign_off');
		const answers = new Set<string>();
		for (const username of OTHERS) {
			const browser = await signIn(site, username);
			for (const tried of [String(id), '999999', 'nothing']) {
				const response = await browser.post(`${MODULE}/versions/${hash}?/withdraw`, { 'sign-off': tried, reason: '' });
				answers.add(`${response.status} ${response.headers.get('location')} ${await response.text()}`);
			}
		}
		expect([...answers]).toHaveLength(1);
		expect(query('SELECT * FROM sign_off_withdrawal')).toEqual([]);
	});

	test('makes it a draft again where a local detail is emptied, says why, and brings it back where it is filled in', async () => {
		const nurse = await signIn(site, 'nurse');
		fill('debrief', '');
		expect(await page(nurse, MODULE)).toContain('not yet reviewed by peer workers');
		const text = await page(nurse);
		expect(text).toMatch(/A peer support worker and a peer trainer agreed to this version on \d+ \w+ \d{4}. It is a draft again/);
		expect(text).toContain('Your trust has not filled in "debrief"');
		fill('debrief', 'Demonstration: ask.');
		expect(await page(nurse)).not.toContain('not yet reviewed');
	});
});

describe('taking back', () => {
	test('is for the peer lead too, keeps the reason, and says nobody\'s name', async () => {
		const lead = await signIn(site, 'peer-lead');
		const [id] = query<number>("SELECT id FROM sign_off WHERE person_id = 'canary-fitis'");
		expect(await page(lead)).toContain('Take back the sign-off by a peer trainer');
		const long = await lead.post(`${MODULE}/versions/${hash}?/withdraw`, { 'sign-off': String(id), reason: 'a'.repeat(501) });
		expect([long.status, await long.text()]).toEqual([400, expect.stringContaining('a'.repeat(501))]);
		expect((await lead.post(`${MODULE}/versions/${hash}?/withdraw`, { 'sign-off': String(id), reason: 'It was signed by <b>mistake</b>.' })).status).toBe(303);
		const text = await page(await signIn(site, 'nurse'));
		expect(text).toMatch(/The sign-off by a peer trainer was withdrawn on \d+ \w+ \d{4}. Reason given: It was signed by &lt;b>mistake&lt;\/b>./);
		expect(text).toContain('not yet reviewed by peer workers');
		expect(text).not.toMatch(/peer-lead|Demo peer lead|canary/i);
	});

	test('can be done by whoever signed, who may sign again', async () => {
		const canary = await signIn(site, 'canary-fitis');
		expect((await sign(canary, 'peer-trainer')).status).toBe(303);
		const [id] = query<number>("SELECT max(id) FROM sign_off WHERE person_id = 'canary-fitis'");
		expect((await canary.post(`${MODULE}/versions/${hash}?/withdraw`, { 'sign-off': String(id), reason: '' })).status).toBe(303);
		expect((await sign(canary, 'peer-trainer')).status).toBe(303);
		expect(await page(canary)).not.toContain('not yet reviewed');
	});
});

describe('what changed while it was being read', () => {
	test('the record: nothing is signed, and nothing of another author is lost', async () => {
		addPersonLike(site, 'peer-lead', 'slow-reader');
		const reader = await signIn(site, 'slow-reader');
		const read = newestRecord();
		const author = await signIn(site, 'author');
		expect((await write(author, { notAgreed: 'Nothing.' })).status).toBe(303);
		const response = await sign(reader, 'peer-lead', { record: read });
		expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('Nothing was signed. What is said of how it was made has changed')]);
		const late = await write(author, { notAgreed: 'The length.' }, read);
		const text = await late.text();
		expect([late.status, text]).toEqual([409, expect.stringContaining('Somebody else has changed this while you were writing')]);
		expect(text).toContain('The length.');
		expect(await page(reader)).toContain('after it had been signed. It has to be signed again.');
		for (const { username, role } of CANARIES) expect((await sign(await signIn(site, username), role)).status).toBe(303);
	});

	test('the version: nothing is signed, the way to what changed is there, and the new one is a draft that says what it was', async () => {
		const reader = await signIn(site, 'slow-reader');
		const before = given();
		const newer = publishAnew((text) => text.replace(/^summary: .*/m, 'summary: Small and kind actions.'));
		const response = await sign(reader, 'peer-lead');
		const text = await response.text();
		expect([response.status, text]).toEqual([409, expect.stringContaining('Nothing was signed. Another version is shown now')]);
		expect(text).toContain(`${MODULE}/versions/compare?from=${hash}&amp;to=${newer}`);
		expect(given()).toBe(before);
		for (const path of [MODULE, `${MODULE}/versions/${newer}`]) {
			const shown = await page(reader, path);
			expect(shown, path).toContain('not yet reviewed by peer workers');
			expect(shown, path).toMatch(/The version before this one was signed off by a peer support worker and a peer trainer on \d+ \w+ \d{4}/);
		}
		expect(await page(reader, `${MODULE}/versions/compare?from=${hash}&to=${newer}`)).toMatch(/<ins>.*?kind/s);
	});

	test('what is shown: an author shows the older version again, and its sign-off counts; who decided too late is told', async () => {
		const author = await signIn(site, 'author');
		const newer = served();
		expect((await author.post(`${MODULE}/versions/${hash}?/serve`, { instead: newer })).status).toBe(400);
		expect((await author.post(`${MODULE}/versions/${hash}?/serve`, { instead: newer, confirm: 'yes' })).status).toBe(303);
		expect(served()).toBe(hash);
		expect(await page(author, MODULE)).not.toContain('not yet reviewed');
		const late = await author.post(`${MODULE}/versions/${hash}?/serve`, { instead: newer, confirm: 'yes' });
		expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Nothing was changed. Another version is shown by now')]);
	});
});

describe('how many are in the middle', () => {
	const counted = async (username: string, module: string) => (await page(await signIn(site, username), `${module}/versions`)).match(/(Nobody is|1 person is|\d+ people are)(?= in the middle)/g);

	test('is a number for learning and authors, and of a module for peers for the peer lead alone', async () => {
		const peers = '/modules/managing-triggers';
		await (await signIn(site, 'nurse')).post(`${MODULE}?/start`);
		await (await signIn(site, 'canary-zeisig')).post(`${peers}?/start`);
		const seenBy = async (module: string) => {
			const seen: Record<string, string[] | null> = {};
			for (const username of ['nurse', 'manager', 'administrator', 'peer', 'author', 'learning', 'peer-lead']) seen[username] = await counted(username, module);
			return seen;
		};
		const nobody = { nurse: null, manager: null, administrator: null, peer: null };
		const all = ['Nobody is', '1 person is'];
		expect(await seenBy(MODULE)).toEqual({ ...nobody, author: all, learning: all, 'peer-lead': all });
		expect(await seenBy(peers)).toEqual({ ...nobody, author: null, learning: null, 'peer-lead': ['1 person is'] });
	});
});

test('words that somebody has withdrawn are in no version, and do not come back by being compared', async () => {
	const nurse = await signIn(site, 'nurse');
	const voice = (consent: string) => (text: string) => {
		const last = text.lastIndexOf('\n# ');
		return `${text.slice(0, last)}\n:::voice\nrole: a peer worker\nconsent: ${consent}\nrecorded-by: the peer lead\nuntil: 3 March 2036\n\nI was heard here.\n:::\n${text.slice(last)}`;
	};
	const lent = publishAnew(voice('given 3 March 2026'));
	expect(await page(nurse, `${MODULE}/versions/${lent}/text`)).toContain('I was heard here.');
	expect(await page(nurse, `${MODULE}/versions/compare?from=${hash}&to=${lent}`)).toContain('I was heard here.');
	const after = publishAnew(voice('withdrawn 5 May 2026'));
	for (const path of [`${lent}/text`, `${after}/text`, `compare?from=${lent}&to=${after}`, `compare?from=${hash}&to=${lent}`, `compare?from=${lent}&to=${hash}`]) {
		const response = await nurse.get(`${MODULE}/versions/${path}`);
		expect([response.status, (await response.text()).includes('I was heard here.')], path).toEqual([200, false]);
	}
});

test('an address of no version, or of another module\'s, is no page', async () => {
	const nurse = await signIn(site, 'nurse');
	for (const path of [
		'/modules/nothing/versions', `${MODULE}/versions/nothing`, `/modules/managing-triggers/versions/${hash}`, `/modules/managing-triggers/versions/${hash}/text`,
		`${MODULE}/versions/${hash}/media/module.md`, `${MODULE}/versions/compare`, `${MODULE}/versions/compare?from=${hash}&to=%00`, `/modules/managing-triggers/versions/compare?from=${hash}&to=${hash}`
	]) {
		expect((await nurse.get(path)).status, path).toBe(404);
	}
});
