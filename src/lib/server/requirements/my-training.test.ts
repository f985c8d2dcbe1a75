import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { record, start } from '../records/attempts.ts';
import { myTraining } from './my-training.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const ONE_PAGE = '\n# Only {#only}\n\nText.\n';

/** A nurse, a peer worker, and a module for each of three audiences. */
async function withTrust(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	const audiences = [{ slug: 'all-staff', sensitive: 0 as const }, { slug: 'peers', sensitive: 1 as const }];
	await db.insertInto('audience').values(audiences.map((audience) => ({ ...audience, name: audience.slug }))).execute();
	for (const [id, member] of [['nurse', ['all-staff']], ['peer', ['all-staff', 'peers']]] as const) {
		await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: NOW.toISOString() }).execute();
		await db.insertInto('audience_member').values(member.map((audience) => ({ audience, person_id: id }))).execute();
	}
	for (const audience of ['all-staff', 'peers', 'managers-of-peers']) await publish(db, trialModule(`for-${audience}`, ONE_PAGE, { audience }), NOW);
	return db;
}

const slugs = (items: { slug: string }[]) => items.map(({ slug }) => slug);

test('asks for what a person\'s audiences are for, and leaves everything else open', async () => {
	const db = await withTrust();
	const nurse = await myTraining(db, 'nurse');
	expect([slugs(nurse.asked), slugs(nurse.open)]).toEqual([['for-all-staff'], ['for-managers-of-peers', 'for-peers']]);
	const peer = await myTraining(db, 'peer');
	expect([slugs(peer.asked), slugs(peer.open)]).toEqual([['for-all-staff', 'for-peers'], ['for-managers-of-peers']]);
});

test('asks nothing of somebody in no audience, and shows them everything', async () => {
	const db = await withTrust();
	await db.insertInto('person').values({ id: 'advisor', username: 'advisor', name: 'Demo advisor', state: 'active', created_at: NOW.toISOString() }).execute();
	const { asked, open } = await myTraining(db, 'advisor');
	expect([asked, slugs(open)]).toEqual([[], ['for-all-staff', 'for-managers-of-peers', 'for-peers']]);
});

test('says of each module whether it is under way or completed, and when', async () => {
	const db = await withTrust();
	await start(db, 'nurse', 'for-peers', NOW);
	await record(db, 'nurse', 'for-all-staff', { kind: 'continue', page: 'only' }, NOW);
	const { asked, open } = await myTraining(db, 'nurse');
	expect(asked).toEqual([
		{ slug: 'for-all-staff', title: 'Trial of for-all-staff', summary: 'A module for tests.', minutes: 5, status: 'completed', completedAt: NOW }
	]);
	expect(open.map(({ slug, status }) => [slug, status])).toEqual([['for-managers-of-peers', 'not-started'], ['for-peers', 'in-progress']]);
});

test('says that it is under way again, and when it was completed before', async () => {
	const db = await withTrust();
	await record(db, 'nurse', 'for-all-staff', { kind: 'continue', page: 'only' }, NOW);
	await start(db, 'nurse', 'for-all-staff', NOW);
	expect((await myTraining(db, 'nurse')).asked).toMatchObject([{ status: 'in-progress', completedAt: NOW }]);
});

test('is nobody else\'s', async () => {
	const db = await withTrust();
	await start(db, 'peer', 'for-peers', NOW);
	await record(db, 'peer', 'for-all-staff', { kind: 'continue', page: 'only' }, NOW);
	const { asked, open } = await myTraining(db, 'nurse');
	expect([...asked, ...open].map(({ status }) => status)).toEqual(['not-started', 'not-started', 'not-started']);
});
