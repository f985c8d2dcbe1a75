import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A name that somebody wrote for themselves in place of another. */
export interface NameChange {
	before: string;
	after: string;
}

/** Writes down, for good, that a person changed their own name. */
export async function noteNameChange(trx: Kysely<Schema>, personId: string, { before, after }: NameChange, now: Date): Promise<void> {
	await trx.insertInto('name_change').values({ person_id: personId, at: now.toISOString(), name_before: before, name_after: after }).execute();
}

/** When a person last changed their own name, or undefined where they never have. */
export async function nameWrittenOn(db: Kysely<Schema>, personId: string): Promise<Date | undefined> {
	const last = await db.selectFrom('name_change').select('at').where('person_id', '=', personId).orderBy('id', 'desc').limit(1).executeTakeFirst();
	return last && new Date(last.at);
}
