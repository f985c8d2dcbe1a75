import { sql, type Kysely, type Migration } from 'kysely';
import { randomBytes } from 'node:crypto';

const hash = "hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')";
const expiry = "expires_at TEXT NOT NULL CHECK (expires_at IS strftime('%Y-%m-%dT%H:%M:%fZ', expires_at))";

/** What forms are sealed with, the sign-in forms that are used up, and what somebody was sending when they were signed out. */
export const forms: Migration = {
	async up(db: Kysely<unknown>) {
		await sql`CREATE TABLE form_key (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), bytes BLOB NOT NULL CHECK (length(bytes) = 32)) STRICT`.execute(db);
		await sql`INSERT INTO form_key (id, bytes) VALUES (1, ${randomBytes(32)})`.execute(db);
		await sql.raw(`CREATE TABLE sign_in_form (${hash}, ${expiry}) STRICT, WITHOUT ROWID`).execute(db);
		await sql.raw('CREATE INDEX sign_in_form_by_expiry ON sign_in_form (expires_at)').execute(db);
		await sql.raw(`CREATE TABLE held_form (${hash}, sealed TEXT NOT NULL, ${expiry}) STRICT`).execute(db);
		await sql.raw('CREATE INDEX held_form_by_expiry ON held_form (expires_at)').execute(db);
	}
};
