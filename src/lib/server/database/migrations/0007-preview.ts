import { sql, type Kysely, type Migration } from 'kysely';

const instant = (column: string) => `TEXT NOT NULL CHECK (${column} IS strftime('%Y-%m-%dT%H:%M:%fZ', ${column}))`;

/** Addresses that a package is played from, by the hash of their token; and what its learning system keeps between two launches. Both go with the package. */
const STATEMENTS = [
	`CREATE TABLE preview_token (
		hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
		person_id TEXT NOT NULL REFERENCES person (id),
		package_id INTEGER NOT NULL REFERENCES package (id) ON DELETE CASCADE,
		expires_at ${instant('expires_at')}
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX preview_token_by_person ON preview_token (person_id)',
	'CREATE INDEX preview_token_by_package ON preview_token (package_id)',
	'CREATE INDEX preview_token_by_expiry ON preview_token (expires_at)',

	`CREATE TABLE preview_state (
		person_id TEXT NOT NULL REFERENCES person (id),
		package_id INTEGER NOT NULL REFERENCES package (id) ON DELETE CASCADE,
		saved TEXT NOT NULL CHECK (json_valid(saved)),
		saved_at ${instant('saved_at')},
		PRIMARY KEY (person_id, package_id)
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX preview_state_by_package ON preview_state (package_id)',
	'CREATE INDEX preview_state_by_time ON preview_state (saved_at)'
];

export const preview: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
