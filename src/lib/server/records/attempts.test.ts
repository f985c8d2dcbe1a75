import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Event } from '#lib/progress/attempt.ts';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { TRIAL_PAGES, trialModule } from '../library/trial.ts';
import { keepPlace, MOST_A_DAY, record, standing, start } from './attempts.ts';

const MONDAY = new Date('2026-11-23T09:00:00.000Z');
const minutesLater = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);
const LATER = minutesLater(20);
const HARD_PAGE = `
# A hard page {#hard}

:::content-note
about: something hard
detail: no detail

A short version.
:::

The whole of it.

:::question
id: hard-one

Which?

- [x] This one
  > Yes.
- [ ] The other one
  > Look at the first.
:::
`;

const leave = (page: string): Event => ({ kind: 'continue', page });
const answer = (page: string, question: string, ...chosen: string[]): Event => ({ kind: 'answer', page, question, chosen });

/** Everything that completes the trial module, in order. */
const ALL = [answer('first', 'one', 'a'), leave('first'), answer('second', 'two', 'a', 'b'), leave('second')];
const LAST = ALL.at(-1)!;

async function withModule(pages = TRIAL_PAGES, audience = 'all-staff'): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	for (const id of ['nurse', 'doctor']) {
		await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: MONDAY.toISOString() }).execute();
	}
	await serve(db, pages, audience);
	return db;
}

async function serve(db: Kysely<Schema>, pages: string, audience = 'all-staff'): Promise<void> {
	expect(await publish(db, trialModule('trial', pages, { audience }), MONDAY)).toMatchObject({ kind: 'published' });
}

/** Does things as one person, a minute apart. */
async function does(db: Kysely<Schema>, person: string, ...events: Event[]) {
	const results = [];
	for (const [index, event] of events.entries()) results.push(await record(db, person, 'trial', event, minutesLater(index)));
	return results;
}

const attempts = (db: Kysely<Schema>) => db.selectFrom('attempt').selectAll().orderBy('id').execute();
const completions = (db: Kysely<Schema>) => db.selectFrom('completion').selectAll().orderBy('id').execute();

