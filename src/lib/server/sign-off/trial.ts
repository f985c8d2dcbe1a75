import type { Kysely } from 'kysely';
import type { SignedIn } from '../accounts/signed-in.ts';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { coproductionOf, writeCoproduction, type Coproduction } from './coproduction.ts';
import { sign, type Signed } from './sign-offs.ts';

/** For tests: a day of November 2026, at nine. */
export const day = (date: number) => new Date(Date.UTC(2026, 10, date, 9));

/** For tests: who may sign off in which roles. Nobody else holds any. */
const HOLDERS: Record<string, string[]> = {
	trainer: ['peer-trainer'],
	worker: ['peer-support-worker'],
	both: ['peer-support-worker', 'peer-trainer'],
	lead: ['peer-lead'],
	nurse: [],
	author: []
};

/** For tests: how a version came about. */
export const RECORD: Coproduction = { roles: ['peer-support-worker', 'peer-trainer'], otherRoles: 'nurse, ', changes: 'The second page.', paid: 'some', paidNote: 'By the hour.', notAgreed: 'The title.' };

/** For tests: somebody as they are signed in. */
export function person(id: string): SignedIn {
	return { id, name: `Demo ${id}`, username: id, permissions: id === 'lead' ? ['sensitive-lists'] : [], managesTeams: [] };
}

/** For tests: a trust with these people and the module `trial`, which asks for one local detail, filled in. */
export async function trialTrust(): Promise<{ db: Kysely<Schema>; hash: string }> {
	const db = await trialDatabase();
	const at = day(1).toISOString();
	await db.insertInto('person').values(Object.keys(HOLDERS).map((id) => ({ id, username: id, name: `Demo ${id}`, state: 'active' as const, created_at: at }))).execute();
	const held = Object.entries(HOLDERS).flatMap(([person_id, roles]) => roles.map((role) => ({ role, person_id })));
	await db.insertInto('peer_role_holder').values(held).execute();
	await fill(db, 'Ask at the desk.');
	return { db, hash: await edition(db, 'First', 1) };
}

/** For tests: publishes the module with these words on its page; the version's hash. */
export async function edition(db: Kysely<Schema>, words: string, date: number): Promise<string> {
	const published = await publish(db, trialModule('trial', `\n# Page {#page}\n\n${words}\n\n:::local-detail\nname: who-to-ask\n\nWho to ask.\n:::\n`), day(date));
	if (published.kind !== 'published') throw new Error(JSON.stringify(published));
	return published.hash;
}

/** For tests: what the trust writes for the one local detail. */
export async function fill(db: Kysely<Schema>, text: string): Promise<void> {
	await db.deleteFrom('local_detail').execute();
	await db.insertInto('local_detail').values({ name: 'who-to-ask', text, changed_at: day(1).toISOString() }).execute();
}

/** For tests: writes the record of a version and gives its id. */
export async function recorded(db: Kysely<Schema>, version: string, changes: Partial<Coproduction> = {}, date = 2): Promise<number> {
	const [before] = await coproductionOf(db, version);
	await writeCoproduction(db, { version, person: 'author', read: before?.id }, { ...RECORD, ...changes }, day(date));
	return (await coproductionOf(db, version))[0]!.id;
}

/** For tests: somebody signs what there is to sign, on a day. */
export async function signs(db: Kysely<Schema>, who: string, role: string, version: string, date: number): Promise<Signed['kind']> {
	const [record] = await coproductionOf(db, version);
	return (await sign(db, who, { slug: 'trial', version, record: record?.id ?? 0, role, confirmed: true }, day(date))).kind;
}
