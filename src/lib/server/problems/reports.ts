import type { Kysely } from 'kysely';
import { addMonths, londonDate } from '#lib/module/dates.ts';
import { may } from '../accounts/permissions.ts';
import type { SignedIn } from '../accounts/signed-in.ts';
import { forgetOverwritten } from '../database/forget.ts';
import type { Row, Schema } from '../database/schema.ts';
import { hashToken, isToken } from '../tokens.ts';
import type { Shown } from './shown.ts';
import type { ProblemKind, Told } from './typed.ts';

/** Something that is wrong with a page, as somebody told it. */
export interface Report {
	id: string;
	/** The path of the page, or nothing where it is not known. */
	page: string;
	title: string;
	version?: string;
	kind: ProblemKind;
	words: string;
	contact: string;
	reportedOn: string;
	mendedOn?: string;
	/** What was done about it. */
	note: string;
}

/** The longest note on what was done, in characters. */
export const LONGEST_NOTE = 500;
const MONTHS_KEPT = 12;

/** Whoever looks after reports. Authors see those of modules and guides; learning and development see all. */
type Reader = Pick<SignedIn, 'permissions'>;

/**
 * Stores what somebody told of a page. Nothing says who it was, but for what they
 * wrote themselves.
 *
 * @param told without anything left to mend
 * @param token of the form, so that sending it twice makes one report
 * @returns `no-form` where the token is none
 */
export async function storeReport(db: Kysely<Schema>, told: Told, { page, title, version, token }: Shown & { page: string; token: string }, now: Date): Promise<'stored' | 'no-form'> {
	if (!isToken(token)) return 'no-form';
	await db
		.insertInto('problem_report')
		.values({ id: hashToken(token), page, title, version: version ?? null, kind: told.kind as ProblemKind, words: told.words, contact: told.contact, reported_on: londonDate(now) })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await forgetOverwritten(db);
	return 'stored';
}

/** Every report that `reader` may see, open ones first and then the newest first; those of one page, or of what is below it, where one is named. */
export async function listReports(db: Kysely<Schema>, reader: Reader, now: Date, page?: string): Promise<Report[]> {
	const rows = await visible(db, reader, now)
		.orderBy((eb) => eb('mended_on', 'is not', null))
		.orderBy('reported_on', 'desc')
		.orderBy('id')
		.execute();
	return rows.map(read).filter((report) => page === undefined || report.page === page || report.page.startsWith(`${page}/`));
}

/** The report at `id`, or undefined where there is none that `reader` may see. */
export async function findReport(db: Kysely<Schema>, reader: Reader, id: string, now: Date): Promise<Report | undefined> {
	const row = await visible(db, reader, now).where('id', '=', id).executeTakeFirst();
	return row && read(row);
}

/** How many reports are open of a page and of what is below it. */
export async function countOpen(db: Kysely<Schema>, reader: Reader, page: string, now: Date): Promise<number> {
	return (await listReports(db, reader, now, page)).filter(({ mendedOn }) => mendedOn === undefined).length;
}

/** Notes that a report is mended, and what was done. */
export async function markMended(db: Kysely<Schema>, id: string, note: string, personId: string, now: Date): Promise<void> {
	await change(db, 'report.mended', id, personId, now, (trx) => trx.updateTable('problem_report').set({ mended_on: londonDate(now), note }).where('id', '=', id).where('mended_on', 'is', null));
}

/** Notes that a report is not mended after all. What was said of it stays. */
export async function reopen(db: Kysely<Schema>, id: string, personId: string, now: Date): Promise<void> {
	await change(db, 'report.reopened', id, personId, now, (trx) => trx.updateTable('problem_report').set({ mended_on: null }).where('id', '=', id).where('mended_on', 'is not', null));
}

/** Takes a report away for good. */
export async function deleteReport(db: Kysely<Schema>, id: string, personId: string, now: Date): Promise<void> {
	await change(db, 'report.deleted', id, personId, now, (trx) => trx.deleteFrom('problem_report').where('id', '=', id));
	await forgetOverwritten(db);
}

/** Takes away what was reported more than 12 months ago, with what people wrote of how to reach them. */
export async function deleteOldReports(db: Kysely<Schema>, now: Date): Promise<void> {
	const old = await db.selectFrom('problem_report').select('id').where('reported_on', '<=', oldest(now)).execute();
	for (const { id } of old) await change(db, 'report.deleted', id, null, now, (trx) => trx.deleteFrom('problem_report').where('id', '=', id));
	if (old.length > 0) await forgetOverwritten(db);
}

/** Changes a report, and says in the audit log who did: whoever looks after it, and never who wrote it. */
async function change(
	db: Kysely<Schema>,
	action: string,
	id: string,
	personId: string | null,
	now: Date,
	changing: (trx: Kysely<Schema>) => { execute(): Promise<{ numUpdatedRows?: bigint; numDeletedRows?: bigint }[]> }
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const [result] = await changing(trx).execute();
		// Somebody else may have done the same in the meantime.
		if (!result?.numUpdatedRows && !result?.numDeletedRows) return;
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: personId, action, subject: `report ${id.slice(0, 8)}` }).execute();
	});
}

/** What is older is gone for everybody, also where nobody has deleted it yet. */
function visible(db: Kysely<Schema>, reader: Reader, now: Date) {
	const all = db.selectFrom('problem_report').selectAll().where('reported_on', '>', oldest(now));
	if (may(reader, 'learning')) return all;
	return all.where((eb) => eb.or([eb('page', 'like', '/modules/%'), eb('page', '=', '/guides'), eb('page', 'like', '/guides/%')]));
}

function oldest(now: Date): string {
	return addMonths(londonDate(now), -MONTHS_KEPT);
}

function read({ id, page, title, version, kind, words, contact, reported_on, mended_on, note }: Row<'problem_report'>): Report {
	return {
		id,
		page,
		title,
		...(version === null ? {} : { version }),
		kind,
		words,
		contact,
		reportedOn: reported_on,
		...(mended_on === null ? {} : { mendedOn: mended_on }),
		note
	};
}
