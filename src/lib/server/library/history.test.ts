import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { serveAgain, versionBefore, versionOf, versionsOf } from './history.ts';
import { publish } from './publish.ts';
import { trialModule } from './trial.ts';
import { currentVersion } from './versions.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const words = (text: string) => trialModule('trial', `\n# Only {#only}\n\n${text}\n`);

async function publishAll(...texts: string[]): Promise<{ db: Kysely<Schema>; hashes: string[]; served: () => Promise<string | undefined> }> {
	const db = await trialDatabase();
	const hashes: string[] = [];
	for (const [index, text] of texts.entries()) {
		const result = await publish(db, words(text), day(index + 1));
		if (result.kind === 'published') hashes.push(result.hash);
	}
	return { db, hashes, served: async () => (await currentVersion(db, 'trial'))?.hash };
}

test('a module has its versions, the newest first, and no other module\'s', async () => {
	const { db, hashes } = await publishAll('One.', 'Two.');
	await publish(db, trialModule('other'), day(3));
	expect((await versionsOf(db, 'trial')).map(({ hash }) => hash)).toEqual(hashes.toReversed());
	expect(await versionsOf(db, 'nothing')).toEqual([]);
});

test('a version has the one that was published before it, and the first has none', async () => {
	const { db, hashes: [first, second] } = await publishAll('One.', 'Two.');
	const [newest, oldest] = await versionsOf(db, 'trial');
	expect((await versionBefore(db, newest!))?.hash).toBe(first);
	expect(await versionBefore(db, oldest!)).toBeUndefined();
	expect((await versionOf(db, 'trial', second!))?.hash).toBe(second);
	expect(await versionOf(db, 'other', second!)).toBeUndefined();
});

test('an older version is served again, and the folder that holds the newer one does not bring it back', async () => {
	const { db, hashes: [first, second], served } = await publishAll('One.', 'Two.');
	expect(await serveAgain(db, 'trial', first!, second!)).toBe(true);
	expect(await served()).toBe(first);
	expect(await publish(db, words('Two.'), day(4))).toEqual({ kind: 'kept' });
	expect(await served()).toBe(first);
});

test('the folder takes over where it holds something else, or is asked to', async () => {
	const { db, hashes: [first, second], served } = await publishAll('One.', 'Two.');
	await serveAgain(db, 'trial', first!, second!);
	expect(await publish(db, words('Two.'), day(4), true)).toMatchObject({ kind: 'published', hash: second });
	await serveAgain(db, 'trial', first!, second!);
	expect(await publish(db, words('Three.'), day(5))).toMatchObject({ kind: 'published' });
	expect(await publish(db, words('Two.'), day(6))).toMatchObject({ kind: 'published', hash: second });
	expect(await served()).toBe(second);
});

test('going back further, and forth again, still leaves the folder\'s version where it is', async () => {
	const { db, hashes: [first, second, third], served } = await publishAll('One.', 'Two.', 'Three.');
	await serveAgain(db, 'trial', second!, third!);
	await serveAgain(db, 'trial', first!, second!);
	expect(await publish(db, words('Three.'), day(5))).toEqual({ kind: 'kept' });
	await serveAgain(db, 'trial', third!, first!);
	expect(await publish(db, words('Three.'), day(6))).toEqual({ kind: 'unchanged', hash: third });
	expect(await served()).toBe(third);
});

test('nothing changes where another version is served by then, or there is no such version', async () => {
	const { db, hashes: [first, second], served } = await publishAll('One.', 'Two.');
	const other = await publish(db, trialModule('other'), day(3));
	expect(await serveAgain(db, 'trial', first!, first!)).toBe(false);
	expect(await serveAgain(db, 'trial', 'f'.repeat(64), second!)).toBe(false);
	expect(await serveAgain(db, 'trial', (other as { hash: string }).hash, second!)).toBe(false);
	expect(await served()).toBe(second);
});

test('words that somebody has withdrawn stay withdrawn', async () => {
	const voice = (consent: string) => words(`Text.\n\n:::voice\nrole: peer trainer\nconsent: ${consent}\nrecorded-by: peer lead\nuntil: 1 November 2030\n\nI was heard.\n:::\n`);
	const db = await trialDatabase();
	const first = await publish(db, voice('given 1 November 2026'), day(1));
	const second = await publish(db, voice('withdrawn 2 November 2026'), day(2));
	if (first.kind !== 'published' || second.kind !== 'published') throw new Error(JSON.stringify([first, second]));
	const withdrawn = () => db.selectFrom('withdrawn_voice').select('words').execute();
	expect(await withdrawn()).toHaveLength(1);
	await serveAgain(db, 'trial', first.hash, second.hash);
	expect(await withdrawn()).toHaveLength(1);
});
