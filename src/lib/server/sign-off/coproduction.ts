import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';

/** How a version came about, in roles and never in names. */
export interface Coproduction {
	/** Peer roles that took part. */
	roles: string[];
	/** Others who took part, with commas between them. */
	otherRoles: string;
	/** What changed because of them. */
	changes: string;
	paid: Row<'coproduction_record'>['paid'];
	paidNote: string;
	notAgreed: string;
}

/** One as it was written down; the newest of a version counts. */
export interface CoproductionRecord extends Coproduction {
	id: number;
	writtenAt: Date;
}

/** What was written of how a version came about, the newest first. */
export async function coproductionOf(db: Kysely<Schema>, version: string): Promise<CoproductionRecord[]> {
	const rows = await db.selectFrom('coproduction_record').selectAll().where('version', '=', version).orderBy('id', 'desc').execute();
	return rows.map(read);
}

export type CoproductionWritten =
	| 'written'
	/** It says what it said. */
	| 'unchanged'
	/** Somebody else wrote meanwhile: nothing is written over their words. */
	| 'changed';

/**
 * Writes down how a version came about, beside what was written before. What was
 * signed was signed with the words of that moment, so that new words ask for
 * sign-off again.
 *
 * @param read the id of the record that the writer started from, where there was one
 */
export async function writeCoproduction(
	db: Kysely<Schema>,
	{ version, person, read: started }: { version: string; person: string; read: number | undefined },
	coproduction: Coproduction,
	now: Date
): Promise<CoproductionWritten> {
	return db.transaction().execute(async (trx) => {
		const [newest] = await coproductionOf(trx, version);
		if (newest && isSame(newest, coproduction)) return 'unchanged';
		if (newest?.id !== started) return 'changed';
		await trx.insertInto('coproduction_record').values({ ...rowOf(coproduction), version, written_at: now.toISOString(), written_by: person }).execute();
		return 'written';
	});
}

function rowOf({ roles, otherRoles, changes, paid, paidNote, notAgreed }: Coproduction) {
	return { roles: JSON.stringify(roles), other_roles: otherRoles, changes, paid, paid_note: paidNote, not_agreed: notAgreed };
}

function isSame(one: Coproduction, other: Coproduction): boolean {
	return JSON.stringify(rowOf(one)) === JSON.stringify(rowOf(other));
}

function read(row: Row<'coproduction_record'>): CoproductionRecord {
	return {
		id: row.id,
		roles: JSON.parse(row.roles) as string[],
		otherRoles: row.other_roles,
		changes: row.changes,
		paid: row.paid,
		paidNote: row.paid_note,
		notAgreed: row.not_agreed,
		writtenAt: new Date(row.written_at)
	};
}
