import { sql, type Kysely, type Migration } from 'kysely';

const instant = (column: string) => `TEXT NOT NULL CHECK (${column} IS strftime('%Y-%m-%dT%H:%M:%fZ', ${column}))`;

/**
 * Packages that were made, with their bytes; what was last chosen for a module;
 * and the queue of those that are to be made.
 */
const STATEMENTS = [
	// AUTOINCREMENT, because the address of a package that is gone must never lead to another.
	// The bytes stand last: SQLite reads a row from its start, and lists need no bytes.
	`CREATE TABLE package (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		module TEXT NOT NULL,
		version TEXT NOT NULL REFERENCES version (hash),
		options TEXT NOT NULL CHECK (json_valid(options)),
		made_at ${instant('made_at')},
		made_by TEXT NOT NULL REFERENCES person (id),
		draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
		ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
		checks TEXT NOT NULL CHECK (json_valid(checks)),
		ingredients TEXT NOT NULL CHECK (json_valid(ingredients)),
		sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
		length INTEGER NOT NULL,
		bytes BLOB NOT NULL
	) STRICT`,
	'CREATE INDEX package_by_module ON package (module, id)',
	'CREATE INDEX package_by_version ON package (version)',
	'CREATE INDEX package_by_maker ON package (made_by)',

	`CREATE TABLE package_choice (
		module TEXT PRIMARY KEY NOT NULL,
		asked TEXT NOT NULL CHECK (json_valid(asked)),
		chosen_at ${instant('chosen_at')}
	) STRICT`,

	`CREATE TABLE package_build (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		run INTEGER NOT NULL,
		module TEXT NOT NULL,
		asked TEXT NOT NULL CHECK (json_valid(asked)),
		asked_at ${instant('asked_at')},
		asked_by TEXT NOT NULL REFERENCES person (id),
		state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'made', 'failed')),
		claim TEXT,
		claimed_until ${instant('claimed_until').replace(' NOT NULL', '')},
		package_id INTEGER REFERENCES package (id) ON DELETE SET NULL,
		problem TEXT,
		CHECK ((state = 'running') = (claim IS NOT NULL AND claimed_until IS NOT NULL)),
		CHECK ((state = 'failed') = (problem IS NOT NULL))
	) STRICT`,
	"CREATE UNIQUE INDEX package_build_once ON package_build (module) WHERE state IN ('waiting', 'running')",
	'CREATE INDEX package_build_by_run ON package_build (run)',
	'CREATE INDEX package_build_by_module ON package_build (module, id)',
	'CREATE INDEX package_build_by_package ON package_build (package_id)',
	'CREATE INDEX package_build_by_asker ON package_build (asked_by)'
];

export const packages: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
