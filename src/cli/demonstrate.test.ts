import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '#lib/server/database/open.ts';
import { trialFolder } from '#lib/server/database/trial.ts';
import { CannotRun } from './cannot-run.ts';
import { demonstrate } from './demonstrate.ts';

const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => vi.clearAllMocks());

test('makes the database, again and again, and says nothing', async () => {
	const file = join(trialFolder(), 'demonstration.db');
	expect(await demonstrate(['--database', file])).toBe(0);
	expect(await demonstrate(['--database', file])).toBe(0);
	expect(said).not.toHaveBeenCalled();
	const db = openDatabase(file);
	expect(await db.selectFrom('person').select('username').where('id', '=', 'demo-nurse').execute()).toEqual([{ username: 'nurse' }]);
	await db.destroy();
});

test('says what it did where that is asked for', async () => {
	const file = join(trialFolder(), 'demonstration.db');
	await demonstrate(['--database', file, '--verbose']);
	expect(said).toHaveBeenCalledWith(`The demonstration is ready in ${file}.`);
});

test('prints the accounts for other programs', async () => {
	expect(await demonstrate(['--accounts'])).toBe(0);
	const printed = JSON.parse(said.mock.lastCall![0] as string);
	expect(printed).toMatchObject({ organisation: 'Demonstration Trust (fictional)', password: 'demonstration' });
	expect(printed.accounts[0]).toEqual({
		username: 'nurse',
		name: 'Demo nurse',
		shows: 'the training of a member of staff with something due soon, in a team with a peer role'
	});
});

test('says in a sentence why it could not run', async () => {
	const file = join(trialFolder(), 'letter.txt');
	writeFileSync(file, 'Dear colleague, '.repeat(100));
	await expect(demonstrate(['--database', file])).rejects.toThrow(
		new CannotRun(`${file} is not a database: move it away, or name another database file.`)
	);
	await expect(demonstrate([])).rejects.toThrow(CannotRun);
});
