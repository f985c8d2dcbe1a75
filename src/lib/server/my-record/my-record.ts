import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { RECORD_ITEMS } from './record-items.ts';
import { SECTIONS, type Entry, type RecordItem } from './record-item.ts';

/** One kind of thing, with all that is stored of it about somebody. */
export type RecordGroup = Omit<RecordItem, 'read' | 'covers'> & { entries: Entry[] };

/** Everything that is stored about a person, at one moment. */
export interface MyRecord {
	takenAt: Date;
	groups: RecordGroup[];
}

/**
 * Everything that is stored about a person. It is read in one transaction, so
 * that whatever changes meanwhile is in all of it or in none.
 */
export async function myRecord(db: Kysely<Schema>, personId: string, now: Date): Promise<MyRecord> {
	return db.transaction().execute(async (trx) => {
		const groups: RecordGroup[] = [];
		for (const { id, section, title, purpose, seenBy, kept, ...item } of RECORD_ITEMS) {
			groups.push({ id, section, title, purpose, seenBy, kept, entries: await item.read(trx, personId, now) });
		}
		return { takenAt: now, groups };
	});
}

/** The groups of a record under the headings of its page. */
export function bySection({ groups }: MyRecord): { section: string; heading: string; groups: RecordGroup[] }[] {
	return Object.entries(SECTIONS).map(([section, heading]) => ({ section, heading, groups: groups.filter((group) => group.section === section) }));
}
