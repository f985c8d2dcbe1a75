import type { Kysely } from 'kysely';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { createHash, randomBytes } from 'node:crypto';
import type { Schema } from '../database/schema.ts';
import { readHeldSession, type SignedIn } from './signed-in.ts';

// The one file that knows Lucia, whose author retired it in March 2025.

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, { person: SignedIn }>;
		DatabaseUserAttributes: { person: SignedIn };
	}
}

/**
 * How long a session lasts without a request. Lucia prolongs it only in its
 * second half, so it is sure to last 24 hours after the last request; staff
 * systems are asked for 20 or more, so that nobody is signed out within a shift.
 */
const INACTIVITY = new TimeSpan(48, 'h');

/** How long a session lasts however busy it is. */
const LIFETIME = new TimeSpan(7, 'd').milliseconds();

/** A valid session, and whether this look at it has prolonged it: then the cookie is sent again. */
export interface Session {
	id: string;
	expiresAt: Date;
	renewed: boolean;
}

/** Starts a session for a person. The token goes into the cookie and is stored nowhere. */
export async function startSession(
	db: Kysely<Schema>,
	personId: string,
	now: Date
): Promise<{ token: string; expiresAt: Date }> {
	const token = randomBytes(32).toString('base64url');
	const { lucia, ours } = luciaAt(db, now);
	await lucia.deleteExpiredSessions();
	const session = await lucia.createSession(personId, {}, { sessionId: idOf(token) });
	return { token, expiresAt: ours(session.expiresAt) };
}

/**
 * Who holds `token`, where its session is valid and they are active. A session
 * that has run out, or whose person is no longer active, is ended here.
 */
export async function findSession(
	db: Kysely<Schema>,
	token: string,
	now: Date
): Promise<{ person: SignedIn; session: Session } | undefined> {
	const { lucia, ours } = luciaAt(db, now);
	const { user, session } = await lucia.validateSession(idOf(token));
	if (!session) return undefined;
	return { person: user.person, session: { id: session.id, expiresAt: ours(session.expiresAt), renewed: session.fresh } };
}

/** Ends one session: somebody signs out. */
export async function endSession(db: Kysely<Schema>, sessionId: string): Promise<void> {
	await db.deleteFrom('session').where('id', '=', sessionId).execute();
}

/** Ends every session of a person: their password, permissions or state have changed. */
export async function endSessionsOf(db: Kysely<Schema>, personId: string): Promise<void> {
	await db.deleteFrom('session').where('person_id', '=', personId).execute();
}

/** A session as its person sees it. We store neither a browser nor an address. */
export interface OwnSession {
	/** Stands for the session in a form; from it nobody comes to the session's id, and with it nobody signs in. */
	mark: string;
	startedAt: Date;
	renewedAt: Date;
	endsAt: Date;
	current: boolean;
}

/** Every stored session of a person, the newest first, also one that has run out and is not deleted yet. */
export async function sessionsOf(db: Kysely<Schema>, personId: string, currentId?: string): Promise<OwnSession[]> {
	const rows = await db.selectFrom('session').selectAll().where('person_id', '=', personId).orderBy('created_at', 'desc').orderBy('id').execute();
	return rows.map(({ id, created_at, expires_at }) => {
		const [started, expires] = [Date.parse(created_at), Date.parse(expires_at)];
		return {
			mark: markOf(id),
			startedAt: new Date(started),
			renewedAt: new Date(expires - INACTIVITY.milliseconds()),
			endsAt: new Date(Math.min(expires, started + LIFETIME)),
			current: id === currentId
		};
	});
}

/** Ends the session of a person for which `mark` stands; one of anybody else's is left alone, as one that is not there. */
export async function endMarkedSession(db: Kysely<Schema>, personId: string, mark: string): Promise<void> {
	const rows = await db.selectFrom('session').select('id').where('person_id', '=', personId).execute();
	const found = rows.find(({ id }) => markOf(id) === mark);
	if (found) await endSession(db, found.id);
}

// A hash of what is itself the hash of a token, cut to what tells a person's few
// sessions apart: a page that is left open or printed gives away no session id.
function markOf(id: string): string {
	return createHash('sha256').update(`mark\n${id}`).digest('hex').slice(0, 16);
}

// Lucia would store what stands in the cookie. It gets the hash as its session
// id instead, so that nobody who reads the database or a backup can sign in.
function idOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/**
 * Lucia over `db` as if the time were `now`. Lucia reads the machine's clock, so
 * its times are shifted on their way in and out; `ours` shifts one back.
 */
function luciaAt(db: Kysely<Schema>, now: Date): { lucia: Lucia<Record<never, never>, { person: SignedIn }>; ours: (lucias: Date) => Date } {
	const ahead = now.getTime() - Date.now();
	const ours = (lucias: Date) => new Date(lucias.getTime() + ahead);
	const lucias = (ours: Date) => new Date(ours.getTime() - ahead);

	const adapter: Adapter = {
		async getSessionAndUser(id) {
			const held = await readHeldSession(db, id);
			if (!held) return [null, null];
			const { person, createdAt, expiresAt, state } = held;
			const session = { id, userId: person.id, expiresAt: lucias(expiresAt), attributes: {} };
			// Lucia ends a session that has no user.
			const isTooOld = createdAt.getTime() + LIFETIME <= now.getTime();
			if (isTooOld || state !== 'active') return [session, null];
			return [session, { id: person.id, attributes: { person } }];
		},
		async setSession({ id, userId, expiresAt }) {
			await db
				.insertInto('session')
				.values({ id, person_id: userId, created_at: now.toISOString(), expires_at: ours(expiresAt).toISOString() })
				.execute();
		},
		async updateSessionExpiration(id, expiresAt) {
			await db.updateTable('session').set({ expires_at: ours(expiresAt).toISOString() }).where('id', '=', id).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expires_at', '<=', now.toISOString()).execute();
		},
		deleteSession: (id) => endSession(db, id),
		deleteUserSessions: (personId) => endSessionsOf(db, personId),
		// Nothing here asks Lucia for the list.
		getUserSessions: async () => []
	};
	const lucia = new Lucia(adapter, { sessionExpiresIn: INACTIVITY, getUserAttributes: ({ person }) => ({ person }) });
	return { lucia, ours };
}
