import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { day, edition, trialTrust } from '../sign-off/trial.ts';
import { buildWaiting, waitForBuild } from './builder.ts';
import { askForBuilds, claimBuild, lastBuilds, LEASE } from './builds.ts';
import { here, type Maker } from './making.ts';
import { KEPT, packagesOf, readPackage } from './packages.ts';
import { fillSupport, makeOne, signedOffTrust, SILENT } from './trial.ts';

const problemOf = async (db: Kysely<Schema>, module = 'trial') => (await lastBuilds(db, new Date())).get(module)?.problem;
const all = (db: Kysely<Schema>) => db.selectFrom('package').selectAll().execute();

async function ask(db: Kysely<Schema>, asked = {}): Promise<number> {
	const [answer] = await askForBuilds(db, [{ module: 'trial', asked }], 'author', new Date());
	if (answer!.kind === 'busy') throw new Error('busy');
	return answer!.id;
}

test('two builders side by side make each package once', async () => {
	const { db } = await trialTrust();
	await publish(db, trialModule('other'), day(5));
	await askForBuilds(db, [{ module: 'trial', asked: {} }, { module: 'other', asked: {} }], 'author', new Date());
	await Promise.all([buildWaiting({ db, log: SILENT }, here), buildWaiting({ db, log: SILENT }, here)]);
	expect((await all(db)).map(({ module }) => module).sort()).toEqual(['other', 'trial']);
});

test('what was made is the same bytes each time, and the audit log does not say of which module', async () => {
	const { db } = await trialTrust();
	const [first, second] = [await makeOne(db), await makeOne(db)];
	expect(second.sha256).toBe(first.sha256);
	const entries = await db.selectFrom('audit_entry').selectAll().where('action', '=', 'package.made').execute();
	expect(entries.map(({ person_id, subject }) => [person_id, subject])).toEqual([['author', `package ${first.id}`], ['author', `package ${second.id}`]]);
});

test('the last packages of a module are kept, and older ones go', async () => {
	const { db } = await trialTrust();
	await publish(db, trialModule('other'), day(5));
	await askForBuilds(db, [{ module: 'other', asked: {} }], 'author', new Date());
	const made = [];
	for (let count = 0; count < KEPT + 2; count += 1) made.push((await makeOne(db)).id);
	expect((await packagesOf(db, 'trial')).map(({ id }) => id)).toEqual(made.slice(2).reverse());
	expect(await packagesOf(db, 'other')).toHaveLength(1);
});

test('what was signed off and lacks local details is not handed out, takes no good one\'s place, and goes itself', async () => {
	const { db } = await signedOffTrust();
	const refused = await makeOne(db);
	expect(refused).toMatchObject({ draft: false, ready: false });
	expect(refused.checks.find(({ name }) => name === 'local-details')).toMatchObject({ state: 'failed', advice: 'Fill them in first, and make the package again.' });
	await fillSupport(db);
	const good = await makeOne(db);
	expect(good).toMatchObject({ draft: false, ready: true });
	await db.deleteFrom('local_detail').where('name', '=', 'urgent-help').execute();
	for (let count = 0; count < KEPT; count += 1) await makeOne(db);
	expect((await packagesOf(db, 'trial')).map(({ ready }) => ready)).toEqual([false, true]);
	expect((await readPackage(db, 'trial', good.id))?.kind).toBe('whole');
});

test('a full disk leaves the database as it was, and says what to do', async () => {
	const { db } = await trialTrust();
	const { id } = await makeOne(db);
	const build = await ask(db, { profile: 'moodle' });
	const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
	await sql`PRAGMA max_page_count = ${sql.raw(String(rows[0]!.page_count))}`.execute(db);
	const before = await all(db);
	await buildWaiting({ db, log: SILENT }, here);
	expect(await all(db)).toEqual(before);
	expect((await readPackage(db, 'trial', id))?.kind).toBe('whole');
	expect(await problemOf(db)).toMatch(/^There is no room left on the server's disk.*make it again\.$/);
	expect(await waitForBuild(db, build, 0)).toMatchObject({ state: 'failed' });
	const { rows: whole } = await sql`PRAGMA integrity_check`.execute(db);
	expect(whole).toEqual([{ integrity_check: 'ok' }]);
	await sql`PRAGMA max_page_count = 1000000`.execute(db);
	await makeOne(db, { profile: 'moodle' });
	expect(await packagesOf(db, 'trial')).toHaveLength(2);
});

/** A maker to whom something happens while it is at work. */
function meanwhile(happens: () => Promise<unknown>): Maker {
	return { ...here, make: async (contents) => (await happens(), here.make(contents)) };
}

test('nothing is stored by whoever counts as interrupted, as after a long sleep of the machine', async () => {
	const { db } = await trialTrust();
	await ask(db);
	await buildWaiting({ db, log: SILENT }, meanwhile(() => claimBuild(db, new Date(Date.now() + LEASE + 1000))));
	expect(await all(db)).toEqual([]);
	expect(await problemOf(db)).toContain('It was interrupted');
});

test('what goes wrong in making one is said, and the next one is made', async () => {
	const { db } = await trialTrust();
	await publish(db, trialModule('other'), day(5));
	await askForBuilds(db, [{ module: 'trial', asked: {} }, { module: 'other', asked: {} }], 'author', new Date());
	let first = true;
	const failing = meanwhile(async () => {
		if (first) throw ((first = false), new Error('the thread ended'));
	});
	await buildWaiting({ db, log: SILENT }, failing);
	expect(await problemOf(db)).toMatch(/^Something went wrong while it was being made\. Try again\..*reference: \w{8}$/);
	expect((await all(db)).map(({ module }) => module)).toEqual(['other']);
});

test('what was chosen and can no longer be had is said with what to do', async () => {
	const db = await trialDatabase();
	await db.insertInto('person').values({ id: 'author', username: 'author', name: 'Demo author', state: 'active', created_at: day(1).toISOString() }).execute();
	await publish(db, trialModule('trial', undefined, { audience: 'peers' }), day(1));
	await askForBuilds(db, [{ module: 'trial', asked: { passMark: '80' } }, { module: 'nothing', asked: {} }], 'author', new Date());
	await buildWaiting({ db, log: SILENT }, here);
	expect(await problemOf(db)).toContain('Nobody passes or fails it. Leave the pass mark out.');
	expect(await problemOf(db, 'nothing')).toBe('This module is no longer on the site.');
	expect(await all(db)).toEqual([]);
});

test('a package is of what the site serves when it is made', async () => {
	const { db } = await trialTrust();
	await ask(db);
	const second = await edition(db, 'Second', 6);
	await buildWaiting({ db, log: SILENT }, here);
	expect((await packagesOf(db, 'trial'))[0]!.version).toBe(second);
});
