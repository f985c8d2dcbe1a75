import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addPersonLike, client, makeDemonstration, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';
import { TABLE } from './ways.ts';

// Each test asks two sites many times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/**
 * Two sites whose databases are the same, but that in one of them this person is
 * in sensitive audiences, is excused from what these are asked, has begun one
 * module for peers and completed another, may sign off, and has.
 */
const CANARY = 'canary-zeisig';
const PEERS = 'managing-triggers';
/** A link to the canary's certificate, of which they did not say that it may be shown. */
const LINK = Buffer.alloc(16, 7).toString('base64url');

/** Everybody who may not see the sensitive lists. The ward manager manages the canary's team; one has every other permission. */
const VIEWERS = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'learning', 'administrator', 'psychologist', 'pharmacist', 'every-other-permission'];

let folder: string;
let sites: { with: Watched; without: Watched };
let addresses: string[];

/** A site, and the statements that it has run since it was last asked. */
interface Watched {
	site: Site;
	statements(): string[];
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'alongside-canary-'));
	const original = join(folder, 'original.db');
	await makeDemonstration(original);
	// What is published at start has the same time in both.
	await (await startSite({ database: original })).kill();
	const base = { database: original };
	prepare(base);
	const names = ['with.db', 'without.db'].map((name) => join(folder, name));
	for (const name of names) withDatabase(base, (database) => database.prepare('VACUUM INTO ?').run(name));
	hatch({ database: names[0]! });
	signOff({ database: names[0]! }, CANARY);
	signOff({ database: names[1]! }, 'stand-in');
	addresses = everyAddress(base);
	sites = { with: await watched(names[0]!), without: await watched(names[1]!) };
}, 60_000);

