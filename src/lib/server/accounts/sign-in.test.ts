import { verify } from '@node-rs/argon2';
import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Row, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { hashPassword } from './passwords.ts';
import { findSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

// The real one, watched.
vi.mock('@node-rs/argon2', { spy: true });

const NOW = new Date('2026-11-23T09:00:00.000Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const REFUSED = { kind: 'refused' };
const WAIT = { kind: 'wait', minutes: 15 };

let hash: string;
beforeAll(async () => {
	hash = await hashPassword('right');
});

async function withPeople(...people: { username: string; state?: Row<'person'>['state']; password_hash?: string | null }[]): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	const rows = people.map((person) => ({
		id: person.username,
		name: 'Demo',
		state: 'active' as const,
		password_hash: hash,
		created_at: NOW.toISOString(),
		...person
	}));
	await db.insertInto('person').values(rows).execute();
	return db;
}

const attempt = (db: Kysely<Schema>, username: string, password = 'wrong', { address = '192.0.2.1', at = NOW } = {}) =>
	signIn(db, { username, password, address }, at);

async function fail(db: Kysely<Schema>, times: number, username: string, more: { address?: string; at?: Date } = {}): Promise<void> {
	for (let count = 0; count < times; count++) expect(await attempt(db, username, 'wrong', more)).toEqual(REFUSED);
}

describe('signIn', () => {
	test('gives a token that finds the person', async () => {
		const db = await withPeople({ username: 'nurse' });
		const outcome = await attempt(db, 'nurse', 'right');
		if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
		expect((await findSession(db, outcome.token, NOW))?.person.username).toBe('nurse');
	});

	test('gives a new token each time', async () => {
		const db = await withPeople({ username: 'nurse' });
		const [one, two] = [await attempt(db, 'nurse', 'right'), await attempt(db, 'nurse', 'right')];
		expect(one).not.toEqual(two);
	});

	test.each([' Nurse ', 'NURSE', 'ｎｕｒｓｅ'])('takes %j for nurse', async (typed) => {
		const db = await withPeople({ username: 'nurse' });
		expect((await attempt(db, typed, 'right')).kind).toBe('signed-in');
	});

	test('refuses a wrong password, an unknown account and an account without a password alike', async () => {
		const db = await withPeople({ username: 'nurse' }, { username: 'single-sign-on', password_hash: null });
		expect(await attempt(db, 'nurse')).toEqual(REFUSED);
		expect(await attempt(db, 'nobody', 'right')).toEqual(REFUSED);
		expect(await attempt(db, 'single-sign-on', '')).toEqual(REFUSED);
		expect(await attempt(db, 'nurse', 'right'.padEnd(300))).toEqual(REFUSED);
	});

	test.each(['invited', 'suspended', 'left'] as const)('refuses a person who is %s, whatever the password', async (state) => {
		const db = await withPeople({ username: 'nurse', state });
		expect(await attempt(db, 'nurse', 'right')).toEqual(REFUSED);
		expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
	});
});

describe('waiting', () => {
	test('starts at the eleventh try on one account from one address, also with the right password', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 10, 'nurse');
		expect(await attempt(db, 'nurse', 'right')).toEqual(WAIT);
		expect(await attempt(db, ' NURSE', 'right')).toEqual(WAIT);
	});

	test('is not for its owner, who is elsewhere', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 10, 'nurse');
		expect((await attempt(db, 'nurse', 'right', { address: '198.51.100.7' })).kind).toBe('signed-in');
	});

	test('holds for one account tried from many addresses', async () => {
		const db = await withPeople({ username: 'nurse' });
		for (let count = 0; count < 10; count++) await fail(db, 10, 'nurse', { address: `198.51.100.${count}` });
		expect(await attempt(db, 'nurse', 'right', { address: '203.0.113.1' })).toEqual(WAIT);
	});

	test('is the same for an account that does not exist', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 10, 'nobody');
		expect(await attempt(db, 'nobody')).toEqual(WAIT);
	});

	test('is the same for one that is suspended', async () => {
		const db = await withPeople({ username: 'nurse', state: 'suspended' });
		await fail(db, 10, 'nurse');
		expect(await attempt(db, 'nurse', 'right')).toEqual(WAIT);
	});

	test('counts down and ends, and is not made longer by trying', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 1, 'nurse');
		await fail(db, 9, 'nurse', { at: minutesLater(5) });
		expect(await attempt(db, 'nurse', 'right', { at: minutesLater(5.5) })).toEqual({ kind: 'wait', minutes: 10 });
		expect(await attempt(db, 'nurse', 'right', { at: minutesLater(14.9) })).toEqual({ kind: 'wait', minutes: 1 });
		expect((await attempt(db, 'nurse', 'right', { at: minutesLater(15) })).kind).toBe('signed-in');
	});

	test('tells nobody who tries on an account whether its owner has signed in meanwhile', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 9, 'nurse');
		expect((await attempt(db, 'nurse', 'right')).kind).toBe('signed-in');
		await fail(db, 1, 'nurse');
		expect(await attempt(db, 'nurse')).toEqual(WAIT);
	});

	test('holds for many accounts tried from one address', async () => {
		const db = await withPeople({ username: 'nurse' });
		for (let count = 0; count < 50; count++) await fail(db, 1, `guess-${count}`);
		expect(await attempt(db, 'nurse', 'right')).toEqual(WAIT);
		expect((await attempt(db, 'nurse', 'right', { address: '192.0.2.2' })).kind).toBe('signed-in');
	});

	test('cannot be got round with other addresses of one /64, or another spelling', async () => {
		const db = await withPeople({ username: 'nurse' });
		for (let count = 0; count < 50; count++) await fail(db, 1, `guess-${count}`, { address: `2001:db8::${count}` });
		expect(await attempt(db, 'nurse', 'right', { address: '2001:0DB8:0:0:ffff::1' })).toEqual(WAIT);
	});

	test('does not come from others who sign in rightly at the same address', async () => {
		const db = await withPeople({ username: 'nurse' });
		for (let count = 0; count < 60; count++) expect((await attempt(db, 'nurse', 'right')).kind).toBe('signed-in');
	});

	test('cannot be got round by trying everything at once', async () => {
		const db = await withPeople({ username: 'nurse' });
		const outcomes = await Promise.all(Array.from({ length: 40 }, () => attempt(db, 'nurse')));
		expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(10);
	});

	test('keeps nothing that anybody typed, and nothing that is old', async () => {
		const db = await withPeople({ username: 'nurse' });
		await fail(db, 3, 'my password by mistake');
		const rows = await db.selectFrom('sign_in_failure').selectAll().execute();
		expect(rows).toHaveLength(9);
		expect(JSON.stringify(rows)).not.toMatch(/password|192\.0\.2/);
		await attempt(db, 'nurse', 'right', { at: minutesLater(16) });
		expect(await db.selectFrom('sign_in_failure').selectAll().execute()).toEqual([]);
	});
});

test.each(['nurse', 'nobody', 'gone', 'invited'])('does one verification for %s', async (username) => {
	const db = await withPeople({ username: 'nurse' }, { username: 'gone', state: 'suspended' }, { username: 'invited', password_hash: null });
	vi.mocked(verify).mockClear();
	await attempt(db, username);
	expect(verify).toHaveBeenCalledOnce();
});

test('does no verification for whoever must wait', async () => {
	const db = await withPeople({ username: 'nurse' });
	await fail(db, 10, 'nurse');
	vi.mocked(verify).mockClear();
	await attempt(db, 'nurse', 'right');
	expect(verify).not.toHaveBeenCalled();
});
