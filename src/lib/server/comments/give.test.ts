import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { newToken } from '../tokens.ts';
import { listBatches } from './batches.ts';
import { giveComment, type Giving } from './give.ts';

const NOW = new Date('2026-11-26T09:00:00.000Z');
const HASHES = ['a', 'b'].map((letter) => letter.repeat(64));

async function withVersions(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	for (const hash of HASHES) {
		await db.insertInto('version').values({ hash, module: 'boundaries', format: 1, source: '', document: '{}', published_at: NOW.toISOString(), origin: 'folder' }).execute();
	}
	return db;
}

/** Somebody says something of "boundaries", or of what else is named. */
function give(db: Kysely<Schema>, personId: string, change: string, more: Partial<Giving> = {}) {
	return giveComment(db, { module: 'boundaries', personId, reads: false, token: newToken(), ...more }, { hard: '', change }, NOW);
}

/** What has been passed on: the words of each batch, in the order of the alphabet. */
async function passedOn(db: Kysely<Schema>): Promise<string[][]> {
	return (await listBatches(db)).map(({ comments }) => comments.map(({ change }) => change).sort());
}

const PEOPLE = ['one', 'two', 'three', 'four', 'five'];

describe('what people say', () => {
	test('waits until 5 different people have said something, and is passed on together with the day', async () => {
		const db = await trialDatabase();
		for (const person of PEOPLE.slice(0, 4)) await give(db, person, `by ${person}`);
		expect(await passedOn(db)).toEqual([]);
		await give(db, 'five', 'by five');
		expect(await passedOn(db)).toEqual([['by five', 'by four', 'by one', 'by three', 'by two']]);
		expect((await listBatches(db))[0]).toMatchObject({ module: 'boundaries', releasedOn: '2026-11-26', note: '' });
	});

	test('is not passed on because one person says much', async () => {
		const db = await trialDatabase();
		for (let time = 0; time < 20; time += 1) await give(db, 'one', `${time}`);
		for (const person of ['two', 'three', 'four']) await give(db, person, person);
		expect(await passedOn(db)).toEqual([]);
		await give(db, 'five', 'five');
		expect(await passedOn(db)).toEqual([expect.arrayContaining(['0', '19', 'five'])]);
	});

	test('is not passed on because of those who can read it, whatever accounts they have', async () => {
		const db = await trialDatabase();
		for (const person of PEOPLE) await give(db, person, 'made up', { reads: true });
		await give(db, 'victim', 'the truth');
		expect(await passedOn(db)).toEqual([]);
		expect(await db.selectFrom('comment_giver').select('giver').execute()).toHaveLength(1);
	});

	test('of one module does not wait with that of another', async () => {
		const db = await trialDatabase();
		for (const person of PEOPLE.slice(0, 3)) await give(db, person, person);
		for (const person of PEOPLE.slice(0, 2)) await give(db, person, person, { module: 'triggers' });
		expect(await passedOn(db)).toEqual([]);
		for (const person of PEOPLE.slice(3)) await give(db, person, person);
		expect((await listBatches(db)).map(({ module }) => module)).toEqual(['boundaries']);
		expect(await db.selectFrom('comment').select('module').where('batch', 'is', null).execute()).toEqual([{ module: 'triggers' }, { module: 'triggers' }]);
	});

	test('begins to wait anew after a batch, and the same people count again', async () => {
		const db = await trialDatabase();
		for (const person of PEOPLE) await give(db, person, 'first');
		for (const person of PEOPLE.slice(0, 4)) await give(db, person, 'second');
		expect(await passedOn(db)).toEqual([Array(5).fill('first')]);
		await give(db, 'five', 'second');
		expect((await passedOn(db)).sort()).toEqual([Array(5).fill('first'), Array(5).fill('second')]);
	});

	test('keeps its version where everybody had the same, and lets go of it where they had not', async () => {
		const db = await withVersions();
		for (const person of PEOPLE) await give(db, person, 'same', { version: HASHES[0] });
		expect((await listBatches(db)).map(({ version }) => version)).toEqual([HASHES[0]]);
		for (const person of PEOPLE) await give(db, person, 'mixed', { version: HASHES[person === 'two' ? 1 : 0] });
		expect((await listBatches(db)).filter(({ version }) => version === undefined)).toHaveLength(1);
		expect(await db.selectFrom('comment').select('version').distinct().execute()).toEqual([{ version: null }]);
	});
});

describe('a form', () => {
	test('that is sent twice is one comment, also at the same moment and after the batch was passed on', async () => {
		const db = await trialDatabase();
		const token = newToken();
		expect((await Promise.all([give(db, 'one', 'once', { token }), give(db, 'one', 'once', { token })])).sort()).toEqual(['again', 'given']);
		for (const person of PEOPLE.slice(1)) await give(db, person, person);
		expect(await give(db, 'one', 'once', { token })).toBe('again');
		expect(await db.selectFrom('comment').select('id').execute()).toHaveLength(5);
	});

	test('is forgotten when the next batch has been passed on', async () => {
		const db = await trialDatabase();
		for (let round = 0; round < 3; round += 1) for (const person of PEOPLE) await give(db, person, `${round}`);
		expect(await db.selectFrom('comment_form').select('released').execute()).toEqual(Array(5).fill({ released: 1 }));
	});

	test.each(['', 'made-up', 'A'.repeat(22) + '=', '__proto__'])('with %j for a token is none', async (token) => {
		const db = await trialDatabase();
		expect(await give(db, 'one', 'words', { token })).toBe('no-form');
		expect(await db.selectFrom('comment').select('id').execute()).toEqual([]);
	});
});

describe('what is stored', () => {
	test('lets go of what counted people when a batch is passed on', async () => {
		const db = await trialDatabase();
		for (const person of PEOPLE.slice(0, 4)) await give(db, person, person);
		expect(await db.selectFrom('comment_giver').select('module').execute()).toHaveLength(4);
		await give(db, 'five', 'five');
		expect(await db.selectFrom('comment_giver').select('module').execute()).toEqual([]);
		expect(await db.selectFrom('comment_salt').select('module').execute()).toEqual([]);
	});

	test('has another id and place after each comment, so that none says which came first', async () => {
		const firsts = new Set<number>();
		const ids = new Set<string>();
		const db = await trialDatabase();
		for (let time = 0; time < 24; time += 1) {
			await give(db, 'one', `${time}`);
			const rows = await db.selectFrom('comment').select(['id', 'change']).execute();
			firsts.add(rows.findIndex(({ change }) => change === '0'));
			for (const { id } of rows) ids.add(id);
		}
		expect(firsts.size).toBeGreaterThan(4);
		expect(ids.size).toBe((24 * 25) / 2);
	});

	test('is nowhere counted by a rowid', async () => {
		const db = await trialDatabase();
		const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_list WHERE name LIKE 'comment%' AND type = 'table' AND wr = 0`.execute(db);
		expect(rows).toEqual([]);
	});
});
