import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Row, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { endMarkedSession, endSession, endSessionsOf, findSession, sessionsOf, startSession } from './sessions.ts';

const MONDAY = new Date('2026-11-23T09:00:00.000Z');
const later = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);

async function withPerson(state: Row<'person'>['state'] = 'active'): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	const person = { id: 'p1', username: 'nurse', name: 'Demo nurse', state, created_at: MONDAY.toISOString() };
	await db.insertInto('person').values(person).execute();
	return db;
}

const storedSessions = (db: Kysely<Schema>) => db.selectFrom('session').selectAll().execute();

describe('a session', () => {
	test('is found by its token, with its person', async () => {
		const db = await withPerson();
		const { token } = await startSession(db, 'p1', MONDAY);
		expect((await findSession(db, token, MONDAY))?.person).toEqual({
			id: 'p1',
			name: 'Demo nurse',
			username: 'nurse',
			permissions: [],
			managesTeams: []
		});
	});

	test('brings every permission and managed team, once each', async () => {
		const db = await withPerson();
		await db.insertInto('permission').values([{ person_id: 'p1', name: 'author' }, { person_id: 'p1', name: 'learning' }]).execute();
		await db.insertInto('directorate').values({ id: 'd', name: 'Demo' }).execute();
		const team = (id: string) => ({ id, name: id, directorate_id: 'd', manager_id: 'p1' });
		await db.insertInto('team').values([team('t1'), team('t2'), team('t3')]).execute();
		const { token } = await startSession(db, 'p1', MONDAY);
		const found = await findSession(db, token, MONDAY);
		expect(found?.person.permissions.sort()).toEqual(['author', 'learning']);
		expect(found?.person.managesTeams.sort()).toEqual(['t1', 't2', 't3']);
	});

	test('has a new token of 32 bytes each time, of which only the hash is stored', async () => {
		const db = await withPerson();
		const [one, two] = [await startSession(db, 'p1', MONDAY), await startSession(db, 'p1', MONDAY)];
		expect(one.token).not.toBe(two.token);
		expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
		const stored = await storedSessions(db);
		expect(stored.map(({ id }) => id)).toContain(createHash('sha256').update(one.token).digest('hex'));
		expect(JSON.stringify(stored)).not.toContain(one.token);
	});

	test('is not found by the stored id', async () => {
		const db = await withPerson();
		await startSession(db, 'p1', MONDAY);
		const [stored] = await storedSessions(db);
		expect(await findSession(db, stored!.id, MONDAY)).toBeUndefined();
	});

	test.each(['', 'x', 'a'.repeat(10_000), '\0', '\ud800'])('is not found by a made-up token', async (token) => {
		const db = await withPerson();
		await startSession(db, 'p1', MONDAY);
		expect(await findSession(db, token, MONDAY)).toBeUndefined();
	});
});

