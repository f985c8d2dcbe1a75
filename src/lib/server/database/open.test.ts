import { sql, type Kysely } from 'kysely';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CannotOpenDatabase, openDatabase } from './open.ts';
import type { Schema } from './schema.ts';
import { trialDatabase, trialFolder } from './trial.ts';

function refusal(file: string): string {
	try {
		openDatabase(file);
	} catch (error) {
		if (error instanceof CannotOpenDatabase) return error.message;
		throw error;
	}
	throw new Error('It opened.');
}

function opened(file: string): Kysely<Schema> {
	const db = openDatabase(file);
	onTestFinished(() => db.destroy());
	return db;
}

async function pragma(db: Kysely<Schema>, name: string): Promise<unknown> {
	const { rows } = await sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(db);
	return Object.values(rows[0] ?? {})[0];
}

/** A folder in which nobody can make a file; root ignores permissions, but not even root can write to /proc. */
function unwritableFolder(): string {
	if (process.getuid?.() === 0) return '/proc';
	const folder = trialFolder();
	chmodSync(folder, 0o555);
	return folder;
}

describe('openDatabase', () => {
	test('makes a database that survives power loss and keeps its references', async () => {
		const db = opened(join(trialFolder(), 'new.db'));
		expect(await pragma(db, 'journal_mode')).toBe('wal');
		expect(await pragma(db, 'synchronous')).toBe(2);
		expect(await pragma(db, 'foreign_keys')).toBe(1);
		expect(await pragma(db, 'busy_timeout')).toBe(5000);
	});

	test('begins a transaction with the write lock', async () => {
		const file = join(trialFolder(), 'shared.db');
		const [one, other] = [opened(file), opened(file)];
		await sql`PRAGMA busy_timeout = 0`.execute(other);
		await one.transaction().execute(async (trx) => {
			await sql`SELECT 1`.execute(trx);
			await expect(other.transaction().execute(async () => undefined)).rejects.toThrow('database is locked');
		});
		await other.transaction().execute(async (trx) => sql`SELECT 1`.execute(trx));
	});

	test('lets another connection read while one writes', async () => {
		const file = join(trialFolder(), 'shared.db');
		const [one, other] = [opened(file), opened(file)];
		await sql`CREATE TABLE note (text TEXT) STRICT`.execute(one);
		await one.transaction().execute(async (trx) => {
			await sql`INSERT INTO note VALUES ('unseen')`.execute(trx);
			expect((await sql`SELECT * FROM note`.execute(other)).rows).toEqual([]);
		});
		expect((await sql`SELECT * FROM note`.execute(other)).rows).toEqual([{ text: 'unseen' }]);
	});

	test('undoes a transaction that fails', async () => {
		const db = await trialDatabase();
		const failing = db.transaction().execute(async (trx) => {
			await trx.insertInto('directorate').values({ id: 'd', name: 'Demo' }).execute();
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await db.selectFrom('directorate').selectAll().execute()).toEqual([]);
	});

	test('says that the folder is missing', () => {
		const folder = join(trialFolder(), 'nowhere');
		expect(refusal(join(folder, 'a.db'))).toBe(`The folder ${folder} does not exist: create it, or name another database file.`);
	});

	test('says that the folder cannot be written', () => {
		const file = join(unwritableFolder(), 'a.db');
		expect(refusal(file)).toBe(
			`The database ${file} cannot be written: let the user who runs the server write to the file and its folder.`
		);
	});

	test('says that a file is no database, and leaves it as it was', () => {
		const file = join(trialFolder(), 'letter.txt');
		writeFileSync(file, 'Dear colleague, '.repeat(100));
		expect(refusal(file)).toBe(`${file} is not a database: move it away, or name another database file.`);
	});

	test('says that a folder is no file', () => {
		const folder = join(trialFolder(), 'data');
		mkdirSync(folder);
		expect(refusal(folder)).toBe(`${folder} is a folder: name a file in it for the database.`);
	});
});

test('a new database is for its owner alone, and so is what stands beside it', async () => {
	const file = join(trialFolder(), 'own.db');
	const db = openDatabase(file);
	onTestFinished(() => db.destroy());
	await sql`CREATE TABLE trial (id INTEGER) STRICT`.execute(db);
	expect(['', '-wal', '-shm'].map((end) => statSync(file + end).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
});
