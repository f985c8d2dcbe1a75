import type { Kysely } from 'kysely';
import { prepare } from '../database/prepare.ts';
import type { Row, Schema } from '../database/schema.ts';
import type { Permission } from './permissions.ts';

/** Whoever makes a request, with what decides what they may do. */
export interface SignedIn {
	id: string;
	name: string;
	username: string;
	permissions: Permission[];
	/** The ids of the teams that they manage. */
	managesTeams: string[];
}

/** A stored session, and whose it is. */
export interface HeldSession {
	createdAt: Date;
	expiresAt: Date;
	state: Row<'person'>['state'];
	person: SignedIn;
}

/**
 * The session with `id`, valid or not, and its person, or `undefined`. One query,
 * because every request asks: a row for each pair of a permission and a team,
 * which are few.
 */
export async function readHeldSession(db: Kysely<Schema>, id: string): Promise<HeldSession | undefined> {
	const rows = await rowsOf(db, id);
	const [row] = rows;
	if (!row) return undefined;
	return {
		createdAt: new Date(row.created_at),
		expiresAt: new Date(row.expires_at),
		state: row.state,
		person: {
			id: row.id,
			name: row.name,
			username: row.username,
			permissions: distinct(rows.map((row) => row.permission)),
			managesTeams: distinct(rows.map((row) => row.team))
		}
	};
}

const rowsOf = prepare((db, id: string) =>
	db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.person_id')
		.leftJoin('permission', 'permission.person_id', 'person.id')
		.leftJoin('team', 'team.manager_id', 'person.id')
		.select(['session.created_at', 'session.expires_at', 'person.id', 'person.name', 'person.username', 'person.state'])
		.select(['permission.name as permission', 'team.id as team'])
		.where('session.id', '=', id)
);

function distinct<T>(values: (T | null)[]): T[] {
	return [...new Set(values)].filter((value) => value !== null);
}
