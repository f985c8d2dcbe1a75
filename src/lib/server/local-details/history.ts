import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';
import { markWords, type Piece } from '../marked-words.ts';

/** One change of an entry. */
export interface PastChange {
	id: number;
	at: string;
	/** Whoever made it, by name; null where the software did. */
	by: string | null;
	how: Row<'local_detail_change'>['how'];
	/** What it did to the text; none where it left that alone. */
	words: Piece[];
	textBefore: string;
	textAfter: string;
	keptBy: { before: string; after: string };
	checkedOn: { before: string | null; after: string | null };
}

/** How many changes a page shows: comparing them takes time. */
export const CHANGES_ON_A_PAGE = 20;

/** An entry's changes, the newest first, from those before the change `before` on; and whether there are older ones. */
export async function historyOf(db: Kysely<Schema>, name: string, before?: number): Promise<{ changes: PastChange[]; more: boolean }> {
	let query = db
		.selectFrom('local_detail_change as change')
		.leftJoin('person', 'person.id', 'change.person_id')
		.selectAll('change')
		.select('person.name as by')
		.where('change.name', '=', name)
		.orderBy('change.id', 'desc')
		.limit(CHANGES_ON_A_PAGE + 1);
	if (before !== undefined) query = query.where('change.id', '<', before);
	const rows = await query.execute();
	const changes = rows.slice(0, CHANGES_ON_A_PAGE).map((row): PastChange => ({
		id: row.id,
		at: row.at,
		by: row.by,
		how: row.how,
		words: row.text_before === row.text_after ? [] : markWords(row.text_before, row.text_after),
		textBefore: row.text_before,
		textAfter: row.text_after,
		keptBy: { before: row.kept_by_before, after: row.kept_by_after },
		checkedOn: { before: row.checked_on_before, after: row.checked_on_after }
	}));
	return { changes, more: rows.length > CHANGES_ON_A_PAGE };
}
