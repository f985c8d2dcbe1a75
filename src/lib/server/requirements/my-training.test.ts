import { CompiledQuery, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { NewRow, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { record, start } from '../records/attempts.ts';
import { myTraining, nextDue } from './my-training.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const PAGES = '\n# First {#first}\n\nText.\n\n# Second {#second}\n\nText.\n';
const ASKED: NewRow<'requirement'>[] = [
	{ audience: 'all-staff', module: 'alongside', within_days: 30, renew_months: 12, instead_module: 'update', starts_on: '2020-01-01' },
	{ audience: 'peers', module: 'triggers', within_days: 0, starts_on: '2020-01-01' },
	{ audience: 'all-staff', module: 'withdrawn', within_days: 30, starts_on: '2020-01-01' }
];

/** A nurse and a peer worker who came on 1 November, and four modules, two of which are asked for. */
async function withTrust(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	const audiences = [{ slug: 'all-staff', name: 'All staff', sensitive: 0 as const }, { slug: 'peers', name: 'Peer workers', sensitive: 1 as const }];
	await db.insertInto('audience').values(audiences).execute();
	for (const [id, member] of [['nurse', ['all-staff']], ['peer', ['all-staff', 'peers']], ['advisor', []]] as const) {
		await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: NOW.toISOString() }).execute();
		for (const audience of member) await db.insertInto('audience_member').values({ audience, person_id: id, since: '2026-11-01' }).execute();
	}
	await db.insertInto('requirement').values(ASKED).execute();
	for (const [slug, audience] of [['alongside', 'all-staff'], ['update', 'all-staff'], ['triggers', 'peers'], ['readiness', 'managers-of-peers']] as const) {
		await publish(db, trialModule(slug, PAGES, { audience }), NOW);
	}
	return db;
}

async function completed(db: Kysely<Schema>, person_id: string, module: string, on: string): Promise<void> {
	await db.insertInto('completion').values({ person_id, module, completed_at: `${on}T12:00:00.000Z`, source: 'recorded' }).execute();
}

const slugs = (items: { slug: string }[]) => items.map(({ slug }) => slug);

describe('what somebody is asked to do', () => {
	test('stands with its date and why, the earliest first, and nothing that is served no more', async () => {
		const db = await withTrust();
		expect((await myTraining(db, 'peer', NOW)).toDo).toMatchObject([
			{ slug: 'triggers', deadline: { state: 'overdue', dueOn: '2026-11-01', why: ['Peer workers do this before they start.'] } },
			{
				slug: 'alongside',
				title: 'Trial of alongside',
				minutes: 5,
				deadline: { state: 'due-soon', dueOn: '2026-12-01', why: ['All staff do this within 30 days of starting, and then "Trial of update" every 12 months.'] }
			}
		]);
	});

	test('is nobody else\'s', async () => {
		const db = await withTrust();
		await start(db, 'peer', 'triggers', NOW);
		await completed(db, 'peer', 'alongside', '2026-11-10');
		const { underWay, toDo, done, open } = await myTraining(db, 'nurse', NOW);
		expect([underWay, slugs(toDo), done, slugs(open)]).toEqual([[], ['alongside'], [], ['readiness', 'triggers', 'update']]);
	});

	test('is nothing for somebody in no audience, to whom everything is open', async () => {
		const db = await withTrust();
		const { open, ...rest } = await myTraining(db, 'advisor', NOW);
		expect([slugs(open), rest]).toEqual([['alongside', 'readiness', 'triggers', 'update'], { underWay: [], toDo: [], exempt: [], done: [] }]);
	});

	test('gives way to an exemption, with its reason, until that is withdrawn', async () => {
		const db = await withTrust();
		const row = { id: 1, person_id: 'nurse', requirement: 1, reason: 'A course is booked.', from_on: '2026-11-20', until_on: '2026-12-24', given_at: NOW.toISOString() };
		await db.insertInto('exemption').values(row).execute();
		expect(await myTraining(db, 'nurse', NOW)).toMatchObject({ toDo: [], exempt: [{ slug: 'alongside', until: '2026-12-24', reason: 'A course is booked.' }] });
		await db.insertInto('exemption_withdrawal').values({ exemption: 1, at: NOW.toISOString() }).execute();
		expect(await myTraining(db, 'nurse', NOW)).toMatchObject({ toDo: [{ slug: 'alongside' }], exempt: [] });
	});
});