describe('an attempt', () => {
	test('begins by itself with the first thing that somebody does', async () => {
		const db = await withModule();
		const [result] = await does(db, 'nurse', answer('first', 'one', 'b'));
		expect(result).toMatchObject({ kind: 'recorded', complete: false, attempt: { here: 'first', answers: { one: 'b' }, done: [] } });
		expect(await attempts(db)).toHaveLength(1);
	});

	test('does not begin by something that cannot be taken', async () => {
		const db = await withModule();
		const missed = await does(db, 'nurse', answer('first', 'one'), { kind: 'go', page: 'nowhere' });
		expect(missed).toEqual([{ kind: 'refused', why: 'nothing-chosen' }, { kind: 'refused', why: 'no-such-page' }]);
		expect(await attempts(db)).toEqual([]);
	});

	test('is begun once, however often and however quickly it is started', async () => {
		const db = await withModule();
		const begun = await Promise.all(Array.from({ length: 8 }, () => start(db, 'nurse', 'trial', MONDAY)));
		expect(begun).toEqual(Array(8).fill({ here: 'first', done: [], answers: {}, changes: 0 }));
		expect(await attempts(db)).toHaveLength(1);
	});

	test('is resumed where it was left, with its answers, from anywhere', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL.slice(0, 3));
		const found = await standing(db, 'nurse', 'trial');
		expect(found?.attempt).toMatchObject({ here: 'second', done: ['first'], answers: { one: 'a', two: 'ab' } });
		expect(await start(db, 'nurse', 'trial', LATER)).toEqual(found?.attempt);
	});

	test('is of one person only', async () => {
		const db = await withModule();
		await does(db, 'doctor', ALL[0]!);
		const before = await attempts(db);
		await does(db, 'nurse', ...ALL);
		expect(await attempts(db)).toEqual([...before, expect.objectContaining({ person_id: 'nurse' })]);
		expect((await standing(db, 'doctor', 'trial'))?.attempt?.answers).toEqual({ one: 'a' });
		expect((await standing(db, 'doctor', 'trial'))?.completion).toBeUndefined();
	});

	test('keeps everything where events of two tabs arrive together', async () => {
		const db = await withModule();
		await Promise.all(ALL.slice(0, 3).map((event) => record(db, 'nurse', 'trial', event, MONDAY)));
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toMatchObject({ done: ['first'], answers: { one: 'a', two: 'ab' } });
	});

	test.each([
		['a page that is not there', leave('nowhere'), 'no-such-page'],
		['a question of another page', answer('first', 'two', 'a'), 'no-such-question'],
		['an option that is not there', answer('first', 'one', 'z'), 'no-such-option'],
		['two answers where there is one', answer('first', 'one', 'a', 'b'), 'one-only'],
		['no answer', answer('first', 'one'), 'nothing-chosen']
	])('stores nothing of %s', async (_, event, why) => {
		const db = await withModule();
		expect(await does(db, 'nurse', ALL[0]!, event)).toMatchObject([{}, { kind: 'refused', why }]);
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toMatchObject({ done: [], answers: { one: 'a' }, changes: 1 });
	});

	test('is not there for a module that is not there', async () => {
		const db = await withModule();
		expect(await standing(db, 'nurse', 'nothing')).toBeUndefined();
		expect(await start(db, 'nurse', 'nothing', MONDAY)).toBeUndefined();
		expect(await record(db, 'nurse', 'nothing', leave('first'), MONDAY)).toEqual({ kind: 'no-module' });
	});

	test('says which version is served by now instead of the one that is being read', async () => {
		const db = await withModule();
		const old = (await start(db, 'nurse', 'trial', MONDAY)) && (await standing(db, 'nurse', 'trial'))!.version.hash;
		expect(await standing(db, 'nurse', 'trial')).not.toHaveProperty('instead');
		await serve(db, `${TRIAL_PAGES}\n# More {#more}\n\nMore text.\n`);
		const served = (await standing(db, 'doctor', 'trial'))!;
		expect(served).not.toHaveProperty('instead');
		expect(await standing(db, 'nurse', 'trial')).toMatchObject({ version: { hash: old }, instead: served.version.hash });
		expect(served.version.hash).not.toBe(old);
	});

	test('starts afresh where its state cannot be read', async () => {
		const db = await withModule();
		await does(db, 'nurse', ALL[0]!);
		await db.updateTable('attempt').set({ state: 'nonsense' }).execute();
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toEqual({ here: 'first', done: [], answers: {}, changes: 0 });
	});
});

