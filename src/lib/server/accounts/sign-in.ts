import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { checkPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { countAttempt, forgive } from './throttle.ts';
import { usernameAs } from './usernames.ts';

/** What somebody types to sign in, and the IP address that it comes from. */
export interface Credentials {
	username: string;
	password: string;
	address: string;
}

/** What came of it. A refusal never says why: the account may not exist, be suspended, or have another password. */
export type SignInOutcome =
	| { kind: 'signed-in'; token: string; expiresAt: Date }
	| { kind: 'refused' }
	| { kind: 'wait'; minutes: number };

/**
 * Signs somebody in with a password, always with a new token. Whatever is wrong
 * takes the same work, one verification, and an unknown account is made to wait
 * just as a known one.
 */
export async function signIn(db: Kysely<Schema>, credentials: Credentials, now: Date): Promise<SignInOutcome> {
	const username = usernameAs(credentials.username);
	const attempt = await countAttempt(db, { username, address: credentials.address }, now);
	if (attempt.kind === 'wait') return attempt;

	const person = await db
		.selectFrom('person')
		.select(['id', 'password_hash', 'state'])
		.where('username', '=', username)
		.executeTakeFirst();
	const isRight = await checkPassword(person?.password_hash, credentials.password);
	if (!person || !isRight || person.state !== 'active') return { kind: 'refused' };

	await forgive(db, attempt);
	return { kind: 'signed-in', ...(await startSession(db, person.id, now)) };
}
