import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { changePassword, type PasswordChange } from './change-password.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { findSession, startSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const OLD = 'the old words here';
const NEW = 'three words together';

let hash: string;
beforeAll(async () => {
	hash = await hashPassword(OLD);
});

async function withPeople(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	const row = { name: 'Demo', password_hash: hash, state: 'active' as const, created_at: NOW.toISOString() };
	await db.insertInto('person').values([{ id: 'one', username: 'one', ...row }, { id: 'two', username: 'two', ...row }]).execute();
	return db;
}

const change = (db: Kysely<Schema>, more: Partial<PasswordChange> = {}) => changePassword(db, 'one', { current: OLD, next: NEW, again: more.next ?? NEW, address: '192.0.2.1', ...more }, NOW);
const hashOf = async (db: Kysely<Schema>, id: string) => (await db.selectFrom('person').select('password_hash').where('id', '=', id).executeTakeFirstOrThrow()).password_hash;

describe('a password that is changed', () => {
	test('is the new one from then on, for this person only', async () => {
		const db = await withPeople();
		expect((await change(db)).kind).toBe('changed');
		expect(await checkPassword(await hashOf(db, 'one'), NEW)).toBe(true);
		expect(await checkPassword(await hashOf(db, 'one'), OLD)).toBe(false);
		expect(await hashOf(db, 'two')).toBe(hash);
	});

	test('ends every session of the person, and begins one with another token', async () => {
		const db = await withPeople();
		const [here, there, other] = [await startSession(db, 'one', NOW), await startSession(db, 'one', NOW), await startSession(db, 'two', NOW)];
		const outcome = await change(db);
		for (const { token } of [here, there]) expect(await findSession(db, token, NOW)).toBeUndefined();
		expect(await findSession(db, other.token, NOW)).toBeDefined();
		expect(outcome.kind === 'changed' && (await findSession(db, outcome.token, NOW))?.person.id).toBe('one');
	});

	test('is noted, without a word of it', async () => {
		const db = await withPeople();
		await change(db);
		expect(await db.selectFrom('audit_entry').selectAll().execute()).toEqual([{ id: 1, at: NOW.toISOString(), person_id: 'one', action: 'password.changed', subject: null }]);
	});

	test('is changed once by two who know the old one at the same moment', async () => {
		const db = await withPeople();
		const outcomes = await Promise.all([change(db), change(db, { next: 'four other words together' })]);
		expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused']);
	});
});

describe('a password stays as it is', () => {
	test.each<[string, Partial<PasswordChange>, string]>([
		['where the one that they have is wrong', { current: 'wrong' }, 'refused'],
		['where the new one has 11 characters', { next: 'elevencharA' }, 'too-short'],
		['where the new one has 6 characters that count twice in UTF-16', { next: '😀'.repeat(6) }, 'too-short'],
		['where the new one is longer than is looked at', { next: 'x'.repeat(257) }, 'too-long'],
		['where the new one was typed in two ways', { again: 'three words togetehr' }, 'differs'],
		['where the new one is the old one', { next: OLD }, 'same']
	])('%s', async (_, more, kind) => {
		const db = await withPeople();
		const { token } = await startSession(db, 'one', NOW);
		expect(await change(db, more)).toEqual({ kind });
		expect(await hashOf(db, 'one')).toBe(hash);
		expect(await findSession(db, token, NOW)).toBeDefined();
	});

	test('where the new one is easy to guess, with the reason', async () => {
		const db = await withPeople();
		expect(await change(db, { next: 'password2026' })).toEqual({ kind: 'guessable', why: 'common' });
		await db.updateTable('person').set({ username: 'receptionist' }).where('id', '=', 'one').execute();
		expect(await change(db, { next: 'receptionist26' })).toEqual({ kind: 'guessable', why: 'username' });
		expect(await hashOf(db, 'one')).toBe(hash);
	});

	test('after ten wrong tries for a while, which are tries to sign in too', async () => {
		const db = await withPeople();
		for (let count = 0; count < 10; count += 1) expect((await change(db, { current: 'wrong' })).kind).toBe('refused');
		expect(await change(db)).toEqual({ kind: 'wait', minutes: 15 });
		expect((await signIn(db, { username: 'one', password: OLD, address: '192.0.2.1' }, NOW)).kind).toBe('wait');
		expect(await hashOf(db, 'one')).toBe(hash);
	});
});
