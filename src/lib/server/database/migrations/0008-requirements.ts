import { sql, type Kysely, type Migration } from 'kysely';
import { appendOnly, instant } from './0001-start.ts';

const date = (column: string) => `TEXT NOT NULL CHECK (${column} IS date(${column}))`;
const optionalDate = (column: string) => `TEXT CHECK (${column} IS date(${column}))`;
const hash = (column: string) => `TEXT NOT NULL CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

const STATEMENTS = [
	// Null where nobody wrote down when somebody came.
	`ALTER TABLE audience_member ADD COLUMN since ${optionalDate('since')}`,

	`CREATE TABLE requirement (
		id INTEGER PRIMARY KEY,
		audience TEXT NOT NULL REFERENCES audience (slug),
		module TEXT NOT NULL,
		within_days INTEGER NOT NULL CHECK (within_days BETWEEN 0 AND 3650),
		renew_months INTEGER CHECK (renew_months BETWEEN 1 AND 120),
		instead_module TEXT CHECK (instead_module IS NULL OR (renew_months IS NOT NULL AND instead_module <> module)),
		starts_on ${date('starts_on')},
		ends_on ${optionalDate('ends_on')} CHECK (ends_on >= starts_on)
	) STRICT`,
	'CREATE INDEX requirement_by_audience ON requirement (audience)',
	'CREATE INDEX requirement_by_module ON requirement (module)',

	`CREATE TABLE exemption (
		id INTEGER PRIMARY KEY,
		person_id TEXT NOT NULL REFERENCES person (id),
		requirement INTEGER NOT NULL REFERENCES requirement (id),
		reason TEXT NOT NULL,
		from_on ${date('from_on')},
		until_on ${optionalDate('until_on')} CHECK (until_on >= from_on),
		given_by TEXT REFERENCES person (id),
		given_at ${instant('given_at')}
	) STRICT`,
	'CREATE INDEX exemption_by_person ON exemption (person_id)',
	'CREATE INDEX exemption_by_requirement ON exemption (requirement)',
	'CREATE INDEX exemption_by_giver ON exemption (given_by)',
	...appendOnly('exemption'),

	`CREATE TABLE exemption_withdrawal (
		exemption INTEGER PRIMARY KEY REFERENCES exemption (id),
		person_id TEXT REFERENCES person (id),
		at ${instant('at')}
	) STRICT`,
	'CREATE INDEX exemption_withdrawal_by_person ON exemption_withdrawal (person_id)',
	...appendOnly('exemption_withdrawal'),

	`CREATE TABLE certificate_link (
		token_hash ${hash('token_hash')} PRIMARY KEY,
		completion INTEGER NOT NULL REFERENCES completion (id),
		shows_sensitive INTEGER NOT NULL CHECK (shows_sensitive IN (0, 1)),
		made_at ${instant('made_at')},
		ended_at ${instant('ended_at').replace(' NOT NULL', '')}
	) STRICT, WITHOUT ROWID`,
	'CREATE UNIQUE INDEX certificate_link_live_once ON certificate_link (completion) WHERE ended_at IS NULL',
	'CREATE INDEX certificate_link_by_completion ON certificate_link (completion)'
];

/** What is asked of whom and by when, who need not do it, since when somebody is in an audience, and links that show a certificate. */
export const requirements: Migration = {
	async up(db: Kysely<unknown>) {
		for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
	}
};
