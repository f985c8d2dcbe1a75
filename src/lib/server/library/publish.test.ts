import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import type { ModuleFolder } from './folder.ts';
import { publish } from './publish.ts';
import { TRIAL_PAGES, trialModule } from './trial.ts';
import { currentVersion, versionFile, versionFiles } from './versions.ts';

const MONDAY = new Date('2026-11-23T09:00:00.000Z');
const TUESDAY = new Date('2026-11-24T09:00:00.000Z');
const PIXEL = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const stored = (db: Kysely<Schema>) => db.selectFrom('version').select(['hash', 'origin', 'published_at']).orderBy('published_at').execute();

async function published(db: Kysely<Schema>, folder: ModuleFolder, now = MONDAY) {
	const result = await publish(db, folder, now);
	if (result.kind !== 'published') throw new Error(JSON.stringify(result));
	return result;
}

/** What the site's editor will do: a version of its own, served from now on. */
async function editInSite(db: Kysely<Schema>, hash: string): Promise<string> {
	const row = await db.selectFrom('version').selectAll().where('hash', '=', hash).executeTakeFirstOrThrow();
	const edited = 'e'.repeat(64);
	await db.insertInto('version').values({ ...row, hash: edited, origin: 'site' }).execute();
	await db.updateTable('module').set({ current_version: edited }).where('slug', '=', row.module).execute();
	return edited;
}

describe('publish', () => {
	test('stores a version and serves it', async () => {
		const db = await trialDatabase();
		const { hash } = await published(db, trialModule('trial'));
		const version = await currentVersion(db, 'trial');
		expect(version).toMatchObject({ hash, publishedAt: MONDAY.toISOString(), origin: 'folder', module: { slug: 'trial', title: 'Trial of trial' } });
	});

	test('does nothing where the content is what is served', async () => {
		const db = await trialDatabase();
		const { hash } = await published(db, trialModule('trial'));
		expect(await publish(db, trialModule('trial'), TUESDAY)).toEqual({ kind: 'unchanged', hash });
		expect(await stored(db)).toEqual([{ hash, origin: 'folder', published_at: MONDAY.toISOString() }]);
	});

	test('stores one version where two servers start at once', async () => {
		const db = await trialDatabase();
		const results = await Promise.all([publish(db, trialModule('trial'), MONDAY), publish(db, trialModule('trial'), MONDAY)]);
		expect(results.map(({ kind }) => kind)).toEqual(['published', 'published']);
		expect(await stored(db)).toHaveLength(1);
	});

	test('refuses mistakes, says all of them, and keeps serving the last good version', async () => {
		const db = await trialDatabase();
		const { hash } = await published(db, trialModule('trial'));
		const broken = trialModule('trial', '# First\n\n:::question\nWhich?\n\n- [ ] One\n- [ ] Other\n:::\n\n<b>bold</b>\n');
		const result = await publish(db, broken, TUESDAY);
		if (result.kind !== 'refused') throw new Error(result.kind);
		const codes = result.diagnostics.map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(['question-without-right-answer', 'option-without-feedback', 'raw-html']));
		expect((await currentVersion(db, 'trial'))?.hash).toBe(hash);
		expect(await stored(db)).toHaveLength(1);
	});

	test('names the ids that are gone, each with what would keep it', async () => {
		const db = await trialDatabase();
		await published(db, trialModule('trial'));
		const changed = TRIAL_PAGES.replace('{#second}', '{#another}').replace('id: two', 'id: three');
		expect((await published(db, trialModule('trial', changed), TUESDAY)).vanished).toEqual([
			{ id: 'second', remedy: '# … {#second}' },
			{ id: 'two', remedy: 'id: two' }
		]);
	});

	test('names no id where a typo is mended', async () => {
		const db = await trialDatabase();
		await published(db, trialModule('trial'));
		const mended = TRIAL_PAGES.replace('# Second', '# The second').replace('Which are right?', 'Which of these are right?');
		expect((await published(db, trialModule('trial', mended), TUESDAY)).vanished).toEqual([]);
	});

	test('leaves a module alone that was edited in the site since, until it is asked to replace it', async () => {
		const db = await trialDatabase();
		const { hash } = await published(db, trialModule('edited'));
		const site = await editInSite(db, hash);
		const newer = trialModule('edited', `${TRIAL_PAGES}\n# Third\n\nText.\n`);
		expect(await publish(db, newer, TUESDAY)).toEqual({ kind: 'kept' });
		expect((await currentVersion(db, 'edited'))?.hash).toBe(site);
		expect(await publish(db, newer, TUESDAY, true)).toMatchObject({ kind: 'published' });
		expect((await currentVersion(db, 'edited'))?.module.pages).toHaveLength(3);
	});

	test('serves an older version again where its content comes back, with the day on which it was first published', async () => {
		const db = await trialDatabase();
		const { hash } = await published(db, trialModule('trial'));
		await published(db, trialModule('trial', `${TRIAL_PAGES}\n# Third\n\nText.\n`), TUESDAY);
		expect((await published(db, trialModule('trial'), TUESDAY)).hash).toBe(hash);
		expect(await currentVersion(db, 'trial')).toMatchObject({ hash, publishedAt: MONDAY.toISOString() });
		expect(await stored(db)).toHaveLength(2);
	});

	test('stores the images that the module shows, and nothing else that lies beside it', async () => {
		const db = await trialDatabase();
		const pages = '# First\n\n![A cup of tea](cup.png)\n';
		const files = { 'cup.png': PIXEL, 'unused.png': PIXEL, 'notes.txt': new Uint8Array([65]) };
		const { hash } = await published(db, trialModule('trial', pages, { files }));
		expect([...(await versionFiles(db, hash)).keys()]).toEqual(['cup.png']);
		expect(await versionFile(db, hash, 'cup.png')).toEqual({ type: 'image/png', bytes: PIXEL });
		expect(await versionFile(db, hash, 'notes.txt')).toBeUndefined();
	});

	test('is a new version where only an image has changed', async () => {
		const db = await trialDatabase();
		const pages = '# First\n\n![A cup of tea](cup.png)\n';
		const before = await published(db, trialModule('trial', pages, { files: { 'cup.png': PIXEL } }));
		const after = await published(db, trialModule('trial', pages, { files: { 'cup.png': new Uint8Array([1]) } }), TUESDAY);
		expect(after.hash).not.toBe(before.hash);
		expect((await versionFile(db, before.hash, 'cup.png'))?.bytes).toEqual(PIXEL);
	});
});
