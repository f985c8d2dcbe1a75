import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { NewRow, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { detailsOf, saveDetails } from '../people/own-details.ts';
import { newToken } from '../tokens.ts';
import { certificateBehind, certificateOf, certificatesOf, endLink, linkOf, makeLink } from './certificates.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const THEN = '2026-03-02T10:00:00.000Z';
const PAGES = '\n# Only {#only}\n\nText.\n';

/** A nurse who completed a module for all staff (1) and one for peers (2), and a doctor. */
async function withCompletions(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	for (const id of ['nurse', 'doctor']) {
		await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: THEN }).execute();
	}
	for (const [slug, audience] of [['alongside', 'all-staff'], ['triggers', 'peers']] as const) {
		const published = await publish(db, trialModule(slug, PAGES, { audience }), NOW);
		if (published.kind !== 'published') throw new Error(published.kind);
		await completed(db, { module: slug, version: published.hash });
	}
	return db;
}

async function completed(db: Kysely<Schema>, row: Pick<NewRow<'completion'>, 'module'> & Partial<NewRow<'completion'>>): Promise<void> {
	await db.insertInto('completion').values({ person_id: 'nurse', completed_at: THEN, source: 'site', ...row }).execute();
}

/** Makes a link to a completion's certificate, and gives its token. */
async function linkTo(db: Kysely<Schema>, completion: number, showsSensitive = false): Promise<string> {
	const token = newToken();
	expect(await makeLink(db, completion, { token, showsSensitive }, NOW)).toBe('made');
	return token;
}

describe('a certificate', () => {
	test('says who completed what and when, and that it was a draft', async () => {
		const db = await withCompletions();
		expect(await certificateOf(db, 'nurse', 1)).toMatchObject({
			completion: 1,
			name: 'Demo nurse',
			title: 'Trial of alongside',
			completedAt: new Date(THEN),
			source: 'site',
			version: { draft: true },
			sensitive: false
		});
		expect(await certificateOf(db, 'nurse', 2)).toMatchObject({ sensitive: true });
	});

	test('has the name that its holder goes by now, and the title that the module had then', async () => {
		const db = await withCompletions();
		await db.updateTable('person').set({ name: 'Demo colleague' }).where('id', '=', 'nurse').execute();
		const renamed = trialModule('alongside', PAGES);
		renamed.source.text = renamed.source.text.replace('title: Trial of alongside', 'title: Another title');
		await publish(db, renamed, NOW);
		expect(await certificateOf(db, 'nurse', 1)).toMatchObject({ name: 'Demo colleague', title: 'Trial of alongside' });
	});

	test('says when its holder wrote that name, and so does its link; where they never have, nothing', async () => {
		const db = await withCompletions();
		expect(await certificateOf(db, 'nurse', 1)).not.toHaveProperty('nameWrittenOn');
		const edit = { details: { name: 'Demo doctor', email: '' }, base: (await detailsOf(db, 'nurse')).base };
		await saveDetails(db, 'nurse', edit, NOW);
		expect(await certificateOf(db, 'nurse', 1)).toMatchObject({ name: 'Demo doctor', nameWrittenOn: NOW });
		expect(await certificateBehind(db, await linkTo(db, 1))).toMatchObject({ name: 'Demo doctor', nameWrittenOn: NOW });
	});

	test('is of its holder only, and of nobody where there is no such completion', async () => {
		const db = await withCompletions();
		for (const number of [0, 1, -1, 1.5, NaN]) expect(await certificateOf(db, 'doctor', number)).toBeUndefined();
		expect(await certificateOf(db, 'nurse', 99)).toBeUndefined();
		await completed(db, { person_id: 'doctor', module: 'alongside' });
		await completed(db, { module: 'alongside' });
		expect(await certificateOf(db, 'doctor', 1)).toMatchObject({ completion: 3, number: 1, name: 'Demo doctor' });
		expect(await certificateOf(db, 'nurse', 3)).toMatchObject({ completion: 4, number: 3, name: 'Demo nurse' });
	});

	test('goes when the completion is put right, and what puts it right has one', async () => {
		const db = await withCompletions();
		const token = await linkTo(db, 1);
		await completed(db, { module: 'alongside', completed_at: '2026-03-01T10:00:00.000Z', source: 'recorded', corrects: 1, reason: 'The wrong day.' });
		expect(await certificateOf(db, 'nurse', 1)).toBeUndefined();
		expect(await certificateBehind(db, token)).toBeUndefined();
		expect(await certificateOf(db, 'nurse', 3)).toMatchObject({ completedAt: new Date('2026-03-01T10:00:00.000Z') });
	});

	test('is there for a module that is there no longer, which counts as sensitive', async () => {
		const db = await withCompletions();
		await completed(db, { module: 'long-ago', source: 'imported' });
		const certificate = await certificateOf(db, 'nurse', 3);
		expect(certificate).toMatchObject({ title: 'long-ago', sensitive: true });
		expect(certificate).not.toHaveProperty('version');
	});

	test('is one for each time, the newest first', async () => {
		const db = await withCompletions();
		await completed(db, { module: 'alongside', completed_at: '2026-10-01T10:00:00.000Z' });
		expect((await certificatesOf(db, 'nurse')).map(({ number, title }) => [number, title])).toEqual([[3, 'Trial of alongside'], [2, 'Trial of triggers'], [1, 'Trial of alongside']]);
		expect(await certificatesOf(db, 'doctor')).toEqual([]);
	});
});

