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
	return { takenAt: now, groups: await read(db, personId, RECORD_ITEMS, now) };
}

/** Some parts of a record, by the ids of their items. */
export async function recordParts(db: Kysely<Schema>, personId: string, ids: readonly string[], now: Date): Promise<RecordGroup[]> {
	return read(db, personId, RECORD_ITEMS.filter(({ id }) => ids.includes(id)), now);
}

function read(db: Kysely<Schema>, personId: string, items: readonly RecordItem[], now: Date): Promise<RecordGroup[]> {
	return db.transaction().execute(async (trx) => {
		const groups: RecordGroup[] = [];
		for (const { id, section, title, purpose, seenBy, kept, ...item } of items) {
			groups.push({ id, section, title, purpose, seenBy, kept, entries: await item.read(trx, personId, now) });
		}
		return groups;
	});
}

/** The groups of a record under the headings of its page. */
export function bySection({ groups }: MyRecord): { section: string; heading: string; groups: RecordGroup[] }[] {
	return Object.entries(SECTIONS).map(([section, heading]) => ({ section, heading, groups: groups.filter((group) => group.section === section) }));
}
