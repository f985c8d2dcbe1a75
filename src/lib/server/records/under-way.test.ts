import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { record, start } from './attempts.ts';
import { mayCountUnderWay, underWay } from './under-way.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const words = (text: string) => trialModule('trial', `\n# Only {#only}\n\n${text}\n`);

test('says how many people are in the middle of each version, and counts nobody who has finished', async () => {
	const db = await trialDatabase();
	for (const id of ['a', 'b', 'c', 'd']) await db.insertInto('person').values({ id, username: id, name: id, state: 'active', created_at: NOW.toISOString() }).execute();
	const first = await publish(db, words('One.'), NOW);
	for (const id of ['a', 'b', 'c']) await start(db, id, 'trial', NOW);
	await record(db, 'c', 'trial', { kind: 'continue', page: 'only' }, NOW);
	const second = await publish(db, words('Two.'), NOW);
	await start(db, 'd', 'trial', NOW);
	if (first.kind !== 'published' || second.kind !== 'published') throw new Error('not published');
	expect(await underWay(db, 'trial')).toEqual(new Map([[first.hash, 2], [second.hash, 1]]));
});

test('is for those who look after training, and of modules for peers for those alone who may see the lists', () => {
	const seenBy = (audience: string) =>
		(['author', 'learning', 'sensitive-lists', 'administrator'] as const).filter((permission) => mayCountUnderWay({ permissions: [permission] }, audience));
	expect(seenBy('all-staff')).toEqual(['author', 'learning', 'sensitive-lists']);
	expect(seenBy('peers')).toEqual(['sensitive-lists']);
	expect(seenBy('an-audience-nobody-knows')).toEqual(['sensitive-lists']);
	expect(mayCountUnderWay({ permissions: [] }, 'all-staff')).toBe(false);
});