describe('a completion', () => {
	test('is written once, with the version and the moment', async () => {
		const db = await withModule();
		const results = await does(db, 'nurse', ...ALL);
		expect(results.map((result) => result.kind === 'recorded' && result.complete)).toEqual([false, false, false, true]);
		const [attempt] = await attempts(db);
		expect(await completions(db)).toEqual([
			expect.objectContaining({ person_id: 'nurse', module: 'trial', version: attempt!.version, attempt_id: attempt!.id, completed_at: minutesLater(3).toISOString(), source: 'site' })
		]);
	});

	test('is written once, whatever is sent twice', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL.flatMap((event) => [event, event]), ...ALL, LAST);
		expect(await completions(db)).toHaveLength(1);
		expect(await attempts(db)).toHaveLength(1);
	});

	test('is written once where the last event arrives eight times at once', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL.slice(0, -1));
		const results = await Promise.all(Array.from({ length: 8 }, () => record(db, 'nurse', 'trial', LAST, LATER)));
		expect(results.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
		expect(results.filter(({ kind }) => kind === 'again')).toHaveLength(7);
		expect(await completions(db)).toHaveLength(1);
	});

	test('comes in any order of pages and answers', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...[...ALL].reverse());
		expect(await completions(db)).toHaveLength(1);
	});

	test('does not come from pages alone', async () => {
		const db = await withModule();
		await does(db, 'nurse', leave('first'), leave('second'));
		expect(await completions(db)).toEqual([]);
	});

	test('takes with it what was answered and how long it took', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL);
		const at = minutesLater(3).toISOString();
		expect(await attempts(db)).toEqual([expect.objectContaining({ state: '', started_at: at, saved_at: at, ended_at: at })]);
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toBeUndefined();
	});

	test('changes no more by reading again, and nothing of that is kept', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL);
		const before = [await attempts(db), await completions(db)];
		expect(await does(db, 'nurse', answer('first', 'one', 'b'), leave('first'))).toMatchObject([{ kind: 'again' }, { kind: 'again' }]);
		expect(await does(db, 'nurse', answer('first', 'one'))).toEqual([{ kind: 'refused', why: 'nothing-chosen' }]);
		expect([await attempts(db), await completions(db)]).toEqual(before);
	});

	test('is followed by another where somebody starts again', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL);
		expect(await start(db, 'nurse', 'trial', LATER)).toEqual({ here: 'first', done: [], answers: {}, changes: 0 });
		expect(await standing(db, 'nurse', 'trial')).toMatchObject({ attempt: { here: 'first' }, completion: { module: 'trial' } });
		await does(db, 'nurse', ...ALL);
		expect(await completions(db)).toHaveLength(2);
		expect(await attempts(db)).toHaveLength(2);
	});
});

describe('a day', () => {
	/** Does all of the module again, as often as it takes until that is not recorded; how often it was. */
	async function untilEnough(db: Kysely<Schema>, person: string, now: Date): Promise<number> {
		for (let times = 0; times <= 2 * MOST_A_DAY; times += 1) {
			if ((await start(db, person, 'trial', now)) === 'enough') return times;
			for (const event of ALL) await record(db, person, 'trial', event, now);
		}
		throw new Error('It has no end.');
	}

	test('has room for 20 completions of a module by one person, and the next day and anybody else for as many', async () => {
		const db = await withModule();
		expect(await untilEnough(db, 'nurse', MONDAY)).toBe(20);
		expect([await start(db, 'nurse', 'trial', LATER), await completions(db)]).toEqual(['enough', expect.objectContaining({ length: 20 })]);
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toBeUndefined();
		expect(await untilEnough(db, 'doctor', LATER)).toBe(20);
		// Midnight in London, in winter.
		const midnight = new Date('2026-11-24T00:00:00.000Z');
		expect(await start(db, 'nurse', 'trial', new Date(midnight.getTime() - 1))).toBe('enough');
		expect(await untilEnough(db, 'nurse', midnight)).toBe(20);
	});

	test('has room for another module, and for what was recorded from elsewhere', async () => {
		const db = await withModule();
		const row = { person_id: 'nurse', completed_at: MONDAY.toISOString() };
		await db.insertInto('completion').values(Array.from({ length: 30 }, () => ({ ...row, module: 'trial', source: 'imported' as const }))).execute();
		await db.insertInto('completion').values(Array.from({ length: 30 }, () => ({ ...row, module: 'other', source: 'site' as const }))).execute();
		expect(await start(db, 'nurse', 'trial', LATER)).toMatchObject({ here: 'first' });
	});
});

describe('a module for a sensitive audience', () => {
	test('keeps that a question was answered, and not how', async () => {
		const rows = [];
		for (const [one, two] of [['a', ['a', 'b']], ['b', ['c']]] as const) {
			const db = await withModule(TRIAL_PAGES, 'peers');
			await does(db, 'nurse', answer('first', 'one', one), leave('first'), answer('second', 'two', ...two));
			rows.push(await attempts(db));
			expect((await standing(db, 'nurse', 'trial'))?.attempt?.answers).toEqual({ one: '', two: '' });
		}
		expect(rows[0]).toEqual(rows[1]);
	});

	test('is one whose audience nobody knows', async () => {
		const db = await withModule(TRIAL_PAGES, 'somebody');
		await does(db, 'nurse', answer('first', 'one', 'b'));
		expect((await standing(db, 'nurse', 'trial'))?.attempt?.answers).toEqual({ one: '' });
	});
});

