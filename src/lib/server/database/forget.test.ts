import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { forgetOverwritten } from './forget.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { trialFolder } from './trial.ts';

test('what was overwritten and what was deleted is nowhere on the disk afterwards', async () => {
	const file = join(trialFolder(), 'trial.db');
	const onDisk = () => [file, `${file}-wal`].map((path) => (existsSync(path) ? readFileSync(path, 'latin1') : '')).join('');
	const db = openDatabase(file);
	onTestFinished(() => db.destroy());
	await migrate(db);
	const at = '2026-01-01T00:00:00.000Z';
	await db.insertInto('sign_in_failure').values({ subject: 'canary-overwritten', at }).execute();
	await db.insertInto('sign_in_failure').values({ subject: 'canary-deleted', at }).execute();
	expect(onDisk()).toContain('canary-overwritten');
	await db.updateTable('sign_in_failure').set({ subject: 'plain' }).where('subject', '=', 'canary-overwritten').execute();
	await db.deleteFrom('sign_in_failure').where('subject', '=', 'canary-deleted').execute();
	await forgetOverwritten(db);
	expect(onDisk()).toContain('plain');
	expect(onDisk()).not.toContain('canary');
});

test('where somebody reads, nobody waits for them, and it is done once they have read', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	onTestFinished(() => void vi.useRealTimers());
	const file = join(trialFolder(), 'trial.db');
	const db = openDatabase(file);
	onTestFinished(() => db.destroy());
	await migrate(db);
	await db.insertInto('sign_in_failure').values({ subject: 'canary', at: '2026-01-01T00:00:00.000Z' }).execute();
	const backup = new Database(file);
	onTestFinished(() => void backup.close());
	backup.exec('BEGIN; SELECT count(*) FROM sign_in_failure');
	await db.deleteFrom('sign_in_failure').execute();
	await forgetOverwritten(db);
	const log = () => readFileSync(`${file}-wal`, 'latin1');
	expect(log()).toContain('canary');
	await vi.advanceTimersByTimeAsync(2000);
	expect(log()).toContain('canary');
	backup.exec('COMMIT');
	await vi.advanceTimersByTimeAsync(2000);
	expect(log()).not.toContain('canary');
	expect((await sql<{ timeout: number }>`PRAGMA busy_timeout`.execute(db)).rows).toEqual([{ timeout: 5000 }]);
});