describe('a link', () => {
	test('shows the certificate to whoever has it, and its token is stored nowhere', async () => {
		const db = await withCompletions();
		const token = await linkTo(db, 1);
		expect(await certificateBehind(db, token)).toMatchObject({ name: 'Demo nurse', title: 'Trial of alongside' });
		expect(await linkOf(db, 1)).toEqual({ madeAt: NOW, showsSensitive: false });
		expect(JSON.stringify(await db.selectFrom('certificate_link').selectAll().execute())).not.toContain(token);
	});

	test('is one, however often its form is sent', async () => {
		const db = await withCompletions();
		const token = newToken();
		const made = await Promise.all(Array.from({ length: 4 }, () => makeLink(db, 1, { token, showsSensitive: false }, NOW)));
		expect(made).toEqual(['made', 'made', 'made', 'made']);
		expect(await db.selectFrom('certificate_link').select('completion').execute()).toHaveLength(1);
	});

	test('ends where another is made, and does not come back by sending its form again', async () => {
		const db = await withCompletions();
		const first = await linkTo(db, 1);
		const second = await linkTo(db, 1);
		expect(await certificateBehind(db, first)).toBeUndefined();
		expect(await makeLink(db, 1, { token: first, showsSensitive: false }, NOW)).toBe('used');
		expect(await certificateBehind(db, second)).toBeDefined();
	});

	test('ends where it is switched off, as often as somebody likes', async () => {
		const db = await withCompletions();
		const token = await linkTo(db, 1);
		for (let count = 0; count < 2; count += 1) await endLink(db, 1, NOW);
		expect([await certificateBehind(db, token), await linkOf(db, 1)]).toEqual([undefined, undefined]);
	});

	test('cannot be made with a token of another certificate', async () => {
		const db = await withCompletions();
		const token = await linkTo(db, 1);
		expect(await makeLink(db, 2, { token, showsSensitive: true }, NOW)).toBe('used');
		expect(await certificateBehind(db, token)).toMatchObject({ title: 'Trial of alongside' });
	});

	test('shows a sensitive module only where its holder wants that', async () => {
		const db = await withCompletions();
		expect(await certificateBehind(db, await linkTo(db, 2))).toBeUndefined();
		expect(await certificateBehind(db, await linkTo(db, 2, true))).toMatchObject({ title: 'Trial of triggers' });
	});

	test('shows nothing any more of a module that has become sensitive since', async () => {
		const db = await withCompletions();
		const token = await linkTo(db, 1);
		await publish(db, trialModule('alongside', PAGES, { audience: 'peers' }), NOW);
		expect(await certificateBehind(db, token)).toBeUndefined();
	});

	test.each(['', 'a', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}B`, `${'A'.repeat(21)}=`, '-1', '1e9', `${'A'.repeat(21)}+`, `${'A'.repeat(21)}%`])('cannot be made with %j, and shows nothing with it', async (token) => {
		const db = await withCompletions();
		expect(await makeLink(db, 1, { token, showsSensitive: false }, NOW)).toBe('used');
		expect(await certificateBehind(db, token)).toBeUndefined();
	});
});
