import type { Kysely } from 'kysely';
import type { LocalDetail } from '#lib/module/blocks/local-detail.ts';
import { localDetails } from '#lib/module/module.ts';
import { roleName } from '#lib/module/peer-roles.ts';
import type { Schema } from '../database/schema.ts';
import { localDetails as filledDetails } from '../library/local-details.ts';
import type { Version } from '../library/versions.ts';
import { coproductionOf } from './coproduction.ts';

/** How many different people have to agree, each in another peer role. */
export const ROLES_NEEDED = 2;

/** Where a version stands, from what was signed and what the trust has filled in. It names roles and nobody. */
export interface SignOffState {
	/** Until it is, the version carries the draft mark everywhere. */
	signedOff: boolean;
	/** When enough peer roles had agreed, and which agree; also where something else makes it a draft again. */
	agreed?: { at: Date; roles: string[] };
	/** The peer roles that agree so far. */
	signed: string[];
	/** Local details that the module names and the trust has left empty. */
	emptyDetails: LocalDetail[];
	/** Whether somebody has written down how it came about. */
	recorded: boolean;
	/** When that was changed, where somebody had signed what it said before. */
	recordChangedAt?: Date;
	withdrawn: Withdrawal[];
}

/** A sign-off that counts no more. It does not say who took it back. */
export interface Withdrawal {
	role: string;
	at: Date;
	reason: string;
}

/** A sign-off that has not been withdrawn, and counts where the record still says what was signed. */
export interface Given {
	id: number;
	person: string;
	role: string;
	record: number;
	at: Date;
}

/** Where `version` stands. */
export async function signOffState(db: Kysely<Schema>, version: Version): Promise<SignOffState> {
	const [given, withdrawn, [record], filled] = await Promise.all([
		givenSignOffs(db, version.hash),
		withdrawals(db, version.hash),
		coproductionOf(db, version.hash),
		filledDetails(db)
	]);
	const counting = given.filter((signOff) => signOff.record === record?.id);
	const agreed = agreement(counting);
	const emptyDetails = localDetails(version.module).filter(({ name }) => !filled[name]);
	const outdated = counting.length < given.length;
	return {
		signedOff: agreed !== undefined && emptyDetails.length === 0,
		...(agreed ? { agreed } : {}),
		signed: rolesOf(counting),
		emptyDetails,
		recorded: record !== undefined,
		...(outdated && !agreed ? { recordChangedAt: record!.writtenAt } : {}),
		withdrawn
	};
}

/**
 * The roles that took part in a version that is signed off, as words to show
 * where it is handed out; none of any other, since nothing may call it co-produced.
 */
export async function contributorsOf(db: Kysely<Schema>, version: Version): Promise<readonly string[]> {
	const [{ signedOff }, [record]] = await Promise.all([signOffState(db, version), coproductionOf(db, version.hash)]);
	if (!signedOff || !record) return [];
	const others = record.otherRoles.split(',').map((role) => role.trim());
	return [...record.roles.map(roleName), ...others.filter((role) => role !== '')];
}

/** The sign-offs of a version that nobody has withdrawn, the first first. */
export async function givenSignOffs(db: Kysely<Schema>, version: string): Promise<Given[]> {
	const rows = await db
		.selectFrom('sign_off')
		.leftJoin('sign_off_withdrawal', 'sign_off_withdrawal.sign_off', 'sign_off.id')
		.select(['sign_off.id', 'sign_off.person_id', 'sign_off.role', 'sign_off.record', 'sign_off.at'])
		.where('sign_off.version', '=', version)
		.where('sign_off_withdrawal.sign_off', 'is', null)
		.orderBy('sign_off.id')
		.execute();
	return rows.map(({ id, person_id, role, record, at }) => ({ id, person: person_id, role, record, at: new Date(at) }));
}

async function withdrawals(db: Kysely<Schema>, version: string): Promise<Withdrawal[]> {
	const rows = await db
		.selectFrom('sign_off_withdrawal')
		.innerJoin('sign_off', 'sign_off.id', 'sign_off_withdrawal.sign_off')
		.select(['sign_off.role', 'sign_off_withdrawal.at', 'sign_off_withdrawal.reason'])
		.where('sign_off.version', '=', version)
		.orderBy('sign_off_withdrawal.at')
		.execute();
	return rows.map(({ role, at, reason }) => ({ role, at: new Date(at), reason }));
}

/** The moment from which different people agree in enough different roles, or undefined. */
export function agreement(counting: readonly Given[]): { at: Date; roles: string[] } | undefined {
	const last = counting.find((_, index) => {
		const sofar = counting.slice(0, index + 1);
		return rolesOf(sofar).length >= ROLES_NEEDED && new Set(sofar.map(({ person }) => person)).size >= ROLES_NEEDED;
	});
	return last && { at: last.at, roles: rolesOf(counting) };
}

function rolesOf(signOffs: readonly Given[]): string[] {
	return [...new Set(signOffs.map(({ role }) => role))];
}
