import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { certificateBehind, makeLink } from '../records/certificates.ts';
import { newToken } from '../tokens.ts';
import { nameWrittenOn } from './name-changes.ts';
import { detailsOf, readDetails, saveDetails, showUnseen } from './own-details.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');

describe('a name', () => {
	test.each(["O'Brien-Smith", 'Ng', 'José', '李', 'Ø', 'Anne-Marie de la Tour', 'Σωκράτης', 'نیل\u200Cوفر', 'O’Neill', 'Dr. A. B. Cee 3rd'])('%j is one', (name) => {
		expect(readDetails({ name, email: '' })).toEqual({ details: { name, email: '' }, problems: [] });
	});

	test('is stored without spaces around it, and in one spelling of its letters', () => {
		expect(readDetails({ name: ' Jose\u0301 \u00A0 Ng ', email: '' }).details.name).toBe('José Ng');
	});

	test.each([
		['', 'Enter your name'],
		['   ', 'Enter your name'],
		['12345', 'Enter your name with letters'],
		['😀', 'Enter your name with letters'],
		['x'.repeat(1000), 'Your name has more than 100 characters'],
		['Ng\u0000', 'a character that cannot be shown'],
		['Ng\u202Egn', 'a character that cannot be shown'],
		['\u2066Ng', 'a character that cannot be shown'],
		['N\u200Bg', 'a character that cannot be shown'],
		['Ng\nNg', 'a character that cannot be shown'],
		['Ng\uFFFD', 'a character that cannot be shown']
	])('%j is none, and says why', (name, words) => {
		const { problems } = readDetails({ name, email: '' });
		expect(problems).toEqual([{ field: 'name', words: expect.stringContaining(words) }]);
	});
});

describe('an email address', () => {
	test.each(['', 'a@example.nhs.uk', "o'brien.x+y@example.co.uk"])('%j is taken', (email) => {
		expect(readDetails({ name: 'Ng', email })).toEqual({ details: { name: 'Ng', email }, problems: [] });
	});

	test.each(['nobody', 'a@', '@example.nhs.uk', 'a b@example.nhs.uk', 'a@example', 'a@b@example.nhs.uk', `${'x'.repeat(1000)}@example.nhs.uk`, 'a\u202E@example.nhs.uk', 'a@example.nhs.uk\r\nBcc: b@example.nhs.uk'])('%j is none', (email) => {
		expect(readDetails({ name: 'Ng', email }).problems).toEqual([{ field: 'email', words: expect.stringMatching(/email/i) }]);
	});
});

test('everything that is wrong is said at once', () => {
	expect(readDetails({ name: '', email: 'no' }).problems.map(({ field }) => field)).toEqual(['name', 'email']);
});

test('what cannot be shown is marked where it stands, and the rest is kept', () => {
	expect(showUnseen({ name: 'N\u202Eg', email: 'a\u0007@b' })).toEqual({ name: 'N\uFFFDg', email: 'a\uFFFD@b' });
});

