import { sql, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Takes what was overwritten off the disk: the write-ahead log keeps every
 * earlier state of a row until it is emptied (https://sqlite.org/wal.html, section 3).
 * Where somebody reads at that moment it is left for the next time.
 */
export async function forgetOverwritten(db: Kysely<Schema>): Promise<void> {
	await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
