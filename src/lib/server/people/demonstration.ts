import type { Kysely } from 'kysely';
import { AUDIENCES } from '#lib/module/audiences.ts';
import { addDays, londonDate } from '#lib/module/dates.ts';
import { hashPassword } from '../accounts/passwords.ts';
import type { Schema } from '../database/schema.ts';
import type { ModuleFolder } from '../library/folder.ts';
import { publish } from '../library/publish.ts';
import { currentVersion } from '../library/versions.ts';
import { record, start } from '../records/attempts.ts';
import {
	DEMONSTRATION_PASSWORD,
	DIRECTORATES,
	LOCAL_DETAILS,
	PEOPLE,
	REQUIREMENTS,
	TEAMS,
	type DemonstrationPerson
} from './demonstration-trust.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The accounts of the demonstration, with what each of them shows. */
export const DEMONSTRATION_ACCOUNTS = PEOPLE.map(({ username, name, shows }) => ({ username, name, shows }));

/** The modules that somebody in it is in the middle of. */
export const BEGUN_MODULES = [...new Set(PEOPLE.flatMap(({ begun }) => (begun ? [begun] : [])))];

/** The database holds real people: accounts with a printed password must not be added to it. */
export class NotADemonstration extends Error {
	override name = 'NotADemonstration';
}

/**
 * Fills an empty database with a fictional trust. In one that has it already, it
 * adds what is new and leaves everything else as people have changed it. Throws
 * `NotADemonstration` where there are people and none of them is the demonstration's.
 *
 * @param modules what people can be in the middle of, which has to be published for that
 */
export async function makeDemonstration(db: Kysely<Schema>, now: Date, modules: ModuleFolder[] = []): Promise<void> {
	const missing = await missingPeople(db);
	// Hashing is slow on purpose, and nothing slow belongs into a transaction.
	const passwordHash = missing.length > 0 ? await hashPassword(DEMONSTRATION_PASSWORD) : '';
	await db.transaction().execute(async (trx) => {
		await addTrust(trx, now);
		for (const person of missing) await addPerson(trx, person, passwordHash, now);
		await addPeerRoles(trx);
		await addRequirements(trx, now);
	});
	for (const module of modules) await publish(db, module, now);
	for (const { id, begun } of missing) if (begun) await begin(db, id, begun, now);
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
		checked_on: checkedDaysAgo === undefined ? null : dayBefore(now, checkedDaysAgo),
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
	const since = dayBefore(now, person.startedDaysAgo);
	await db.insertInto('audience_member').values(person.audiences.map((audience) => ({ audience, person_id: id, since }))).execute();
	for (const [module, daysAgo] of person.completed ?? []) {
		const completed_at = new Date(now.getTime() - daysAgo * DAY).toISOString();
		await db.insertInto('completion').values({ person_id: id, module, completed_at, source: 'recorded' }).execute();
	}
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

/** In a database without any, as peer roles; with the days on which people came, where those were not known yet, and with who need not do what. */
async function addRequirements(db: Kysely<Schema>, now: Date): Promise<void> {
	const any = await db.selectFrom('requirement').select('id').limit(1).executeTakeFirst();
	if (any) return;
	const starts_on = dayBefore(now, 3 * 365);
	const rows = REQUIREMENTS.map(({ audience, module, withinDays, renewMonths, instead }) => ({
		audience,
		module,
		within_days: withinDays,
		renew_months: renewMonths ?? null,
		instead_module: instead ?? null,
		starts_on
	}));
	await db.insertInto('requirement').values(rows).execute();
	for (const { id, startedDaysAgo, exempt } of PEOPLE) {
		await db.updateTable('audience_member').set({ since: dayBefore(now, startedDaysAgo) }).where('person_id', '=', id).where('since', 'is', null).execute();
		if (!exempt) continue;
		const { id: requirement } = await db.selectFrom('requirement').select('id').where('module', '=', exempt.module).executeTakeFirstOrThrow();
		const until_on = dayBefore(now, -exempt.days);
		await db
			.insertInto('exemption')
			.values({ person_id: id, requirement, reason: exempt.reason, from_on: londonDate(now), until_on, given_by: 'demo-learning', given_at: now.toISOString() })
			.execute();
	}
}

/** Goes through the first two pages of a module that is served. */
async function begin(db: Kysely<Schema>, personId: string, slug: string, now: Date): Promise<void> {
	const version = await currentVersion(db, slug);
	if (!version) return;
	await start(db, personId, slug, now);
	for (const { id } of version.module.pages.slice(0, 2)) await record(db, personId, slug, { kind: 'continue', page: id }, now);
}

function dayBefore(now: Date, days: number): string {
	return addDays(londonDate(now), -days);
}
