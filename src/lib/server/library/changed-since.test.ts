import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { keyOfWords } from '#lib/module/consent.ts';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { changedSince } from './changed-since.ts';
import { publish } from './publish.ts';
import { trialModule } from './trial.ts';
import { findVersion, type Version } from './versions.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const page = (id: string, text: string) => `\n# Page ${id} {#${id}}\n\n${text}\n`;

/** Publishes a module with these pages. */
async function version(db: Kysely<Schema>, pages: string): Promise<Version> {
	const published = await publish(db, trialModule('trial', pages), NOW);
	if (published.kind === 'refused' || published.kind === 'kept') throw new Error(published.kind);
	return (await findVersion(db, published.hash))!;
}

test('names the pages that are new or have changed, in the order of reading, and those that went', async () => {
	const db = await trialDatabase();
	const before = await version(db, page('one', 'Text.') + page('two', 'Text.') + page('three', 'Text.'));
	const after = await version(db, page('new', 'Text.') + page('three', 'Text.') + page('one', 'Other text.'));
	expect(await changedSince(db, before.hash, after, NOW)).toEqual({
		from: before.hash,
		same: false,
		pages: [{ id: 'new', title: 'Page new', isNew: true }, { id: 'one', title: 'Page one', isNew: false }],
		gone: ['Page two']
	});
});

test('says that nothing has changed where it is the same version', async () => {
	const db = await trialDatabase();
	const only = await version(db, page('one', 'Text.'));
	expect(await changedSince(db, only.hash, only, NOW)).toEqual({ from: only.hash, same: true, pages: [], gone: [] });
});

test('says nothing of a version that is not there', async () => {
	const db = await trialDatabase();
	expect(await changedSince(db, 'a'.repeat(64), await version(db, page('one', 'Text.')), NOW)).toBeUndefined();
});

test('does not name a page for words that were withdrawn, which nobody sees in either', async () => {
	const db = await trialDatabase();
	const voice = ':::voice\nrole: a peer trainer\nconsent: fictional\n\nThe kettle hums.\n:::\n';
	const before = await version(db, page('one', `Text.\n\n${voice}`));
	const after = await version(db, page('one', 'Text.'));
	const changed = async () => (await changedSince(db, before.hash, after, NOW))!.pages.map(({ id }) => id);
	expect(await changed()).toEqual(['one']);
	await db.insertInto('withdrawn_voice').values({ module: 'trial', words: keyOfWords('<p>The kettle hums.</p>'), withdrawn_at: NOW.toISOString() }).execute();
	expect(await changed()).toEqual([]);
});
