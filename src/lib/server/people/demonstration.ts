import type { Kysely } from 'kysely';
import { AUDIENCES } from '#lib/module/audiences.ts';
import { londonDate } from '#lib/module/dates.ts';
import { hashPassword } from '../accounts/passwords.ts';
import type { Schema } from '../database/schema.ts';
import {
	DEMONSTRATION_PASSWORD,
	DIRECTORATES,
	LOCAL_DETAILS,
	PEOPLE,
	TEAMS,
	type DemonstrationPerson
} from './demonstration-trust.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The accounts of the demonstration, with what each of them shows. */
export const DEMONSTRATION_ACCOUNTS = PEOPLE.map(({ username, name, shows }) => ({ username, name, shows }));

/** The database holds real people: accounts with a printed password must not be added to it. */
export class NotADemonstration extends Error {
	override name = 'NotADemonstration';
}

/**
 * Fills an empty database with a fictional trust. In one that has it already, it
 * adds what is new and leaves everything else as people have changed it. Throws
 * `NotADemonstration` where there are people and none of them is the demonstration's.
 */
export async function makeDemonstration(db: Kysely<Schema>, now: Date): Promise<void> {
	const missing = await missingPeople(db);
	// Hashing is slow on purpose, and nothing slow belongs into a transaction.
	const passwordHash = missing.length > 0 ? await hashPassword(DEMONSTRATION_PASSWORD) : '';
	await db.transaction().execute(async (trx) => {
		await addTrust(trx, now);
		for (const person of missing) await addPerson(trx, person, passwordHash, now);
		await addPeerRoles(trx);
	});
}

async function missingPeople(db: Kysely<Schema>): Promise<DemonstrationPerson[]> {
	const ids = PEOPLE.map((person) => person.id);
	const present = await db.selectFrom('person').select('id').where('id', 'in', ids).execute();
	const anybody = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
	if (anybody && present.length === 0) {
		throw new NotADemonstration('The database already holds people: name another file for the demonstration.');
	}
	return PEOPLE.filter(({ id }) => !present.some((person) => person.id === id));
}

async function addTrust(db: Kysely<Schema>, now: Date): Promise<void> {
	await db.insertInto('directorate').values(DIRECTORATES).onConflict((conflict) => conflict.doNothing()).execute();
	await db.insertInto('team').values(TEAMS).onConflict((conflict) => conflict.doNothing()).execute();
	const audiences = Object.entries(AUDIENCES).map(([slug, { name, sensitive }]) => ({
		slug,
		name,
		sensitive: sensitive ? (1 as const) : (0 as const)
	}));
	await db.insertInto('audience').values(audiences).onConflict((conflict) => conflict.doNothing()).execute();
	const at = now.toISOString();
	const details = Object.entries(LOCAL_DETAILS).map(([name, { text, keptBy, checkedDaysAgo }]) => ({
		name,
		text,
		kept_by: keptBy,
		checked_on: checkedDaysAgo === undefined ? null : londonDate(new Date(now.getTime() - checkedDaysAgo * DAY)),
		changed_at: at
	}));
	await db.insertInto('local_detail').values(details).onConflict((conflict) => conflict.doNothing()).execute();
}

async function addPerson(db: Kysely<Schema>, person: DemonstrationPerson, passwordHash: string, now: Date): Promise<void> {
	const { id, username, name, team, manages } = person;
	await db
		.insertInto('person')
		.values({ id, username, name, password_hash: passwordHash, state: 'active', team_id: team, created_at: now.toISOString() })
		.execute();
	await db.insertInto('audience_member').values(person.audiences.map((audience) => ({ audience, person_id: id }))).execute();
	for (const permission of person.permissions ?? []) {
		await db.insertInto('permission').values({ person_id: id, name: permission }).execute();
	}
	if (manages) await db.updateTable('team').set({ manager_id: id }).where('id', '=', manages).execute();
}

/** In a database without any: one that is new, or was made before there were peer roles to give. */
async function addPeerRoles(db: Kysely<Schema>): Promise<void> {
	const any = await db.selectFrom('peer_role_holder').select('role').limit(1).executeTakeFirst();
	if (any) return;
	const held = PEOPLE.flatMap(({ id, peerRoles = [] }) => peerRoles.map((role) => ({ role, person_id: id })));
	await db.insertInto('peer_role_holder').values(held).execute();
}
