import type { Kysely, SqliteDatabase } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * For each database a second connection, which only reads: who opens a page waits
 * for nobody's transaction, and sees what is committed and nothing else. It also
 * spares the dozen promises with which Kysely takes its turn at the one connection
 * that writes, and which are dear while Node follows a request through each of them
 * (https://nodejs.org/docs/latest-v20.x/api/async_hooks.html#promise-execution-tracking).
 */
const connections = new WeakMap<Kysely<Schema>, SqliteDatabase>();

/** Lets prepared queries of `db` be read on `connection`, which is closed with it. */
export function readOn(db: Kysely<Schema>, connection: SqliteDatabase): void {
	connections.set(db, connection);
}

/** The connection on which `db` is read; none for a transaction, which has to see what it has written itself. */
export function readingConnection(db: Kysely<Schema>): SqliteDatabase | undefined {
	return connections.get(db);
}