describe('what somebody is in the middle of', () => {
	test('stands first and once, with the page where they were, and with its date where it is asked for', async () => {
		const db = await withTrust();
		await start(db, 'nurse', 'readiness', new Date(NOW.getTime() - 60_000));
		await record(db, 'nurse', 'alongside', { kind: 'continue', page: 'first' }, NOW);
		const { underWay, toDo, open } = await myTraining(db, 'nurse', NOW);
		expect(underWay).toMatchObject([
			{ slug: 'alongside', page: { id: 'second', title: 'Second' }, pagesDone: 1, pages: 2, deadline: { dueOn: '2026-12-01' } },
			{ slug: 'readiness', page: { id: 'first' }, pagesDone: 0 }
		]);
		expect(underWay[1]).not.toHaveProperty('deadline');
		expect([toDo, slugs(open)]).toEqual([[], ['triggers', 'update']]);
	});

	test('is what comes next where it has the earliest date', async () => {
		const db = await withTrust();
		const next = async (person: string) => nextDue(await myTraining(db, person, NOW))?.slug;
		expect([await next('peer'), await next('nurse'), await next('advisor')]).toEqual(['triggers', 'alongside', undefined]);
		await start(db, 'peer', 'triggers', NOW);
		await start(db, 'advisor', 'triggers', NOW);
		expect([await next('peer'), await next('advisor')]).toEqual(['triggers', undefined]);
	});

	test('is there also where it is served no more', async () => {
		const db = await withTrust();
		await start(db, 'nurse', 'alongside', NOW);
		await db.deleteFrom('module').where('slug', '=', 'alongside').execute();
		expect((await myTraining(db, 'nurse', NOW)).underWay).toMatchObject([{ slug: 'alongside', page: { id: 'first' } }]);
	});
});

describe('what somebody has done', () => {
	test('stands with its last date, how long it counts, and from when what can be renewed', async () => {
		const db = await withTrust();
		for (const on of ['2026-08-01', '2026-11-10']) await completed(db, 'nurse', 'alongside', on);
		const { done, toDo } = await myTraining(db, 'nurse', NOW);
		expect(done).toEqual([
			{
				slug: 'alongside',
				title: 'Trial of alongside',
				lang: 'en-GB',
				dir: 'ltr',
				completedOn: '2026-11-10',
				certificate: 2,
				served: true,
				validUntil: '2027-11-10',
				renewal: { slug: 'update', title: 'Trial of update', minutes: 5, from: '2027-08-10', open: false }
			}
		]);
		expect(toDo).toEqual([]);
	});

	test('says what renewed it', async () => {
		const db = await withTrust();
		await completed(db, 'nurse', 'alongside', '2025-10-01');
		await completed(db, 'nurse', 'update', '2026-09-20');
		expect((await myTraining(db, 'nurse', NOW)).done).toMatchObject([
			{ slug: 'update', completedOn: '2026-09-20' },
			{ slug: 'alongside', completedOn: '2025-10-01', renewedBy: { title: 'Trial of update', on: '2026-09-20' }, validUntil: '2027-10-01' }
		]);
	});

	test('stays where its renewal is due, which stands among what there is to do', async () => {
		const db = await withTrust();
		await completed(db, 'nurse', 'alongside', '2025-12-05');
		const { done, toDo } = await myTraining(db, 'nurse', NOW);
		expect(done).toMatchObject([{ slug: 'alongside', validUntil: '2026-12-05' }]);
		expect(toDo).toMatchObject([{ slug: 'update', deadline: { state: 'due-soon', why: ['All staff do this every 12 months after they have done "Trial of alongside".'] } }]);
	});

	test('says nothing of a day that is past', async () => {
		const db = await withTrust();
		await completed(db, 'nurse', 'alongside', '2020-01-01');
		await db.updateTable('audience_member').set({ since: '2020-01-01' }).execute();
		const { done, toDo } = await myTraining(db, 'nurse', NOW);
		expect(done[0]).not.toHaveProperty('validUntil');
		expect(toDo).toMatchObject([{ slug: 'update', deadline: { state: 'overdue', dueOn: '2021-01-01' } }]);
	});

	test('keeps a module that is served no more', async () => {
		const db = await withTrust();
		await completed(db, 'nurse', 'withdrawn', '2026-11-10');
		expect((await myTraining(db, 'nurse', NOW)).done).toEqual([{ slug: 'withdrawn', title: 'withdrawn', completedOn: '2026-11-10', certificate: 1, served: false }]);
	});
});

test('one person\'s page reads the rows of that person and no other, in a few queries, whatever the size of the trust', async () => {
	const db = await withTrust();
	await completed(db, 'nurse', 'alongside', '2026-11-10');
	await myTraining(db, 'nurse', NOW);
	const asked: CompiledQuery[] = [];
	const watched = db.withPlugin({
		transformQuery: ({ node, queryId }) => (asked.push(db.getExecutor().compileQuery(node, queryId)), node),
		transformResult: async ({ result }) => result
	});
	await myTraining(watched, 'nurse', NOW);
	expect(asked.length).toBeLessThanOrEqual(5);
	const plans = await Promise.all(asked.map(({ sql, parameters }) => db.executeQuery<{ detail: string }>(CompiledQuery.raw(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]))));
	const scanned = plans.flatMap(({ rows }) => rows.map(({ detail }) => detail)).filter((detail) => detail.startsWith('SCAN') && !detail.startsWith('SCAN module'));
	expect(scanned).toEqual([]);
});
