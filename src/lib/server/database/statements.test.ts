import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { RememberedStatements } from './statements.ts';
import { trialDatabase } from './trial.ts';

test('prepares each statement once, as long as it is in use', () => {
	const database = new Database(':memory:');
	const prepare = vi.spyOn(database, 'prepare');
	const statements = new RememberedStatements(database);
	const first = statements.prepare('select 1');
	for (let number = 0; number < 299; number += 1) statements.prepare(`select ${number}, 2`);
	expect(statements.prepare('select 1')).toBe(first);
	for (let number = 0; number < 300; number += 1) statements.prepare(`select ${number}, 3`);
	expect(statements.prepare('select 1')).not.toBe(first);
	expect(prepare).toHaveBeenCalledTimes(1 + 299 + 300 + 1);
	statements.close();
	expect(database.open).toBe(false);
});

test('sees what became of a table since', async () => {
	const db = await trialDatabase();
	const read = () => sql<object>`select * from audience`.execute(db).then(({ rows }) => rows);
	expect(await read()).toEqual([]);
	await sql`alter table audience add column colour text not null default 'grey'`.execute(db);
	await db.insertInto('audience').values({ slug: 'demo', name: 'Demo', sensitive: 0 }).execute();
	expect(await read()).toEqual([{ slug: 'demo', name: 'Demo', sensitive: 0, colour: 'grey' }]);
});
