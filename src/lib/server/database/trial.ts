import type { Kysely } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { Schema } from './schema.ts';

/** For tests: an empty folder that goes when the test ends. */
export function trialFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** For tests: a real database file with every table and no rows, gone when the test ends. */
export async function trialDatabase(): Promise<Kysely<Schema>> {
	const db = openDatabase(join(trialFolder(), 'trial.db'));
	// Test hooks run last in, first out: the file is closed before its folder goes.
	onTestFinished(() => db.destroy());
	await migrate(db);
	return db;
}
