import type { Kysely } from 'kysely';
import { isPeerRole } from '#lib/module/peer-roles.ts';
import { may } from '../accounts/permissions.ts';
import type { SignedIn } from '../accounts/signed-in.ts';
import type { Schema } from '../database/schema.ts';
import { currentVersion } from '../library/versions.ts';
import { coproductionOf } from './coproduction.ts';
import { givenSignOffs, signOffState, type Given } from './state.ts';

/** What came of wanting to sign. */
export type Signed =
	| { kind: 'signed' }
	/** The same for everybody who may not, whatever they sent. */
	| { kind: 'not-allowed' }
	/** Somebody with several roles did not say in which of them. */
	| { kind: 'no-role' }
	/** They did not say that they know what it may tell colleagues. */
	| { kind: 'unconfirmed' }
	/** Another version is served by now, or none. */
	| { kind: 'another-version'; served: string | undefined }
	/** The record was written or changed while it was being read. */
	| { kind: 'another-record' }
	/** There is no record, or the trust has left something empty. */
	| { kind: 'not-ready' }
	| { kind: 'already' };

/** What somebody read, and the role in which they agree to it. */
export interface SigningAs {
	slug: string;
	version: string;
	record: number;
	role: string;
	/** They know that colleagues may guess who signed. */
	confirmed: boolean;
}

/** The peer roles in which somebody may sign off. Nobody else is told. */
export async function rolesHeld(db: Kysely<Schema>, personId: string): Promise<string[]> {
	const rows = await db.selectFrom('peer_role_holder').select('role').where('person_id', '=', personId).orderBy('role').execute();
	return rows.map(({ role }) => role).filter(isPeerRole);
}

/**
 * Signs off the version that is served, for somebody who has read it and its
 * record. One person agrees once, in one role: they are not two people.
 */
export async function sign(db: Kysely<Schema>, personId: string, { slug, version, record, role, confirmed }: SigningAs, now: Date): Promise<Signed> {
	return db.transaction().execute(async (trx): Promise<Signed> => {
		// First of all, so that whoever may not learns nothing from the answer.
		const held = await rolesHeld(trx, personId);
		if (held.length > 0 && role === '') return { kind: 'no-role' };
		if (!held.includes(role)) return { kind: 'not-allowed' };
		const served = await currentVersion(trx, slug);
		if (served?.hash !== version) return { kind: 'another-version', served: served?.hash };
		const [newest] = await coproductionOf(trx, version);
		const { emptyDetails } = await signOffState(trx, served);
		if (!newest || emptyDetails.length > 0) return { kind: 'not-ready' };
		if (newest.id !== record) return { kind: 'another-record' };
		const own = (await givenSignOffs(trx, version)).some((signOff) => signOff.person === personId && signOff.record === record);
		if (own) return { kind: 'already' };
		if (!confirmed) return { kind: 'unconfirmed' };
		const { id } = await trx
			.insertInto('sign_off')
			.values({ version, record, role, person_id: personId, at: now.toISOString() })
			.returning('id')
			.executeTakeFirstOrThrow();
		await noteThat(trx, 'signed off', id, now);
		return { kind: 'signed' };
	});
}

/** A sign-off that somebody may withdraw. */
export interface Withdrawable {
	id: number;
	role: string;
	at: Date;
	own: boolean;
	/** The record that it was given with. */
	record: number;
}

/** The sign-offs of a version that `person` may withdraw: their own, and every one for whoever may see the sensitive lists. */
export async function withdrawable(db: Kysely<Schema>, person: SignedIn, version: string): Promise<Withdrawable[]> {
	return (await givenSignOffs(db, version))
		.filter((signOff) => mayWithdraw(person, signOff))
		.map(({ id, role, at, record, person: signer }) => ({ id, role, at, record, own: signer === person.id }));
}

/**
 * Withdraws a sign-off of `version` where `person` may. What is withdrawn
 * already, belongs to somebody else or never was is left alone, and nobody can
 * tell which.
 */
export async function withdraw(db: Kysely<Schema>, person: SignedIn, { version, id, reason }: { version: string; id: number; reason: string }, now: Date): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const found = (await givenSignOffs(trx, version)).find((signOff) => signOff.id === id && mayWithdraw(person, signOff));
		if (!found) return;
		await trx.insertInto('sign_off_withdrawal').values({ sign_off: id, person_id: person.id, at: now.toISOString(), reason }).execute();
		await noteThat(trx, 'withdrew a sign-off', id, now);
	});
}

function mayWithdraw(person: SignedIn, signOff: Given): boolean {
	return signOff.person === person.id || may(person, 'sensitive-lists');
}

/** Whoever reads the audit log sees that there is an entry; whose it is stands beside the sign-off only. */
async function noteThat(trx: Kysely<Schema>, action: string, signOff: number, now: Date): Promise<void> {
	await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: null, action, subject: `sign-off ${signOff}` }).execute();
}
