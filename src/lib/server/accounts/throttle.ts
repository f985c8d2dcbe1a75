import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import type { Instant, Schema } from '../database/schema.ts';
import { neighbourhoodOf } from './address.ts';

const WINDOW = 15 * 60_000;

// By account, so that nobody can guess on; by address, so that nobody can try
// one password on everybody. A whole ward may share an address: hence the 50.
const LIMITS = { account: 10, address: 50 };

/** An attempt to sign in that may go ahead, counted as a failure until it is forgiven. */
export interface CountedAttempt {
	kind: 'go-ahead';
	account: string;
	addressRow: number;
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
	const account = subject('account', username);
	const from = subject('address', neighbourhoodOf(address));
	const at = now.toISOString();
	return db.transaction().execute(async (trx) => {
		await trx.deleteFrom('sign_in_failure').where('at', '<=', before(now)).execute();
		const waits = [await waitFor(trx, account, LIMITS.account, now), await waitFor(trx, from, LIMITS.address, now)];
		const minutes = Math.max(...waits);
		// An attempt that must wait is not counted, or trying again would never end.
		if (minutes > 0) return { kind: 'wait', minutes };
		await trx.insertInto('sign_in_failure').values({ subject: account, at }).execute();
		const { id } = await trx.insertInto('sign_in_failure').values({ subject: from, at }).returning('id').executeTakeFirstOrThrow();
		return { kind: 'go-ahead', account, addressRow: id };
	});
}

/** Takes back that `attempt` was counted, and every failure of its account: the password was right. */
export async function forgive(db: Kysely<Schema>, attempt: CountedAttempt): Promise<void> {
	await db
		.deleteFrom('sign_in_failure')
		.where((eb) => eb.or([eb('subject', '=', attempt.account), eb('id', '=', attempt.addressRow)]))
		.execute();
}

/** When attempts on the account `username` failed, as far as that is still stored. */
export async function failuresOf(db: Kysely<Schema>, username: string): Promise<Instant[]> {
	const rows = await db.selectFrom('sign_in_failure').select('at').where('subject', '=', subject('account', username)).orderBy('at').execute();
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
function subject(kind: keyof typeof LIMITS, value: string): string {
	return createHash('sha256').update(`${kind}\n${value}`).digest('hex');
}
