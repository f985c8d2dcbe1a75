import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { day, trialTrust } from '../sign-off/trial.ts';
import { buildWaiting } from './builder.ts';
import { askForBuilds } from './builds.ts';
import { bundlePackages } from './bundle.ts';
import { here } from './making.ts';
import { newestPackages, readPackage, sha256 } from './packages.ts';
import { makeOne, signedOffTrust, SILENT } from './trial.ts';

async function twoPackages() {
	const { db } = await trialTrust();
	await publish(db, trialModule('other'), day(5));
	await makeOne(db);
	await askForBuilds(db, ['trial', 'other'].map((module) => ({ module, asked: { profile: 'moodle' } })), 'author', new Date());
	await buildWaiting({ db, log: SILENT }, here);
	return db;
}

test('the newest package of each module is in it, byte for byte', async () => {
	const db = await twoPackages();
	const bundle = await bundlePackages(db);
	if (bundle.kind !== 'whole') throw new Error(bundle.kind);
	const files = unzipSync(new Uint8Array(await new Response(bundle.stream).arrayBuffer()));
	const newest = [...(await newestPackages(db)).values()];
	expect(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]))).toEqual(Object.fromEntries(newest.map(({ fileName, sha256 }) => [fileName, sha256])));
	expect(Object.keys(files)).toHaveLength(2);
});

test('one that was altered is named, and nothing is handed out', async () => {
	const db = await twoPackages();
	await sql`UPDATE package SET bytes = x'00' WHERE module = 'other'`.execute(db);
	expect(await bundlePackages(db)).toMatchObject({ kind: 'altered', altered: [{ module: 'other' }] });
});

test('one that is altered while it is handed out breaks the download off', async () => {
	const db = await twoPackages();
	const bundle = await bundlePackages(db);
	if (bundle.kind !== 'whole') throw new Error(bundle.kind);
	const reader = bundle.stream.getReader();
	await reader.read();
	await sql`UPDATE package SET bytes = x'00' WHERE module = 'trial'`.execute(db);
	const rest = async () => {
		for (;;) if ((await reader.read()).done) return;
	};
	await expect(rest()).rejects.toThrow('changed while it was being handed out');
});

test('one that failed is not in it', async () => {
	const { db } = await signedOffTrust();
	const refused = await makeOne(db);
	expect((await readPackage(db, 'trial', refused.id))!.made.ready).toBe(false);
	expect(await bundlePackages(db)).toEqual({ kind: 'empty' });
});
