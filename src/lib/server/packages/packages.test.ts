import { sql } from 'kysely';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { trialTrust } from '../sign-off/trial.ts';
import { findPackage, packagesOf, readPackage, sha256 } from './packages.ts';
import { makeOne } from './trial.ts';

test('a package comes back as it was stored, with what is known of it', async () => {
	const { db, hash } = await trialTrust();
	const made = await makeOne(db, { profile: 'moodle' });
	const read = await readPackage(db, 'trial', made.id);
	if (read?.kind !== 'whole') throw new Error(read?.kind);
	expect(sha256(read.bytes)).toBe(made.sha256);
	expect(Object.keys(unzipSync(read.bytes))).toContain('imsmanifest.xml');
	expect(read.made).toMatchObject({ module: 'trial', version: hash, madeBy: 'Demo author', draft: true, ready: true, length: read.bytes.length, fileName: `trial-${hash.slice(0, 8)}-scorm-1.2.zip` });
	expect(read.made.options).toMatchObject({ profile: 'moodle', standard: 'scorm-1.2' });
	expect(read.made.checks.map(({ name }) => name)).toContain('play');
});

test.each([
	['one byte is another', "bytes = CAST(substr(bytes, 1, 99) || x'00' || substr(bytes, 101) AS BLOB)"],
	['the end is missing', 'bytes = substr(bytes, 1, length(bytes) - 1)'],
	['there is something after it', "bytes = CAST(bytes || x'00' AS BLOB)"],
	['there is nothing', "bytes = x''"]
])('bytes that were altered are never given: %s', async (_, change) => {
	const { db } = await trialTrust();
	const { id } = await makeOne(db);
	await sql`UPDATE package SET ${sql.raw(change)}`.execute(db);
	const read = await readPackage(db, 'trial', id);
	expect(read).toMatchObject({ kind: 'altered', made: { id } });
	expect(read).not.toHaveProperty('bytes');
});

test('a package is found at its own module only, and its number never becomes another\'s', async () => {
	const { db } = await trialTrust();
	const first = await makeOne(db);
	expect(await findPackage(db, 'other', first.id)).toBeUndefined();
	expect(await readPackage(db, 'other', first.id)).toBeUndefined();
	await db.deleteFrom('package').execute();
	expect((await makeOne(db)).id).toBeGreaterThan(first.id);
	expect(await readPackage(db, 'trial', first.id)).toBeUndefined();
	expect(await packagesOf(db, 'trial')).toHaveLength(1);
});
