import type { Kysely } from 'kysely';
import type { PlainDate, Schema } from '../database/schema.ts';

/** What a trust has filled in for one local detail. */
export interface Content {
	/** In Markdown; empty where it is not filled in. */
	text: string;
	/** The role that keeps it right, or nothing. */
	keptBy: string;
	checkedOn: PlainDate | null;
}

export const NOTHING: Content = { text: '', keptBy: '', checkedOn: null };

/** Whether two contents are the same. */
export function isSame(one: Content, other: Content): boolean {
	return one.text === other.text && one.keptBy === other.keptBy && one.checkedOn === other.checkedOn;
}

/** What stands there now, and the number of the change that it comes from: 0 where it is older than the history. */
export interface Standing {
	content: Content;
	revision: number;
	/** Whether there is an entry at all, filled in or not. */
	stored: boolean;
}

/** What stands under `name` now. */
export async function standingOf(db: Kysely<Schema>, name: string): Promise<Standing> {
	const row = await db.selectFrom('local_detail').select(['text', 'kept_by', 'checked_on']).where('name', '=', name).executeTakeFirst();
	const last = await db.selectFrom('local_detail_change').select('id').where('name', '=', name).orderBy('id', 'desc').limit(1).executeTakeFirst();
	return {
		content: row ? { text: row.text, keptBy: row.kept_by, checkedOn: row.checked_on } : NOTHING,
		revision: last?.id ?? 0,
		stored: row !== undefined
	};
}

/** What stood under `name` after the change `revision`, or before the first where that is 0; undefined where it is a change of something else. */
export async function contentAt(db: Kysely<Schema>, name: string, revision: number): Promise<Content | undefined> {
	const changes = db.selectFrom('local_detail_change').selectAll().where('name', '=', name);
	if (revision > 0) {
		const change = await changes.where('id', '=', revision).executeTakeFirst();
		return change && { text: change.text_after, keptBy: change.kept_by_after, checkedOn: change.checked_on_after };
	}
	const first = await changes.orderBy('id').limit(1).executeTakeFirst();
	if (!first) return (await standingOf(db, name)).content;
	return { text: first.text_before, keptBy: first.kept_by_before, checkedOn: first.checked_on_before };
}
