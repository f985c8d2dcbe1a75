import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { completionsOf, lastCompletion } from './completions.ts';

const day = (number: number) => `2026-11-${number}T09:00:00.000Z`;

async function withPerson() {
	const db = await trialDatabase();
	for (const id of ['nurse', 'doctor']) {
		await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: day(10) }).execute();
	}
	return db;
}

test('completions come newest first, and only the person\'s own', async () => {
	const db = await withPerson();
	await db
		.insertInto('completion')
		.values([
			{ person_id: 'nurse', module: 'trial', completed_at: day(11), source: 'imported' },
			{ person_id: 'nurse', module: 'trial', completed_at: day(20), source: 'site' },
			{ person_id: 'nurse', module: 'other', completed_at: day(15), source: 'recorded' },
			{ person_id: 'doctor', module: 'trial', completed_at: day(21), source: 'site' }
		])
		.execute();
	expect((await completionsOf(db, 'nurse')).map(({ module, completedAt }) => [module, completedAt.toISOString()])).toEqual([
		['trial', day(20)],
		['other', day(15)],
		['trial', day(11)]
	]);
	expect(await lastCompletion(db, 'nurse', 'trial')).toEqual({ id: 2, module: 'trial', completedAt: new Date(day(20)), source: 'site' });
	expect(await lastCompletion(db, 'nurse', 'nothing')).toBeUndefined();
});

test('what puts a completion right stands for it', async () => {
	const db = await withPerson();
	const { id } = await db
		.insertInto('completion')
		.values({ person_id: 'nurse', module: 'trial', completed_at: day(20), source: 'recorded' })
		.returning('id')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('completion')
		.values({ person_id: 'nurse', module: 'trial', completed_at: day(12), source: 'recorded', corrects: id, reason: 'The wrong day was typed.' })
		.execute();
	expect(await completionsOf(db, 'nurse')).toEqual([{ id: id + 1, module: 'trial', completedAt: new Date(day(12)), source: 'recorded' }]);
});
