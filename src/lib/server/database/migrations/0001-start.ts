import { sql, type Kysely, type Migration } from 'kysely';

// Instants are compared as text, which is right only if all are written alike.
// `IS`, because strftime gives NULL for nonsense and a CHECK lets NULL pass.
export const instant = (column: string) => `TEXT NOT NULL CHECK (${column} IS strftime('%Y-%m-%dT%H:%M:%fZ', ${column}))`;
const optionalInstant = (column: string) => instant(column).replace(' NOT NULL', '');
const hash = (column: string) => `TEXT NOT NULL CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

export const appendOnly = (table: string) =>
	['UPDATE', 'DELETE'].map(
		(change) => `CREATE TRIGGER ${table}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${table}
			BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`
	);

const STATEMENTS = [
	`CREATE TABLE directorate (
		id TEXT PRIMARY KEY NOT NULL,
		name TEXT NOT NULL
	) STRICT`,

	`CREATE TABLE team (
		id TEXT PRIMARY KEY NOT NULL,
		name TEXT NOT NULL,
		directorate_id TEXT NOT NULL REFERENCES directorate (id),
		manager_id TEXT REFERENCES person (id)
	) STRICT`,
	'CREATE INDEX team_by_directorate ON team (directorate_id)',
	'CREATE INDEX team_by_manager ON team (manager_id)',

	`CREATE TABLE person (
		id TEXT PRIMARY KEY NOT NULL,
		username TEXT NOT NULL UNIQUE COLLATE NOCASE,
		name TEXT NOT NULL,
		email TEXT,
		password_hash TEXT,
		state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended', 'left')),
		team_id TEXT REFERENCES team (id),
		created_at ${instant('created_at')}
	) STRICT`,
	'CREATE INDEX person_by_team ON person (team_id)',

	`CREATE TABLE permission (
		person_id TEXT NOT NULL REFERENCES person (id),
		name TEXT NOT NULL CHECK (name IN ('author', 'learning', 'sensitive-lists', 'administrator')),
		PRIMARY KEY (person_id, name)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE session (
		id ${hash('id')} PRIMARY KEY,
		person_id TEXT NOT NULL REFERENCES person (id),
		created_at ${instant('created_at')},
		expires_at ${instant('expires_at')}
	) STRICT`,
	'CREATE INDEX session_by_person ON session (person_id)',
	'CREATE INDEX session_by_expiry ON session (expires_at)',

	`CREATE TABLE sign_in_failure (
		id INTEGER PRIMARY KEY,
		subject TEXT NOT NULL,
		at ${instant('at')}
	) STRICT`,
	'CREATE INDEX sign_in_failure_by_subject ON sign_in_failure (subject, at)',

	`CREATE TABLE audience (
		slug TEXT PRIMARY KEY NOT NULL,
		name TEXT NOT NULL,
		sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1))
	) STRICT`,

	`CREATE TABLE audience_member (
		audience TEXT NOT NULL REFERENCES audience (slug),
		person_id TEXT NOT NULL REFERENCES person (id),
		PRIMARY KEY (audience, person_id)
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX audience_member_by_person ON audience_member (person_id)',

	`CREATE TABLE version (
		hash ${hash('hash')} PRIMARY KEY,
		module TEXT NOT NULL,
		format INTEGER NOT NULL,
		source TEXT NOT NULL,
		document TEXT NOT NULL CHECK (json_valid(document)),
		published_at ${instant('published_at')},
		origin TEXT NOT NULL CHECK (origin IN ('folder', 'site'))
	) STRICT`,
	'CREATE INDEX version_by_module ON version (module, published_at)',

	`CREATE TABLE version_file (
		version TEXT NOT NULL REFERENCES version (hash),
		name TEXT NOT NULL,
		type TEXT NOT NULL,
		bytes BLOB NOT NULL,
		PRIMARY KEY (version, name)
	) STRICT`,

	`CREATE TABLE module (
		slug TEXT PRIMARY KEY NOT NULL,
		current_version TEXT NOT NULL REFERENCES version (hash)
	) STRICT`,
	'CREATE INDEX module_by_version ON module (current_version)',

	`CREATE TABLE attempt (
		id INTEGER PRIMARY KEY,
		person_id TEXT NOT NULL REFERENCES person (id),
		module TEXT NOT NULL,
		version TEXT NOT NULL REFERENCES version (hash),
		state TEXT NOT NULL,
		started_at ${instant('started_at')},
		saved_at ${instant('saved_at')},
		ended_at ${optionalInstant('ended_at')}
	) STRICT`,
	'CREATE UNIQUE INDEX attempt_open_once ON attempt (person_id, module) WHERE ended_at IS NULL',
	'CREATE INDEX attempt_by_person ON attempt (person_id, module)',
	'CREATE INDEX attempt_by_version ON attempt (version)',

	`CREATE TABLE completion (
		id INTEGER PRIMARY KEY,
		person_id TEXT NOT NULL REFERENCES person (id),
		module TEXT NOT NULL,
		version TEXT REFERENCES version (hash),
		attempt_id INTEGER UNIQUE REFERENCES attempt (id),
		completed_at ${instant('completed_at')},
		source TEXT NOT NULL CHECK (source IN ('site', 'package', 'recorded', 'imported')),
		corrects INTEGER REFERENCES completion (id),
		reason TEXT,
		CHECK ((corrects IS NULL) = (reason IS NULL))
	) STRICT`,
	'CREATE INDEX completion_by_person ON completion (person_id, module)',
	'CREATE INDEX completion_by_module ON completion (module, completed_at)',
	'CREATE INDEX completion_by_version ON completion (version)',
	'CREATE INDEX completion_by_corrected ON completion (corrects)',
	...appendOnly('completion'),

	`CREATE TABLE local_detail (
		name TEXT PRIMARY KEY NOT NULL,
		text TEXT NOT NULL,
		checked_on TEXT CHECK (checked_on IS date(checked_on)),
		changed_at ${instant('changed_at')}
	) STRICT`,

	`CREATE TABLE audit_entry (
		id INTEGER PRIMARY KEY,
		at ${instant('at')},
		person_id TEXT REFERENCES person (id),
		action TEXT NOT NULL,
		subject TEXT
	) STRICT`,
	'CREATE INDEX audit_entry_by_time ON audit_entry (at)',
	'CREATE INDEX audit_entry_by_person ON audit_entry (person_id)',
	...appendOnly('audit_entry')
];

/** The first tables: people, accounts, modules, records, local details, the audit log. */
export const start: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
