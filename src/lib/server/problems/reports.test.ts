import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { newToken } from '../tokens.ts';
import { countOpen, deleteOldReports, deleteReport, findReport, listReports, markMended, reopen, storeReport } from './reports.ts';
import type { Told } from './typed.ts';

const NOW = new Date('2026-11-26T09:00:00.000Z');
const AUTHOR = { permissions: ['author' as const] };
const LEARNING = { permissions: ['learning' as const] };
const TOLD: Told = { kind: 'broken', words: 'The button does nothing.', contact: '' };

function store(db: Kysely<Schema>, page: string, { token = newToken(), at = NOW } = {}) {
	return storeReport(db, TOLD, { page, title: '', token }, at);
}

async function withPeople(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	await db.insertInto('person').values({ id: 'author', username: 'author', name: 'Demo author', state: 'active', created_at: NOW.toISOString() }).execute();
	return db;
}

const pagesOf = async (db: Kysely<Schema>, reader = LEARNING as { permissions: ('author' | 'learning')[] }, page?: string) => (await listReports(db, reader, NOW, page)).map(({ page }) => page);
const entries = (db: Kysely<Schema>) => db.selectFrom('audit_entry').select(['person_id', 'action']).execute();

describe('reports', () => {
	test('of modules and guides are for authors, and all of them for learning and development', async () => {
		const db = await trialDatabase();
		const pages = ['/modules/boundaries/page/check', '/guides', '/guides/guide-peer-lead', '/support', '/certificates/…', ''];
		for (const page of pages) await store(db, page);
		expect((await pagesOf(db)).sort()).toEqual([...pages].sort());
		expect((await pagesOf(db, AUTHOR)).sort()).toEqual(['/guides', '/guides/guide-peer-lead', '/modules/boundaries/page/check']);
		const support = (await listReports(db, LEARNING, NOW)).find(({ page }) => page === '/support')!;
		expect(await findReport(db, AUTHOR, support.id, NOW)).toBeUndefined();
		expect(await findReport(db, LEARNING, support.id, NOW)).toEqual(support);
	});

	test('of a page are those of what is below it too, and not of what is only called alike', async () => {
		const db = await trialDatabase();
		for (const page of ['/modules/boundaries', '/modules/boundaries/page/check', '/modules/boundaries-again']) await store(db, page);
		expect((await pagesOf(db, LEARNING, '/modules/boundaries')).sort()).toEqual(['/modules/boundaries', '/modules/boundaries/page/check']);
		expect(await countOpen(db, AUTHOR, '/modules/boundaries', NOW)).toBe(2);
	});

	test('stand with open ones first, then with the newest first', async () => {
		const db = await withPeople();
		for (const [page, date] of [['/a', '2026-03-01'], ['/b', '2026-05-01'], ['/c', '2026-04-01']] as const) await store(db, page, { at: new Date(`${date}T09:00:00.000Z`) });
		const newest = (await listReports(db, LEARNING, NOW))[0]!;
		await markMended(db, newest.id, 'Done.', 'author', NOW);
		expect(await pagesOf(db)).toEqual(['/c', '/a', '/b']);
	});

	test('are one where a form is sent twice', async () => {
		const db = await trialDatabase();
		const token = newToken();
		expect(await Promise.all([store(db, '/a', { token }), store(db, '/a', { token })])).toEqual(['stored', 'stored']);
		expect(await store(db, '/a', { token: 'made-up' })).toBe('no-form');
		expect(await pagesOf(db)).toEqual(['/a']);
	});

	test('have a day and no time, and nobody', async () => {
		const db = await trialDatabase();
		await store(db, '/a');
		const row = await db.selectFrom('problem_report').selectAll().executeTakeFirstOrThrow();
		expect(row).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), page: '/a', title: '', version: null, kind: 'broken', words: TOLD.words, contact: '', reported_on: '2026-11-26', mended_on: null, note: '' });
		expect(await entries(db)).toEqual([]);
	});
});

describe('who looks after a report', () => {
	test('mends, opens and deletes it, and stands in the audit log for it once', async () => {
		const db = await withPeople();
		await store(db, '/guides');
		const { id } = (await listReports(db, AUTHOR, NOW))[0]!;
		await markMended(db, id, 'Put right.', 'author', NOW);
		await markMended(db, id, 'Again.', 'author', NOW);
		expect(await findReport(db, AUTHOR, id, NOW)).toMatchObject({ mendedOn: '2026-11-26', note: 'Put right.' });
		await reopen(db, id, 'author', NOW);
		await reopen(db, id, 'author', NOW);
		expect(await findReport(db, AUTHOR, id, NOW)).toMatchObject({ note: 'Put right.' });
		expect(await countOpen(db, AUTHOR, '/guides', NOW)).toBe(1);
		await deleteReport(db, id, 'author', NOW);
		await deleteReport(db, id, 'author', NOW);
		expect(await pagesOf(db)).toEqual([]);
		expect(await entries(db)).toEqual(['report.mended', 'report.reopened', 'report.deleted'].map((action) => ({ person_id: 'author', action })));
	});

	test('sees none that came more than 12 months ago, and it is deleted by nobody', async () => {
		const db = await withPeople();
		await store(db, '/old', { at: new Date('2025-11-26T09:00:00.000Z') });
		await store(db, '/kept', { at: new Date('2025-11-27T09:00:00.000Z') });
		expect(await pagesOf(db)).toEqual(['/kept']);
		await deleteOldReports(db, NOW);
		expect(await db.selectFrom('problem_report').select('page').execute()).toEqual([{ page: '/kept' }]);
		expect(await entries(db)).toEqual([{ person_id: null, action: 'report.deleted' }]);
	});
});
