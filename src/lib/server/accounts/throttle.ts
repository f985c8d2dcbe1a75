import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import type { Instant, Schema } from '../database/schema.ts';
import { neighbourhoodOf } from './address.ts';

const WINDOW = 15 * 60_000;

/**
 * How many may fail: on one account from one address, so that nobody can guess on
 * and whoever tries cannot lock somebody out who is elsewhere; from one address,
 * so that nobody can try one password on everybody (a whole ward may share it);
 * and on one account from everywhere, so that many addresses do not help (NIST SP
 * 800-63B, 5.2.2, allows 100 in all).
 */
const LIMITS = { 'account from address': 10, address: 50, account: 100 };

/** An attempt to sign in that may go ahead, counted as a failure until it is forgiven. */
export interface CountedAttempt {
	kind: 'go-ahead';
	/** Where it is counted. */
	rows: number[];
}

/** Too many have failed lately. Waiting is counted in whole minutes, from 1. */
export interface Wait {
	kind: 'wait';
	minutes: number;
}

/**
 * Counts an attempt on the account `username`, known or not, from `address`, and
 * says whether it may go ahead. It counts before the password is checked:
 * otherwise a hundred attempts at once would all be let through.
 */
export async function countAttempt(
	db: Kysely<Schema>,
	{ username, address }: { username: string; address: string },
	now: Date
): Promise<CountedAttempt | Wait> {
	const from = neighbourhoodOf(address);
	const subjects = [
		{ kind: 'account from address', subject: hash('account from address', `${from}\n${username}`) },
		{ kind: 'address', subject: hash('address', from) },
		{ kind: 'account', subject: hash('account', username) }
	] as const;
	const at = now.toISOString();
	return db.transaction().execute(async (trx) => {
		await trx.deleteFrom('sign_in_failure').where('at', '<=', before(now)).execute();
		const waits = await Promise.all(subjects.map(({ kind, subject }) => waitFor(trx, subject, LIMITS[kind], now)));
		const minutes = Math.max(...waits);
		// An attempt that must wait is not counted, or trying again would never end.
		if (minutes > 0) return { kind: 'wait', minutes };
		const rows = await trx.insertInto('sign_in_failure').values(subjects.map(({ subject }) => ({ subject, at }))).returning('id').execute();
		return { kind: 'go-ahead', rows: rows.map(({ id }) => id) };
	});
}

/**
 * Takes back that `attempt` was counted: the password was right. What others have
 * tried on the account stays counted, or they could tell by having to wait or not
 * whether its owner has just signed in.
 */
export async function forgive(db: Kysely<Schema>, { rows }: CountedAttempt): Promise<void> {
	await db.deleteFrom('sign_in_failure').where('id', 'in', rows).execute();
}

/** When attempts on the account `username` failed, as far as that is still stored. */
export async function failuresOf(db: Kysely<Schema>, username: string): Promise<Instant[]> {
	const rows = await db.selectFrom('sign_in_failure').select('at').where('subject', '=', hash('account', username)).orderBy('at').execute();
	return rows.map(({ at }) => at);
}

/** Minutes until fewer than `limit` failures stand against `subject`; 0 where that is so now. */
async function waitFor(db: Kysely<Schema>, subject: string, limit: number, now: Date): Promise<number> {
	const decisive = await db
		.selectFrom('sign_in_failure')
		.select('at')
		.where('subject', '=', subject)
		.where('at', '>', before(now))
		.orderBy('at', 'desc')
		.offset(limit - 1)
		.limit(1)
		.executeTakeFirst();
	if (!decisive) return 0;
	return Math.max(1, Math.ceil((Date.parse(decisive.at) + WINDOW - now.getTime()) / 60_000));
}

function before(now: Date): string {
	return new Date(now.getTime() - WINDOW).toISOString();
}

// Hashed, because people type passwords into the field for the username.
function hash(kind: keyof typeof LIMITS, value: string): string {
	return createHash('sha256').update(`${kind}\n${value}`).digest('hex');
}
