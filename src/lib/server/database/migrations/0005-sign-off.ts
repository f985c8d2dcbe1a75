import { sql, type Kysely, type Migration } from 'kysely';
import { appendOnly, instant } from './0001-start.ts';

const STATEMENTS = [
	`CREATE TABLE peer_role_holder (
		role TEXT NOT NULL,
		person_id TEXT NOT NULL REFERENCES person (id),
		PRIMARY KEY (role, person_id)
	) STRICT, WITHOUT ROWID`,
	'CREATE INDEX peer_role_holder_by_person ON peer_role_holder (person_id)',

	`CREATE TABLE coproduction_record (
		id INTEGER PRIMARY KEY,
		version TEXT NOT NULL REFERENCES version (hash),
		roles TEXT NOT NULL CHECK (json_valid(roles)),
		other_roles TEXT NOT NULL,
		changes TEXT NOT NULL,
		paid TEXT NOT NULL CHECK (paid IN ('yes', 'some', 'no')),
		paid_note TEXT NOT NULL,
		not_agreed TEXT NOT NULL,
		written_at ${instant('written_at')},
		written_by TEXT NOT NULL REFERENCES person (id)
	) STRICT`,
	'CREATE INDEX coproduction_record_by_version ON coproduction_record (version, id)',
	'CREATE INDEX coproduction_record_by_writer ON coproduction_record (written_by)',
	...appendOnly('coproduction_record'),

	`CREATE TABLE sign_off (
		id INTEGER PRIMARY KEY,
		version TEXT NOT NULL REFERENCES version (hash),
		record INTEGER NOT NULL REFERENCES coproduction_record (id),
		role TEXT NOT NULL,
		person_id TEXT NOT NULL REFERENCES person (id),
		at ${instant('at')}
	) STRICT`,
	'CREATE INDEX sign_off_by_version ON sign_off (version)',
	'CREATE INDEX sign_off_by_record ON sign_off (record)',
	'CREATE INDEX sign_off_by_person ON sign_off (person_id)',
	...appendOnly('sign_off'),

	`CREATE TABLE sign_off_withdrawal (
		sign_off INTEGER PRIMARY KEY REFERENCES sign_off (id),
		person_id TEXT NOT NULL REFERENCES person (id),
		at ${instant('at')},
		reason TEXT NOT NULL
	) STRICT`,
	'CREATE INDEX sign_off_withdrawal_by_person ON sign_off_withdrawal (person_id)',
	...appendOnly('sign_off_withdrawal'),

	'ALTER TABLE module ADD COLUMN set_aside TEXT REFERENCES version (hash)',
	'CREATE INDEX module_by_set_aside ON module (set_aside)'
];

/** Who may sign off in which role, what was signed, and how a version came about. */
export const signOff: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
