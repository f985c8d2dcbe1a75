import { sql, type Kysely, type Migration } from 'kysely';

const date = (column: string) => `TEXT NOT NULL CHECK (${column} IS date(${column}))`;
const optionalDate = (column: string) => `TEXT CHECK (${column} IS date(${column}))`;
const hash = (column: string) => `TEXT NOT NULL CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

// None of these tables has a rowid, which would count people in the order in which they came.
const STATEMENTS = [
	`CREATE TABLE comment_batch (
		id ${hash('id')} PRIMARY KEY,
		module TEXT NOT NULL,
		version TEXT REFERENCES version (hash),
		released_on ${date('released_on')},
		settled_on ${optionalDate('settled_on')},
		note TEXT NOT NULL DEFAULT '',
		CHECK (settled_on IS NOT NULL OR note = '')
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX comment_batch_by_module ON comment_batch (module)',
	'CREATE INDEX comment_batch_by_version ON comment_batch (version)',

	`CREATE TABLE comment (
		id ${hash('id')} PRIMARY KEY,
		module TEXT NOT NULL,
		version TEXT REFERENCES version (hash),
		batch TEXT REFERENCES comment_batch (id),
		hard TEXT NOT NULL,
		change TEXT NOT NULL,
		CHECK (hard <> '' OR change <> ''),
		CHECK (batch IS NULL OR version IS NULL)
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX comment_by_batch ON comment (batch)',
	'CREATE INDEX comment_by_version ON comment (version)',

	`CREATE TABLE comment_salt (
		module TEXT PRIMARY KEY NOT NULL,
		salt ${hash('salt')}
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE comment_giver (
		module TEXT NOT NULL,
		giver ${hash('giver')},
		PRIMARY KEY (module, giver)
	) STRICT, WITHOUT ROWID`,

	`CREATE TABLE comment_form (
		hash ${hash('hash')} PRIMARY KEY,
		module TEXT NOT NULL,
		released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1))
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX comment_form_by_module ON comment_form (module)',

	`CREATE TABLE problem_report (
		id ${hash('id')} PRIMARY KEY,
		page TEXT NOT NULL,
		title TEXT NOT NULL,
		version TEXT CHECK (length(version) = 64 AND version NOT GLOB '*[^0-9a-f]*'),
		kind TEXT NOT NULL CHECK (kind IN ('display', 'broken', 'unkind', 'other')),
		words TEXT NOT NULL,
		contact TEXT NOT NULL,
		reported_on ${date('reported_on')},
		mended_on ${optionalDate('mended_on')},
		note TEXT NOT NULL DEFAULT ''
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX problem_report_by_page ON problem_report (page)'
];

/** What people say of modules without a name, in batches; and what is wrong with a page. */
export const voices: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
