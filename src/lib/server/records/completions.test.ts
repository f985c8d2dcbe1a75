import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { completionsOf, lastCompletion, ownNumbers } from './completions.ts';

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
	expect(await lastCompletion(db, 'nurse', 'trial')).toEqual({ id: 2, number: 2, module: 'trial', completedAt: new Date(day(20)), source: 'site' });
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
	expect(await completionsOf(db, 'nurse')).toEqual([{ id: id + 1, number: 2, module: 'trial', completedAt: new Date(day(12)), source: 'recorded' }]);
});

test('each is counted among the person\'s own as they were written down, whatever anybody else completes', async () => {
	const db = await withPerson();
	const add = (person_id: string, completed_at: string, more = {}) => db.insertInto('completion').values({ person_id, module: 'trial', completed_at, source: 'recorded', ...more }).execute();
	await add('doctor', day(11));
	await add('nurse', day(20));
	await add('doctor', day(12));
	await add('nurse', day(11));
	await add('nurse', day(21), { corrects: 2, reason: 'The wrong day was typed.' });
	expect((await completionsOf(db, 'nurse')).map(({ number, completedAt }) => [number, completedAt.toISOString()])).toEqual([[3, day(21)], [2, day(11)]]);
	expect(await ownNumbers(db, 'nurse')).toEqual(new Map([[2, 1], [4, 2], [5, 3]]));
	expect((await completionsOf(db, 'doctor')).map(({ number }) => number)).toEqual([2, 1]);
});
