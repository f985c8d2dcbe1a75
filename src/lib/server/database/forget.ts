import { sql, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** How long to wait where somebody reads, such as a backup, in ms. */
const AGAIN = 2000;

/** Databases whose log is still to be emptied. */
const waiting = new WeakSet<Kysely<Schema>>();

/**
 * Takes what was overwritten off the disk: the write-ahead log keeps every
 * earlier state of a row until it is emptied (https://sqlite.org/wal.html, section 3).
 * Where somebody reads at that moment nobody waits for them: it is tried again
 * until they are done.
 */
export async function forgetOverwritten(db: Kysely<Schema>): Promise<void> {
	if ((await emptyLog(db)) || waiting.has(db)) return;
	waiting.add(db);
	const timer = setInterval(async () => {
		// A database that has been closed since has emptied its log itself.
		if (!(await emptyLog(db).catch(() => true))) return;
		clearInterval(timer);
		waiting.delete(db);
	}, AGAIN);
	timer.unref();
}

/** Whether the log is empty now. */
async function emptyLog(db: Kysely<Schema>): Promise<boolean> {
	return db.connection().execute(async (connection) => {
		const { rows: before } = await sql<{ timeout: number }>`PRAGMA busy_timeout`.execute(connection);
		// The usual patience would hold up everybody, since the process has this one connection.
		await sql`PRAGMA busy_timeout = 0`.execute(connection);
		try {
			const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(connection);
			return rows[0]?.busy === 0;
		} finally {
			await sql`PRAGMA busy_timeout = ${sql.raw(String(before[0]?.timeout ?? 0))}`.execute(connection);
		}
	});
}