afterAll(async () => {
	await sites.with.site.stop();
	await sites.without.site.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function watched(database: string): Promise<Watched> {
	const log = `${database}.statements`;
	writeFileSync(log, '');
	const env = { NODE_OPTIONS: `--import ${pathToFileURL(resolve(import.meta.dirname, 'statement-log.js'))}`, STATEMENT_LOG: log };
	const site = await startSite({ database, env });
	return {
		site,
		statements() {
			const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
			writeFileSync(log, '');
			return lines;
		}
	};
}

/** What both databases have: the canary as a nurse like any other, sessions for everybody, packages, and how a module was made. */
function prepare(base: Pick<Site, 'database'>): void {
	addPersonLike(base, 'nurse', CANARY, 'Canary Zeisig');
	addPersonLike(base, 'peer', 'stand-in');
	addPersonLike(base, 'nurse', 'every-other-permission');
	for (const module of ['working-alongside-peers', PEERS]) storePackage(base, {}, { module });
	withDatabase(base, (database) => {
		for (const name of ['author', 'learning', 'administrator']) database.prepare('INSERT INTO permission VALUES (?, ?)').run('every-other-permission', name);
		const now = Date.now();
		for (const { id, username } of database.prepare('SELECT id, username FROM person').all() as { id: string; username: string }[]) {
			const times = [new Date(now - 60_000).toISOString(), new Date(now + 40 * 3_600_000).toISOString()];
			database.prepare('INSERT INTO session (id, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)').run(sha256(tokenOf(username)), id, ...times);
		}
		database
			.prepare(
				`INSERT INTO coproduction_record (version, roles, other_roles, changes, paid, paid_note, not_agreed, written_at, written_by)
				SELECT current_version, '["peer-support-worker"]', 'a nurse', 'The second page', 'yes', '', '', '2026-11-02T09:00:00.000Z', 'demo-author' FROM module WHERE slug = ?`
			)
			.run(PEERS);
	});
}

/** What one of them has beside that. */
function hatch(site: Pick<Site, 'database'>): void {
	withDatabase(site, (database) => {
		const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
		for (const audience of ['peers', 'experienced-peers']) run("INSERT INTO audience_member (audience, person_id, since) VALUES (?, ?, '2026-01-05')", audience, CANARY);
		run("INSERT INTO peer_role_holder (role, person_id) VALUES ('peer-support-worker', ?)", CANARY);
		run(
			`INSERT INTO exemption (person_id, requirement, reason, from_on, given_by, given_at)
			SELECT ?, min(id), 'Zeisig knows it', '2026-01-05', 'demo-peer-lead', '2026-01-05T09:00:00.000Z' FROM requirement WHERE audience = 'peers'`,
			CANARY
		);
		run(
			`INSERT INTO attempt (person_id, module, version, state, started_at, saved_at)
			SELECT ?, slug, current_version, '', '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z' FROM module WHERE slug = ?`,
			CANARY,
			PEERS
		);
		const completed = "INSERT INTO completion (person_id, module, completed_at, source) VALUES (?, 'finding-your-way', '2026-11-02T09:00:00.000Z', 'recorded')";
		const { lastInsertRowid } = run(completed, CANARY);
		run("INSERT INTO certificate_link (token_hash, completion, shows_sensitive, made_at) VALUES (?, ?, 0, '2026-11-02T09:00:00.000Z')", sha256(LINK), lastInsertRowid);
	});
}

/** Everybody sees that a role has agreed; in the other database it was somebody else. */
function signOff(site: Pick<Site, 'database'>, person: string): void {
	withDatabase(site, (database) =>
		database
			.prepare("INSERT INTO sign_off (version, record, role, person_id, at) SELECT version, id, 'peer-support-worker', ?, '2026-11-03T09:00:00.000Z' FROM coproduction_record")
			.run(person)
	);
}

/** Every address of the table of ways, its data, and what there is about a module for peers. */
function everyAddress(site: Pick<Site, 'database'>): string[] {
	const hash = withDatabase(site, (database) => database.prepare('SELECT current_version FROM module WHERE slug = ?').pluck().get(PEERS)) as string;
	const gets = Object.entries(TABLE).flatMap(([way, { path }]) => (way.startsWith('GET ') ? [path] : []));
	const module = `/modules/${PEERS}`;
	const about = ['', '/page/check-in', '/page/check', '/pause', '/finish', '/versions', `/versions/${hash}`, `/versions/${hash}/record`, `/versions/${hash}/text`].map((rest) => module + rest);
	const more = ['/packages/managing-triggers/2', '/packages/managing-triggers/2/download', '/packages/managing-triggers/2/preview', '/certificates/1', `/verify/${LINK}`];
	const pages = [...gets, ...about, ...more];
	return [...pages, ...pages.filter((path) => !path.includes('.')).map((path) => path.replace(/^([^?]*?)\/?(\?.*)?$/, '$1/__data.json$2'))];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** The same token on both sites, so that it makes no difference. */
const tokenOf = (username: string) => createHash('sha256').update(`canary ${username}`).digest('base64url');
const browserOf = ({ site }: Watched, username?: string): Client => client(site, username && tokenOf(username));

/** What is drawn by lot or read off the clock, and so differs from one request to the next whatever is stored. Nothing else is taken out. */
const BY_CHANCE: [what: string, pattern: RegExp][] = [
	['the port that a site of the tests listens on', /localhost:\d{5}/g],
	['the nonce of the policy for scripts', /nonce[-=]"?[\w+/=-]{22,}/g],
	['the name by which a page finds its own script', /__sveltekit_\w+/g],
	['the token that a form offers for a link', /"[\w-]{22}"/g],
	['the token of a form to sign in', /"[\w-]{68}"/g],
	['the instant of the answer', new RegExp(`${new Date().toISOString().slice(0, 11)}\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z`, 'g')],
	['the minute of the answer', /as it was on [\w ]+ at \d\d:\d\d/g],
	['the second of the answer in a calendar', /DTSTAMP:\w+/g]
];
/** `etag` is a hash of the body, nonce and all. */
const HEADERS_BY_CHANCE = ['date', 'etag'];

/** What somebody gets: the status, the headers, how long the body is and what it is, and the statements that were run for it. */
async function seen(watched: Watched, username: string | undefined, path: string) {
	watched.statements();
	const response = await browserOf(watched, username).get(path);
	const bytes = Buffer.from(await response.arrayBuffer());
	const steady = (text: string) => BY_CHANCE.reduce((text, [what, pattern]) => text.replace(pattern, `(${what})`), text);
	const headers = [...response.headers].filter(([name]) => !HEADERS_BY_CHANCE.includes(name)).map(([name, value]) => `${name}: ${steady(value)}`);
	return { status: response.status, headers, length: bytes.length, body: steady(bytes.toString('latin1')), statements: watched.statements() };
}

describe('that somebody is a peer', () => {
	test.each([...VIEWERS.map((username) => ({ who: username, username })), { who: 'somebody who is not signed in', username: undefined }])('makes no difference to what $who gets, at any address', async ({ username }) => {
		for (const path of addresses) {
			const [one, other] = await Promise.all([seen(sites.with, username, path), seen(sites.without, username, path)]);
			expect(one, `${path} for ${username}`).toEqual(other);
			expect(one.body, path).not.toMatch(/zeisig/i);
		}
	});

	test('would show in the statements, which are written down for every request of somebody who is signed in', async () => {
		expect((await seen(sites.with, 'nurse', '/support')).statements.length).toBeGreaterThan(0);
		expect((await seen(sites.without, 'nurse', '/support')).statements.length).toBeGreaterThan(0);
	});

	test('makes no difference to the log', async () => {
		const lines = ({ site }: Watched) =>
			site
				.log()
				.split('\n')
				.filter((line) => line.startsWith('{'))
				.map((line) => JSON.parse(line) as Record<string, unknown>)
				.map(({ level, method, route, status, msg }) => ({ level, method, route, status, msg }));
		expect(lines(sites.with).length).toBeGreaterThan(1000);
		// The last lines may still be on their way here.
		await vi.waitFor(() => expect(lines(sites.with)).toEqual(lines(sites.without)), 5000);
		for (const { site } of Object.values(sites)) expect(site.log()).not.toMatch(/zeisig/i);
	});
});

describe('a difference', () => {
	test('is seen by this comparison where there is one: on the person\'s own pages, and for whoever may see the sensitive lists', async () => {
		for (const [username, path] of [[CANARY, '/'], [CANARY, '/my-record'], ['peer-lead', `/modules/${PEERS}/versions`]] as const) {
			const [one, other] = await Promise.all([seen(sites.with, username, path), seen(sites.without, username, path)]);
			expect(one.body, path).not.toBe(other.body);
		}
	});

	test.each(['/my-record', '/my-record/download.json', '/my-record/download.csv'])('is shown to the person by %s', async (path) => {
		const texts = await Promise.all([sites.with, sites.without].map(async (watched) => (await browserOf(watched, CANARY).get(path)).text()));
		for (const words of ['Experienced peer workers', 'Zeisig knows it', 'peer support worker', 'Finding your way', 'Managing triggers at work', 'Modules that you signed off']) expect(texts[0], words).toContain(words);
		for (const words of ['Experienced peer workers', 'Zeisig knows it', 'peer support worker', 'Managing triggers at work']) expect(texts[1], words).not.toContain(words);
	});
});
