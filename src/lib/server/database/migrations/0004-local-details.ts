import { sql, type Kysely, type Migration } from 'kysely';

const instant = `TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at))`;
const optionalDate = (column: string) => `TEXT CHECK (${column} IS date(${column}))`;

/**
 * Who keeps a local detail, and each change to one, which stays. What it was
 * before stands in the row too, because entries are older than their history.
 */
const STATEMENTS = [
	`ALTER TABLE local_detail ADD COLUMN kept_by TEXT NOT NULL DEFAULT ''`,

	`CREATE TABLE local_detail_change (
		id INTEGER PRIMARY KEY,
		name TEXT NOT NULL,
		at ${instant},
		person_id TEXT REFERENCES person (id),
		how TEXT NOT NULL CHECK (how IN ('saved', 'checked', 'put-back', 'imported', 'removed')),
		text_before TEXT NOT NULL,
		text_after TEXT NOT NULL,
		kept_by_before TEXT NOT NULL,
		kept_by_after TEXT NOT NULL,
		checked_on_before ${optionalDate('checked_on_before')},
		checked_on_after ${optionalDate('checked_on_after')}
	) STRICT`,
	'CREATE INDEX local_detail_change_by_name ON local_detail_change (name, id)',
	'CREATE INDEX local_detail_change_by_person ON local_detail_change (person_id)',
	...['UPDATE', 'DELETE'].map(
		(change) => `CREATE TRIGGER local_detail_change_refuses_${change.toLowerCase()} BEFORE ${change} ON local_detail_change
			BEGIN SELECT RAISE(ABORT, 'local_detail_change is append-only'); END`
	)
];

export const localDetailHistory: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
