import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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
