import { sql, type Kysely, type Migration } from 'kysely';
import { appendOnly, instant } from './0001-start.ts';

const STATEMENTS = [
	`CREATE TABLE name_change (
		id INTEGER PRIMARY KEY,
		person_id TEXT NOT NULL REFERENCES person (id),
		at ${instant('at')},
		name_before TEXT NOT NULL,
		name_after TEXT NOT NULL
	) STRICT`,
	'CREATE INDEX name_change_by_person ON name_change (person_id)',
	...appendOnly('name_change')
];

/** The names that people wrote for themselves, with those that they had before. */
export const nameChanges: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
