import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { trialDatabase, trialFolder } from './trial.ts';

test('makes only STRICT tables', async () => {
	const db = await trialDatabase();
	const { rows } = await sql<{ name: string; strict: number }>`
		SELECT name, strict FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(db);
	expect(rows.filter((row) => !row.strict)).toEqual([]);
	expect(rows.map((row) => row.name).sort()).toEqual([
		'attempt', 'audience', 'audience_member', 'audit_entry', 'certificate_link', 'comment', 'comment_batch', 'comment_form', 'comment_giver', 'comment_salt', 'completion', 'coproduction_record', 'directorate', 'exemption', 'exemption_withdrawal', 'form_key', 'guide', 'guide_version', 'held_form',
		'local_detail', 'local_detail_change', 'module', 'name_change', 'package', 'package_build', 'package_choice', 'peer_role_holder', 'permission', 'person',
		'preview_state', 'preview_token', 'problem_report', 'requirement', 'session', 'sign_in_failure', 'sign_in_form', 'sign_off', 'sign_off_withdrawal', 'team', 'version', 'version_file', 'withdrawn_voice'
	]);
});

test('has nothing to do a second time', async () => {
	const db = await trialDatabase();
	await db.insertInto('directorate').values({ id: 'd', name: 'Demo' }).execute();
	await migrate(db);
	expect(await db.selectFrom('directorate').select('id').execute()).toEqual([{ id: 'd' }]);
});

test('throws what went wrong', async () => {
	const db = openDatabase(join(trialFolder(), 'taken.db'));
	await sql`CREATE TABLE directorate (something_else TEXT)`.execute(db);
	await expect(migrate(db)).rejects.toThrow('table directorate already exists');
	const { rows } = await sql`SELECT name FROM sqlite_schema WHERE name = 'person'`.execute(db);
	expect(rows).toEqual([]);
	await db.destroy();
});

test('lets six processes start at once on a new file', async () => {
	const folder = trialFolder();
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const source = (file: string) => JSON.stringify(resolve('src/lib/server/database', file));
	writeFileSync(
		join(folder, 'entry.ts'),
		`import { openDatabase } from ${source('open.ts')};
		import { migrate } from ${source('migrate.ts')};
		while (Date.now() < Number(process.argv[3])) {}
		const db = openDatabase(process.argv[2]!);
		await migrate(db);
		await db.destroy();`
	);
	await build({
		root: folder,
		configFile: false,
		logLevel: 'silent',
		build: { ssr: 'entry.ts', outDir: 'built', target: 'node20', rolldownOptions: { output: { entryFileNames: 'entry.mjs' } } }
	});

	const together = String(Date.now() + 1000);
	const start = () =>
		new Promise<string>((done) => {
			const child = spawn(process.execPath, [join(folder, 'built', 'entry.mjs'), join(folder, 'new.db'), together]);
			let said = '';
			child.stderr.on('data', (text) => (said += text));
			child.on('close', (code) => done(`${code} ${said}`.trim()));
		});
	expect(await Promise.all(Array.from({ length: 6 }, start))).toEqual(Array(6).fill('0'));
}, 30_000);
