import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { findPreview, forgetState, keepState, openPreview, savedState } from './previews.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const AT = NOW.toISOString();
const HASH = 'a'.repeat(64);
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

/** Two people who may make packages, and one package. */
async function withPackage(): Promise<{ db: Kysely<Schema>; mine: { personId: string; packageId: number }; theirs: { personId: string; packageId: number } }> {
	const db = await trialDatabase();
	for (const id of ['mine', 'theirs']) {
		await db.insertInto('person').values({ id, username: id, name: id, state: 'active', created_at: AT }).execute();
		await db.insertInto('permission').values({ person_id: id, name: 'learning' }).execute();
	}
	await db.insertInto('version').values({ hash: HASH, module: 'boundaries', format: 1, source: '', document: '{}', published_at: AT, origin: 'folder' }).execute();
	const { id } = await db
		.insertInto('package')
		.values({ module: 'boundaries', version: HASH, options: '{}', made_at: AT, made_by: 'mine', draft: 1, ready: 1, checks: '[]', ingredients: '{}', sha256: HASH, length: 0, bytes: new Uint8Array() })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { db, mine: { personId: 'mine', packageId: id }, theirs: { personId: 'theirs', packageId: id } };
}

test('a token of 128 bits opens the preview for 20 hours', async () => {
	const { db, mine } = await withPackage();
	const token = await openPreview(db, mine, NOW);
	expect(Buffer.from(token, 'base64url')).toHaveLength(16);
	expect(await findPreview(db, token, later(19.99))).toEqual({ ...mine, module: 'boundaries' });
	expect(await findPreview(db, token, later(20))).toBeUndefined();
	expect(await findPreview(db, `${token}x`, NOW)).toBeUndefined();
});

test('nobody who reads the table has a token', async () => {
	const { db, mine } = await withPackage();
	const token = await openPreview(db, mine, NOW);
	const rows = await db.selectFrom('preview_token').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(token);
	expect(await findPreview(db, rows[0]!.hash, NOW)).toBeUndefined();
});

test('tokens that are over go when another is made', async () => {
	const { db, mine } = await withPackage();
	await openPreview(db, mine, NOW);
	await openPreview(db, mine, later(1));
	await openPreview(db, mine, later(20.5));
	expect(await db.selectFrom('preview_token').select('expires_at').orderBy('expires_at').execute()).toEqual([{ expires_at: later(21).toISOString() }, { expires_at: later(40.5).toISOString() }]);
});

test.each(['suspended', 'left'] as const)('a token of somebody who is %s opens nothing', async (state) => {
	const { db, mine } = await withPackage();
	const token = await openPreview(db, mine, NOW);
	await db.updateTable('person').set({ state }).where('id', '=', 'mine').execute();
	expect(await findPreview(db, token, NOW)).toBeUndefined();
});

test('a token of somebody who may no longer make packages opens nothing', async () => {
	const { db, mine } = await withPackage();
	await db.insertInto('permission').values({ person_id: 'mine', name: 'author' }).execute();
	const token = await openPreview(db, mine, NOW);
	await db.deleteFrom('permission').where('person_id', '=', 'mine').where('name', '=', 'learning').execute();
	expect(await findPreview(db, token, NOW)).toBeUndefined();
});

test('what is kept is of one person and one package, and the newest', async () => {
	const { db, mine, theirs } = await withPackage();
	expect(await savedState(db, mine)).toEqual({});
	await keepState(db, mine, { 'cmi.suspend_data': 'first' }, NOW);
	await keepState(db, mine, { 'cmi.suspend_data': 'second' }, NOW);
	expect([await savedState(db, mine), await savedState(db, theirs)]).toEqual([{ 'cmi.suspend_data': 'second' }, {}]);
	await keepState(db, theirs, { 'cmi.suspend_data': 'theirs' }, NOW);
	await forgetState(db, mine);
	expect([await savedState(db, mine), await savedState(db, theirs)]).toEqual([{}, { 'cmi.suspend_data': 'theirs' }]);
});

test('after 30 days nobody remembers how far somebody was', async () => {
	const { db, mine, theirs } = await withPackage();
	await keepState(db, mine, { a: 'b' }, NOW);
	await keepState(db, theirs, { a: 'b' }, later(48));
	await openPreview(db, theirs, later(30 * 24));
	expect([await savedState(db, mine), await savedState(db, theirs)]).toEqual([{}, { a: 'b' }]);
});

test('with a package go its previews', async () => {
	const { db, mine } = await withPackage();
	await openPreview(db, mine, NOW);
	await keepState(db, mine, { a: 'b' }, NOW);
	await db.deleteFrom('package').execute();
	expect([await db.selectFrom('preview_token').selectAll().execute(), await db.selectFrom('preview_state').selectAll().execute()]).toEqual([[], []]);
});