describe('saving', () => {
	async function withPerson(): Promise<Kysely<Schema>> {
		const db = await trialDatabase();
		const row = { name: 'Before', email: 'before@example.nhs.uk', state: 'active' as const, created_at: NOW.toISOString() };
		await db.insertInto('person').values([{ id: 'one', username: 'one', ...row }, { id: 'two', username: 'two', ...row }]).execute();
		return db;
	}
	const rows = (db: Kysely<Schema>) => db.selectFrom('person').selectAll().orderBy('id').execute();

	test('changes the name and email address of one person, and nothing else', async () => {
		const db = await withPerson();
		const [before, other] = await rows(db);
		const { base } = await detailsOf(db, 'one');
		expect(await saveDetails(db, 'one', { details: { name: 'After', email: '' }, base }, NOW)).toEqual({ kind: 'saved' });
		expect(await rows(db)).toEqual([{ ...before, name: 'After', email: null }, other]);
	});

	test('is noted without what was typed', async () => {
		const db = await withPerson();
		const { base } = await detailsOf(db, 'one');
		await saveDetails(db, 'one', { details: { name: 'After', email: 'after@example.nhs.uk' }, base }, NOW);
		expect(await db.selectFrom('audit_entry').selectAll().execute()).toEqual([
			{ id: 1, at: NOW.toISOString(), person_id: 'one', action: 'own-details.changed', subject: 'name, email' }
		]);
	});

	test('shows whoever comes later what is stored now, and stores nothing of theirs', async () => {
		const db = await withPerson();
		const { base } = await detailsOf(db, 'one');
		await saveDetails(db, 'one', { details: { name: 'First tab', email: '' }, base }, NOW);
		const later = await saveDetails(db, 'one', { details: { name: 'Second tab', email: '' }, base }, NOW);
		expect(later).toMatchObject({ kind: 'overtaken', theirs: { name: 'First tab', email: '' } });
		expect((await detailsOf(db, 'one')).name).toBe('First tab');
		if (later.kind !== 'overtaken') return;
		expect(await saveDetails(db, 'one', { details: { name: 'Second tab', email: '' }, base: later.theirs.base }, NOW)).toEqual({ kind: 'saved' });
	});

	test('of another name is written down for good, and that of an email address alone is not', async () => {
		const db = await withPerson();
		const save = async (details: { name: string; email: string }) => saveDetails(db, 'one', { details, base: (await detailsOf(db, 'one')).base }, NOW);
		await save({ name: 'Before', email: '' });
		expect(await nameWrittenOn(db, 'one')).toBeUndefined();
		await save({ name: 'Colleague', email: '' });
		await save({ name: 'Before', email: '' });
		expect(await db.selectFrom('name_change').selectAll().execute()).toEqual([
			{ id: 1, person_id: 'one', at: NOW.toISOString(), name_before: 'Before', name_after: 'Colleague' },
			{ id: 2, person_id: 'one', at: NOW.toISOString(), name_before: 'Colleague', name_after: 'Before' }
		]);
		expect([await nameWrittenOn(db, 'one'), await nameWrittenOn(db, 'two')]).toEqual([NOW, undefined]);
		await expect(db.deleteFrom('name_change').execute()).rejects.toThrow('append-only');
		await expect(db.updateTable('name_change').set({ name_before: 'Nobody' }).execute()).rejects.toThrow('append-only');
	});

	test('of another name ends every link to one\'s own certificates, and that of an email address alone ends none', async () => {
		const db = await withPerson();
		const tokens: string[] = [];
		for (const person_id of ['one', 'one', 'two']) {
			const { id } = await db.insertInto('completion').values({ person_id, module: 'gone', completed_at: NOW.toISOString(), source: 'site' }).returning('id').executeTakeFirstOrThrow();
			tokens.push(newToken());
			await makeLink(db, id, { token: tokens.at(-1)!, showsSensitive: true }, NOW);
		}
		const save = async (details: { name: string; email: string }) => saveDetails(db, 'one', { details, base: (await detailsOf(db, 'one')).base }, NOW);
		const shown = () => Promise.all(tokens.map(async (token) => (await certificateBehind(db, token))?.name));
		await save({ name: 'Before', email: '' });
		expect(await shown()).toEqual(['Before', 'Before', 'Before']);
		await save({ name: 'Colleague', email: '' });
		expect(await shown()).toEqual([undefined, undefined, 'Before']);
	});

	test('the same twice is one change', async () => {
		const db = await withPerson();
		const { base } = await detailsOf(db, 'one');
		const edit = { details: { name: 'After', email: '' }, base };
		await saveDetails(db, 'one', edit, NOW);
		expect(await saveDetails(db, 'one', edit, NOW)).toEqual({ kind: 'unchanged' });
		expect(await db.selectFrom('audit_entry').selectAll().execute()).toHaveLength(1);
	});
});
