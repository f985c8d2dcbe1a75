import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { guessable, type Guessable } from './guessable.ts';
import { checkPassword, hashPassword, LONGEST_PASSWORD } from './passwords.ts';
import { endSessionsOf, startSession } from './sessions.ts';
import { countAttempt, forgive } from './throttle.ts';

/** The shortest password that somebody may choose, in characters: length helps, rules about signs do not (NIST SP 800-63B, 5.1.1). */
export const SHORTEST_PASSWORD = 12;

/** What somebody types to change their password, and the IP address that it comes from. */
export interface PasswordChange {
	current: string;
	next: string;
	/** The new one once more: nobody sees what they type. */
	again: string;
	address: string;
}

export type PasswordChanged =
	/** Every session is ended, this one too, and there is a new one. */
	| { kind: 'changed'; token: string; expiresAt: Date }
	| { kind: 'refused' }
	| { kind: 'wait'; minutes: number }
	| { kind: 'too-short' | 'too-long' | 'differs' | 'same' }
	| { kind: 'guessable'; why: Guessable };

/**
 * Changes a person's password where they know the one that they have. A wrong
 * one counts as a sign-in that failed: somebody at a screen that was left open
 * must not be able to guess on.
 */
export async function changePassword(db: Kysely<Schema>, personId: string, { current, next, again, address }: PasswordChange, now: Date): Promise<PasswordChanged> {
	if ([...next].length < SHORTEST_PASSWORD) return { kind: 'too-short' };
	if (next.length > LONGEST_PASSWORD) return { kind: 'too-long' };
	const { username, password_hash: before } = await db.selectFrom('person').select(['username', 'password_hash']).where('id', '=', personId).executeTakeFirstOrThrow();
	const why = guessable(next, username);
	if (why) return { kind: 'guessable', why };
	if (again !== next) return { kind: 'differs' };
	const attempt = await countAttempt(db, { username, address }, now);
	if (attempt.kind === 'wait') return attempt;
	if (!(await checkPassword(before, current))) return { kind: 'refused' };
	await forgive(db, attempt);
	if (await checkPassword(before, next)) return { kind: 'same' };
	// Hashing is slow on purpose, and nothing slow belongs into a transaction.
	const password_hash = await hashPassword(next);
	return db.transaction().execute(async (trx): Promise<PasswordChanged> => {
		const { numUpdatedRows } = await trx.updateTable('person').set({ password_hash }).where('id', '=', personId).where('password_hash', '=', before).executeTakeFirst();
		// It was changed meanwhile: what they typed is no longer the one that they have.
		if (numUpdatedRows === 0n) return { kind: 'refused' };
		await endSessionsOf(trx, personId);
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: personId, action: 'password.changed' }).execute();
		return { kind: 'changed', ...(await startSession(trx, personId, now)) };
	});
}
