import { sql, type Kysely, type Migration } from 'kysely';

const hash = (column: string) => `TEXT NOT NULL CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

/** Guides are versioned as modules are: what somebody printed can be found again by its hash. */
const STATEMENTS = [
	`CREATE TABLE guide_version (
		hash ${hash('hash')} PRIMARY KEY,
		guide TEXT NOT NULL,
		format INTEGER NOT NULL,
		source TEXT NOT NULL,
		document TEXT NOT NULL CHECK (json_valid(document)),
		published_at TEXT NOT NULL CHECK (published_at IS strftime('%Y-%m-%dT%H:%M:%fZ', published_at))
	) STRICT`,
	'CREATE INDEX guide_version_by_guide ON guide_version (guide, published_at)',

	`CREATE TABLE guide (
		slug TEXT PRIMARY KEY NOT NULL,
		current_version TEXT NOT NULL REFERENCES guide_version (hash)
	) STRICT`,
	'CREATE INDEX guide_by_version ON guide (current_version)'
];

export const guides: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
