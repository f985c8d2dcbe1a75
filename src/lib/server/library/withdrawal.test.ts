import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { record, standing, start } from '../records/attempts.ts';
import { publish } from './publish.ts';
import { TRIAL_PAGES, trialModule } from './trial.ts';
import { currentSource, currentVersion, currentVersions, servedModules } from './versions.ts';
import { offerAgain, withdraw, withdrawnModules } from './withdrawal.ts';

const NOW = new Date('2026-11-26T09:00:00.000Z');
const BY = { personId: 'author', now: NOW };

async function withModule(): Promise<{ db: Kysely<Schema>; hash: string }> {
	const db = await trialDatabase();
	for (const id of ['author', 'nurse', 'doctor']) await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: NOW.toISOString() }).execute();
	const published = await publish(db, trialModule('trial', TRIAL_PAGES), NOW);
	if (published.kind !== 'published') throw new Error(published.kind);
	return { db, hash: published.hash };
}

test('a withdrawn module is offered to nobody', async () => {
	const { db, hash } = await withModule();
	expect(await withdraw(db, 'trial', hash, BY)).toBe(true);
	expect([await currentVersion(db, 'trial'), await currentSource(db, 'trial'), await currentVersions(db), await servedModules(db)]).toEqual([undefined, undefined, [], new Set()]);
	expect(await start(db, 'doctor', 'trial', NOW)).toBeUndefined();
	expect(await withdrawnModules(db)).toEqual([{ slug: 'trial', title: 'Trial of trial', since: NOW }]);
});

test('whoever is in the middle of it may finish it', async () => {
	const { db, hash } = await withModule();
	await start(db, 'nurse', 'trial', NOW);
	await withdraw(db, 'trial', hash, BY);
	expect(await standing(db, 'nurse', 'trial')).toMatchObject({ version: { hash }, attempt: { here: 'first' } });
	expect(await standing(db, 'nurse', 'trial')).not.toHaveProperty('instead');
	expect(await record(db, 'nurse', 'trial', { kind: 'continue', page: 'first' }, NOW)).toMatchObject({ kind: 'recorded' });
});

test('it is offered again as it was, and no folder brings it back by itself', async () => {
	const { db, hash } = await withModule();
	await withdraw(db, 'trial', hash, BY);
	expect(await publish(db, trialModule('trial', TRIAL_PAGES), NOW)).toEqual({ kind: 'kept' });
	expect(await offerAgain(db, 'trial', BY)).toBe(true);
	expect((await currentVersion(db, 'trial'))?.hash).toBe(hash);
	expect(await offerAgain(db, 'trial', BY)).toBe(false);
	await withdraw(db, 'trial', hash, BY);
	expect(await publish(db, trialModule('trial', TRIAL_PAGES), NOW, true)).toMatchObject({ kind: 'published', hash });
	expect((await currentVersion(db, 'trial'))?.hash).toBe(hash);
});

test('nobody withdraws a version that they have not seen, or twice', async () => {
	const { db, hash } = await withModule();
	expect(await withdraw(db, 'trial', 'f'.repeat(64), BY)).toBe(false);
	expect(await withdraw(db, 'nothing', hash, BY)).toBe(false);
	expect(await withdraw(db, 'trial', hash, BY)).toBe(true);
	expect(await withdraw(db, 'trial', hash, BY)).toBe(false);
	const entries = await db.selectFrom('audit_entry').select(['person_id', 'action', 'subject']).execute();
	expect(entries).toEqual([{ person_id: 'author', action: 'module.withdrawn', subject: 'trial' }]);
});