describe('the end of a session', () => {
	test('comes after 48 hours without a request, and the row goes', async () => {
		const db = await withPerson();
		const { token, expiresAt } = await startSession(db, 'p1', MONDAY);
		expect(Math.abs(expiresAt.getTime() - later(48).getTime())).toBeLessThan(1000);
		expect(await findSession(db, token, later(48.01))).toBeUndefined();
		expect(await storedSessions(db)).toEqual([]);
	});

	test('does not come within 24 hours of the last request', async () => {
		const db = await withPerson();
		const { token } = await startSession(db, 'p1', MONDAY);
		const early = await findSession(db, token, later(23.9));
		expect(early?.session.renewed).toBe(false);
		expect(await findSession(db, token, later(47.9))).toBeDefined();
	});

	test('moves on with a request in the second half', async () => {
		const db = await withPerson();
		const { token } = await startSession(db, 'p1', MONDAY);
		const renewed = await findSession(db, token, later(25));
		expect(renewed?.session.renewed).toBe(true);
		expect(Math.abs(renewed!.session.expiresAt.getTime() - later(73).getTime())).toBeLessThan(1000);
		expect((await findSession(db, token, later(26)))?.session.renewed).toBe(false);
		expect(await findSession(db, token, later(72.9))).toBeDefined();
	});

	test('comes after 7 days however busy somebody is', async () => {
		const db = await withPerson();
		const { token } = await startSession(db, 'p1', MONDAY);
		for (let hours = 12; hours < 168; hours += 12) expect(await findSession(db, token, later(hours))).toBeDefined();
		expect(await findSession(db, token, later(168))).toBeUndefined();
		expect(await storedSessions(db)).toEqual([]);
	});

	test.each(['suspended', 'left', 'invited'] as const)('comes at once for a person who is %s, and for good', async (state) => {
		const db = await withPerson();
		const { token } = await startSession(db, 'p1', MONDAY);
		await db.updateTable('person').set({ state }).execute();
		expect(await findSession(db, token, MONDAY)).toBeUndefined();
		await db.updateTable('person').set({ state: 'active' }).execute();
		expect(await findSession(db, token, MONDAY)).toBeUndefined();
	});

	test('comes with signing out, for that session only', async () => {
		const db = await withPerson();
		const [here, there] = [await startSession(db, 'p1', MONDAY), await startSession(db, 'p1', MONDAY)];
		const found = await findSession(db, here.token, MONDAY);
		await endSession(db, found!.session.id);
		expect(await findSession(db, here.token, MONDAY)).toBeUndefined();
		expect(await findSession(db, there.token, MONDAY)).toBeDefined();
	});

	test('can come for every session of one person and nobody else', async () => {
		const db = await withPerson();
		await db.insertInto('person').values({ id: 'p2', username: 'other', name: 'Demo other', state: 'active', created_at: MONDAY.toISOString() }).execute();
		const [one, two, other] = [await startSession(db, 'p1', MONDAY), await startSession(db, 'p1', MONDAY), await startSession(db, 'p2', MONDAY)];
		await endSessionsOf(db, 'p1');
		expect(await findSession(db, one.token, MONDAY)).toBeUndefined();
		expect(await findSession(db, two.token, MONDAY)).toBeUndefined();
		expect(await findSession(db, other.token, MONDAY)).toBeDefined();
	});

	test('leaves no row behind once somebody signs in again', async () => {
		const db = await withPerson();
		await startSession(db, 'p1', MONDAY);
		await startSession(db, 'p1', later(49));
		expect(await storedSessions(db)).toHaveLength(1);
	});
});

describe('the list of a person\'s sessions', () => {
	async function withTwo(): Promise<Kysely<Schema>> {
		const db = await withPerson();
		await db.insertInto('person').values({ id: 'p2', username: 'other', name: 'Demo other', state: 'active', created_at: MONDAY.toISOString() }).execute();
		return db;
	}

	test('says of each when it began, when it was renewed and when it runs out, and which one this is', async () => {
		const db = await withTwo();
		const first = await startSession(db, 'p1', MONDAY);
		await startSession(db, 'p1', later(1));
		await startSession(db, 'p2', MONDAY);
		const found = await findSession(db, first.token, later(30));
		// Lucia's clock goes on by some milliseconds while it works.
		const hours = (time: Date) => Math.round((time.getTime() - MONDAY.getTime()) / 3_600_000);
		const listed = (await sessionsOf(db, 'p1', found!.session.id)).map(({ startedAt, renewedAt, endsAt, current }) => [hours(startedAt), hours(renewedAt), hours(endsAt), current]);
		expect(listed).toEqual([
			[1, 1, 49, false],
			[0, 30, 78, true]
		]);
	});

	test('never says that one lasts longer than it can', async () => {
		const db = await withTwo();
		const { token } = await startSession(db, 'p1', MONDAY);
		for (const hours of [40, 80, 120, 160]) await findSession(db, token, later(hours));
		expect((await sessionsOf(db, 'p1'))[0]!.endsAt).toEqual(later(7 * 24));
	});

	test('gives no id, and no token', async () => {
		const db = await withTwo();
		const { token } = await startSession(db, 'p1', MONDAY);
		const [stored] = await storedSessions(db);
		const listed = JSON.stringify(await sessionsOf(db, 'p1'));
		for (const secret of [token, stored!.id, stored!.id.slice(0, 16)]) expect(listed).not.toContain(secret);
	});

	test('can end one of their own by its mark, and nobody else\'s', async () => {
		const db = await withTwo();
		const [own, other] = [await startSession(db, 'p1', MONDAY), await startSession(db, 'p2', MONDAY)];
		const [theirs] = await sessionsOf(db, 'p2');
		for (const mark of [theirs!.mark, '', (await storedSessions(db))[0]!.id]) await endMarkedSession(db, 'p1', mark);
		expect(await storedSessions(db)).toHaveLength(2);
		await endMarkedSession(db, 'p1', (await sessionsOf(db, 'p1'))[0]!.mark);
		expect(await findSession(db, own.token, MONDAY)).toBeUndefined();
		expect(await findSession(db, other.token, MONDAY)).toBeDefined();
	});
});
