import { expect, onTestFinished, test, vi } from 'vitest';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { prepare } from './prepare.ts';
import { trialDatabase } from './trial.ts';

const directorate = { id: 'd', name: 'Demo' };

test('asks for what is given, each time', async () => {
	const db = await trialDatabase();
	await db.insertInto('directorate').values([directorate, { id: 'e', name: 'Other' }]).execute();
	const named = prepare((db, name: string, id: string) => db.selectFrom('directorate').selectAll().where('id', '=', id).where('name', '=', name));
	expect(await named(db, 'Demo', 'd')).toEqual([directorate]);
	expect(await named(db, 'Other', 'e')).toEqual([{ id: 'e', name: 'Other' }]);
	expect(await named(db, 'Demo', 'e')).toEqual([]);
});

test('keeps what the query itself says', async () => {
	const db = await trialDatabase();
	await db.insertInto('directorate').values(directorate).execute();
	const other = prepare((db, id: string) => db.selectFrom('directorate').select('name').where('id', '!=', 'd').where('id', '=', id));
	expect(await other(db, 'd')).toEqual([]);
});

test('is built once, for every database and inside a transaction', async () => {
	const build = vi.fn((db: Awaited<ReturnType<typeof trialDatabase>>, name: string) => db.updateTable('directorate').set({ name }).where('id', '=', 'd'));
	const rename = prepare(build);
	for (const db of [await trialDatabase(), await trialDatabase()]) {
		await db.insertInto('directorate').values(directorate).execute();
		await rename(db, 'New');
		const failing = db.transaction().execute(async (trx) => {
			await rename(trx, 'Undone');
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await db.selectFrom('directorate').select('name').execute()).toEqual([{ name: 'New' }]);
	}
	expect(build).toHaveBeenCalledOnce();
});

test('refuses a query that looks at what it is given', async () => {
	const db = await trialDatabase();
	const found = prepare((db, id: string) => db.selectFrom('directorate').selectAll().where('name', 'like', `${id}%`));
	await expect(found(db, 'd')).rejects.toThrow('Value 1 does not stand in the query');
});

test('waits for nobody who writes, and sees only what is committed', async () => {
	const db = await trialDatabase();
	const all = prepare((db) => db.selectFrom('directorate').selectAll());
	await db.transaction().execute(async (trx) => {
		await trx.insertInto('directorate').values(directorate).execute();
		expect(await all(db)).toEqual([]);
		expect(await all(trx)).toEqual([directorate]);
	});
	expect(await all(db)).toEqual([directorate]);
});

test('reads a database in memory too, which has no second connection', async () => {
	const db = openDatabase(':memory:');
	onTestFinished(() => db.destroy());
	await migrate(db);
	await db.insertInto('directorate').values(directorate).execute();
	expect(await prepare((db) => db.selectFrom('directorate').selectAll())(db)).toEqual([directorate]);
});
