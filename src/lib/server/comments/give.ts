import type { Kysely } from 'kysely';
import { createHmac, randomBytes } from 'node:crypto';
import { londonDate } from '#lib/module/dates.ts';
import { forgetOverwritten } from '../database/forget.ts';
import type { Schema } from '../database/schema.ts';
import { hashToken, isToken } from '../tokens.ts';
import type { Said } from './typed.ts';

/** How many different people have to be waiting before what they said is passed on. */
export const FEWEST_PEOPLE = 5;

/** Who says something, and of what. Who it is decides only whether enough people are waiting. */
export interface Giving {
	module: string;
	/** The version that they completed, where it is known. */
	version?: string;
	personId: string;
	/** Whether they can read what people say: they are no one to hide among, and do not count. */
	reads: boolean;
	/** Of the form, so that sending it twice makes one comment. */
	token: string;
}

/**
 * Takes what somebody says of a module. It waits until enough different people
 * have said something of it, and then all of it is passed on in one go.
 *
 * @returns `again` where the form was sent before, `no-form` where the token is none
 */
export async function giveComment(db: Kysely<Schema>, giving: Giving, said: Said, now: Date): Promise<'given' | 'again' | 'no-form'> {
	if (!isToken(giving.token)) return 'no-form';
	const given = await db.transaction().execute(async (trx) => {
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('comment_form')
			.values({ hash: hashToken(giving.token), module: giving.module })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n) return false;
		if (!giving.reads) await countPerson(trx, giving);
		await addAndMix(trx, giving, said);
		if ((await peopleWaiting(trx, giving.module)) >= FEWEST_PEOPLE) await release(trx, giving.module, now);
		return true;
	});
	// The write-ahead log has every comment in the order in which it came, until it is emptied.
	if (given) await forgetOverwritten(db);
	return given ? 'given' : 'again';
}

async function countPerson(trx: Kysely<Schema>, { module, personId }: Giving): Promise<void> {
	await trx.insertInto('comment_salt').values({ module, salt: random() }).onConflict((conflict) => conflict.doNothing()).execute();
	const { salt } = await trx.selectFrom('comment_salt').select('salt').where('module', '=', module).executeTakeFirstOrThrow();
	const giver = createHmac('sha256', salt).update(personId).digest('hex');
	await trx.insertInto('comment_giver').values({ module, giver }).onConflict((conflict) => conflict.doNothing()).execute();
}

async function peopleWaiting(trx: Kysely<Schema>, module: string): Promise<number> {
	const { people } = await trx
		.selectFrom('comment_giver')
		.select(({ fn }) => fn.countAll<number>().as('people'))
		.where('module', '=', module)
		.executeTakeFirstOrThrow();
	return people;
}

/**
 * Writes all that is waiting anew, in a random order and under new ids. A page of
 * the file has its rows in the order in which they were written, whatever their
 * ids are (https://sqlite.org/fileformat2.html, section 1.6).
 */
async function addAndMix(trx: Kysely<Schema>, { module, version }: Giving, said: Said): Promise<void> {
	const waiting = await trx.selectFrom('comment').select(['module', 'version', 'hard', 'change']).where('batch', 'is', null).execute();
	await trx.deleteFrom('comment').where('batch', 'is', null).execute();
	const rows = [...waiting, { module, version: version ?? null, ...said }].map((row) => ({ id: random(), ...row }));
	for (const row of rows.sort((one, other) => (one.id < other.id ? -1 : 1))) await trx.insertInto('comment').values(row).execute();
}

/** Passes on all that waits for a module, and lets go of what counted its people. */
async function release(trx: Kysely<Schema>, module: string, now: Date): Promise<void> {
	const id = random();
	const waiting = trx.selectFrom('comment').where('module', '=', module).where('batch', 'is', null);
	const versions = await waiting.select('version').distinct().execute();
	// One version for all of them says nothing of anybody. Several would say who read which.
	const version = versions.length === 1 ? versions[0]!.version : null;
	await trx.insertInto('comment_batch').values({ id, module, version, released_on: londonDate(now) }).execute();
	await trx.updateTable('comment').set({ batch: id, version: null }).where('module', '=', module).where('batch', 'is', null).execute();
	await trx.deleteFrom('comment_giver').where('module', '=', module).execute();
	await trx.deleteFrom('comment_salt').where('module', '=', module).execute();
	// A form may still be sent a second time: it is known until the next batch.
	await trx.deleteFrom('comment_form').where('module', '=', module).where('released', '=', 1).execute();
	await trx.updateTable('comment_form').set({ released: 1 }).where('module', '=', module).execute();
}

function random(): string {
	return randomBytes(32).toString('hex');
}
