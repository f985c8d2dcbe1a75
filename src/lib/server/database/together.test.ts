import { sql, type Kysely } from 'kysely';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { Schema } from './schema.ts';
import { together } from './together.ts';
import { trialDatabase, trialFolder } from './trial.ts';

const add = (name: string) => (trx: Kysely<Schema>) => trx.insertInto('directorate').values({ id: name, name }).execute();
const names = async (db: Kysely<Schema>) => (await db.selectFrom('directorate').select('name').orderBy('name').execute()).map(({ name }) => name);

test('who comes at the same moment is written with one transaction, and answered after it', async () => {
	const file = join(trialFolder(), 'trial.db');
	const [db, other] = [openDatabase(file), openDatabase(file)];
	onTestFinished(async () => void (await Promise.all([db.destroy(), other.destroy()])));
	await migrate(db);
	const seen: string[][] = [];
	const first = together(db, add('first'));
	const second = together(db, async (trx) => {
		seen.push(await names(trx), await names(other));
		return add('second')(trx);
	});
	await first;
	expect(seen).toEqual([['first'], []]);
	expect(await names(other)).toEqual(['first', 'second']);
	await second;
});

test('gives each what its own work comes to', async () => {
	const db = await trialDatabase();
	const numbers = Array.from({ length: 20 }, (_, number) => number);
	expect(await Promise.all(numbers.map((number) => together(db, async () => number)))).toEqual(numbers);
});

test('work that fails undoes what it did and nothing else', async () => {
	const db = await trialDatabase();
	const failing = together(db, async (trx) => {
		await add('undone')(trx);
		throw new Error('stop');
	});
	const [before, after] = [together(db, add('before')), together(db, add('after'))];
	await expect(failing).rejects.toThrow('stop');
	await Promise.all([before, after]);
	expect(await names(db)).toEqual(['after', 'before']);
});

test('nobody is told that it is written where it could not be', async () => {
	const db = await trialDatabase();
	const good = together(db, add('good'));
	const dangling = together(db, async (trx) => {
		await sql`PRAGMA defer_foreign_keys = ON`.execute(trx);
		await trx.insertInto('team').values({ id: 't', name: 'Demo', directorate_id: 'nowhere' }).execute();
	});
	const results = await Promise.allSettled([good, dangling]);
	expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(await names(db)).toEqual([]);
	await together(db, add('next'));
	expect(await names(db)).toEqual(['next']);
});

test('whoever comes while others are written is written next', async () => {
	const db = await trialDatabase();
	let late: Promise<unknown> | undefined;
	await together(db, async (trx) => {
		late = together(db, add('late'));
		return add('early')(trx);
	});
	await late;
	expect(await names(db)).toEqual(['early', 'late']);
});