describe('a page with a content note', () => {
	const PAGES = `${HARD_PAGE}${TRIAL_PAGES}`;
	const everything = async (db: Kysely<Schema>) => [await attempts(db), await completions(db)];

	test.each(['all-staff', 'peers'])('leaves the same rows whether it was answered or skipped, for %s', async (audience) => {
		const [skipped, read] = [await withModule(PAGES, audience), await withModule(PAGES, audience)];
		await record(skipped, 'nurse', 'trial', leave('hard'), LATER);
		await start(read, 'nurse', 'trial', LATER);
		await record(read, 'nurse', 'trial', answer('hard', 'hard-one', 'b'), LATER);
		await record(read, 'nurse', 'trial', answer('hard', 'hard-one', 'a'), LATER);
		await record(read, 'nurse', 'trial', leave('hard'), LATER);
		expect(await everything(read)).toEqual(await everything(skipped));
		for (const db of [skipped, read]) await does(db, 'nurse', ...ALL);
		expect(await everything(read)).toEqual(await everything(skipped));
		expect(await completions(skipped)).toHaveLength(1);
	});
});

describe('a new version', () => {
	const longer = `${TRIAL_PAGES}\n# Third {#third}\n\nText.\n`;

	test('leaves whoever has begun with the one that they began, to the end', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL.slice(0, 2));
		const before = (await standing(db, 'nurse', 'trial'))?.version.hash;
		await serve(db, longer);
		expect((await standing(db, 'nurse', 'trial'))?.version.hash).toBe(before);
		await does(db, 'nurse', ...ALL.slice(2));
		expect(await completions(db)).toEqual([expect.objectContaining({ version: before })]);
	});

	test('is what everybody else begins', async () => {
		const db = await withModule();
		await does(db, 'nurse', ALL[0]!);
		await serve(db, longer);
		expect((await standing(db, 'doctor', 'trial'))?.version.module.pages).toHaveLength(3);
		await does(db, 'doctor', ...ALL);
		expect(await completions(db)).toEqual([]);
	});

	test('is what somebody who has completed the one before reads and does again', async () => {
		const db = await withModule();
		await does(db, 'nurse', ...ALL);
		await serve(db, longer);
		expect(await standing(db, 'nurse', 'trial')).toMatchObject({ version: { module: { pages: { length: 3 } } }, completion: { module: 'trial' } });
		expect(await does(db, 'nurse', leave('third'))).toMatchObject([{ kind: 'again' }]);
	});
});

describe('the place to come back to', () => {
	test('is the page that somebody leaves from, also where it is an earlier one', async () => {
		const db = await withModule();
		await does(db, 'nurse', answer('first', 'one', 'a'), leave('first'));
		await keepPlace(db, 'nurse', 'trial', 'first', LATER);
		expect((await standing(db, 'nurse', 'trial'))?.attempt).toMatchObject({ here: 'first', done: ['first'], answers: { one: 'a' } });
	});

	test('is written only where it is another', async () => {
		const db = await withModule();
		await does(db, 'nurse', leave('first'));
		const before = await attempts(db);
		for (const page of ['second', 'nowhere', '']) await keepPlace(db, 'nurse', 'trial', page, LATER);
		expect(await attempts(db)).toEqual(before);
	});

	test('begins nothing', async () => {
		const db = await withModule();
		await keepPlace(db, 'nurse', 'trial', 'second', LATER);
		expect(await attempts(db)).toEqual([]);
	});
});
