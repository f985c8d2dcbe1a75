import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from './publish.ts';
import { TRIAL_PAGES, trialModule } from './trial.ts';
import { currentVersions, findVersion } from './versions.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');

/** A version as a server of long ago stored it: another shape of document, the same source. */
async function storeOldFormat(db: Kysely<Schema>, source: string, files: string[] = []): Promise<string> {
	const hash = createHash('sha256').update(source).digest('hex');
	const row = { hash, module: 'old', format: 0, source, document: '{"shape":"another"}', published_at: NOW.toISOString(), origin: 'folder' as const };
	await db.insertInto('version').values(row).execute();
	for (const name of files) await db.insertInto('version_file').values({ version: hash, name, type: 'image/png', bytes: new Uint8Array([1]) }).execute();
	return hash;
}

test('a version of an older format is compiled again from its source', async () => {
	const db = await trialDatabase();
	const pages = `${TRIAL_PAGES}\n# Third\n\n![A cup of tea](cup.png)\n`;
	const { source } = trialModule('old', pages);
	const found = await findVersion(db, await storeOldFormat(db, source.text, ['cup.png']));
	expect(found?.module.pages.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
	expect(JSON.stringify(found?.module.pages[2])).toContain('media/cup.png');
});

test('a version whose source no longer compiles is a fault of ours, and says which it is', async () => {
	const db = await trialDatabase();
	const hash = await storeOldFormat(db, 'Not a module.');
	await expect(findVersion(db, hash)).rejects.toThrow(`Version ${hash} of old no longer compiles.`);
});

test('there is no version at a hash that nobody published', async () => {
	const db = await trialDatabase();
	expect(await findVersion(db, 'a'.repeat(64))).toBeUndefined();
	expect(await findVersion(db, 'constructor')).toBeUndefined();
});

test('every module is served in its newest version, by its slug', async () => {
	const db = await trialDatabase();
	await publish(db, trialModule('b-module'), NOW);
	await publish(db, trialModule('a-module'), NOW);
	await publish(db, trialModule('b-module', `${TRIAL_PAGES}\n# Third\n\nText.\n`), NOW);
	const served = await currentVersions(db);
	expect(served.map(({ module }) => [module.slug, module.pages.length])).toEqual([['a-module', 2], ['b-module', 3]]);
});
