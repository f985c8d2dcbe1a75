import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { heard } from './heard.ts';
import { publish } from './publish.ts';
import { trialModule } from './trial.ts';
import { findVersion } from './versions.ts';

const MARCH = new Date('2026-03-10T09:00:00.000Z');
const WORDS = 'Words that somebody lent us.';
const voice = (consent: string, more = '') => `# Page\n\nText\n\n:::voice\nrole: a made-up role\nconsent: ${consent}\nrecorded-by: the peer lead\nuntil: 31 March 2026\n${more}\n${WORDS}\n:::\n`;

async function published(db: Kysely<Schema>, pages: string, files: Record<string, Uint8Array> = {}) {
	const result = await publish(db, trialModule('trial', pages, { files }), MARCH);
	if (result.kind !== 'published') throw new Error(JSON.stringify(result));
	return (await findVersion(db, result.hash))!;
}

async function shows(db: Kysely<Schema>, { module }: { module: Parameters<typeof heard>[1] }, now = MARCH): Promise<boolean> {
	return JSON.stringify(await heard(db, module, now)).includes(WORDS);
}

test('words that are withdrawn are shown to nobody, also in the middle of an older version', async () => {
	const db = await trialDatabase();
	const older = await published(db, voice('given 3 March 2026'));
	expect(await shows(db, older)).toBe(true);
	const newer = await published(db, voice('withdrawn 9 March 2026'));
	expect([await shows(db, older), await shows(db, newer)]).toEqual([false, false]);
	// The block is deleted after that, as the checker asks.
	await published(db, '# Page\n\nText\n');
	expect(await shows(db, older)).toBe(false);
});

test('nothing about the block stands in the way of a withdrawal, and its recording may be gone', async () => {
	const db = await trialDatabase();
	const older = await published(db, voice('given 3 March 2026', 'audio: kettle.mp3\n'), { 'kettle.mp3': new Uint8Array([1]) });
	await published(db, `# Page\n\nText\n\n:::voice\nconsent: withdrawn 9 March 2026\naudio: kettle.mp3\n\n${WORDS}\n:::\n`);
	expect(await shows(db, older)).toBe(false);
});

test('somebody may give their consent again', async () => {
	const db = await trialDatabase();
	await published(db, voice('given 3 March 2026'));
	await published(db, voice('withdrawn 9 March 2026'));
	const again = await published(db, voice('given 10 March 2026'));
	expect(await shows(db, again)).toBe(true);
});

test('the last day of a consent is one by the clock in London', async () => {
	const db = await trialDatabase();
	const version = await published(db, voice('given 3 March 2026'));
	expect(await shows(db, version, new Date('2026-03-31T22:30:00.000Z'))).toBe(true);
	expect(await shows(db, version, new Date('2026-03-31T23:30:00.000Z'))).toBe(false);
});

test('a version from which a voice was left out is compiled again as on its day', async () => {
	const db = await trialDatabase();
	const { hash } = await published(db, voice('withdrawn 9 March 2026', 'audio: kettle.mp3\n'));
	const row = await db.selectFrom('version').selectAll().where('hash', '=', hash).executeTakeFirstOrThrow();
	const old = 'a'.repeat(64);
	await db.insertInto('version').values({ ...row, hash: old, format: 0, document: '{}' }).execute();
	expect((await findVersion(db, old))!.module.pages.map(({ id }) => id)).toEqual(['page']);
});
