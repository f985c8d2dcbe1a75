import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#lib/module/dates.ts';
import { due, isToDo, possible, type Completed, type Exemption, type Requirement } from './due.ts';

const STAFF: Requirement = { id: 1, audience: 'all-staff', module: 'alongside', withinDays: 30, renewMonths: 12, instead: 'update', startsOn: '2020-01-01' };
const LANGUAGE: Requirement = { id: 2, audience: 'all-staff', module: 'language', withinDays: 90, renewMonths: 36, startsOn: '2020-01-01' };
const ONCE: Requirement = { id: 3, audience: 'peers', module: 'triggers', withinDays: 0, startsOn: '2020-01-01' };

/** What is asked, as one line each: "due-soon update by 2026-12-01". */
function told(
	today: string,
	{ since = '2026-01-01', requirements = [STAFF], done = [], exempt = [] }: { since?: string; requirements?: Requirement[]; done?: [module: string, on: string][]; exempt?: Exemption[] }
): string[] {
	const audiences = new Map([['all-staff', since], ['peers', since]]);
	const completions = done.map(([module, on]) => ({ module, on }));
	return due({ audiences }, requirements, completions, exempt, today).map(({ state, module, dueOn, renewal }) =>
		[state, module, ...(dueOn ? ['by', dueOn] : []), ...(renewal ? ['or from', renewal.from, 'with', renewal.module] : [])].join(' ')
	);
}

const FIRST: [string, string][] = [['alongside', '2026-03-10']];

test.each<[sentence: string, today: string, person: Parameters<typeof told>[1], told: string[]]>([
	['a new starter has 30 days', '2026-01-01', {}, ['due-soon alongside by 2026-01-31']],
	['the last day is in time', '2026-01-31', {}, ['due-soon alongside by 2026-01-31']],
	['the day after it is overdue', '2026-02-01', {}, ['overdue alongside by 2026-01-31']],
	['somebody who starts next month sees what they may do before', '2025-12-01', { requirements: [ONCE] }, ['due triggers by 2026-01-01']],
	['more than 30 days away is not soon', '2026-01-02', { requirements: [LANGUAGE] }, ['due language by 2026-04-01']],
	['30 days away is soon', '2026-03-02', { requirements: [LANGUAGE] }, ['due-soon language by 2026-04-01']],
	['somebody who was here before the requirement is asked from its first day', '2026-01-10', { since: '2019-05-01', requirements: [{ ...STAFF, startsOn: '2026-01-05' }] }, ['due-soon alongside by 2026-02-04']],
	['a requirement asks nothing before its first day', '2026-01-04', { since: '2019-05-01', requirements: [{ ...STAFF, startsOn: '2026-01-05' }] }, []],
	['a requirement asks on its last day', '2026-01-05', { requirements: [{ ...STAFF, endsOn: '2026-01-05' }] }, ['due-soon alongside by 2026-01-31']],
	['a requirement asks nothing after its last day', '2026-01-06', { requirements: [{ ...STAFF, endsOn: '2026-01-05' }] }, []],
	['somebody in another audience is asked nothing', '2026-01-10', { requirements: [{ ...STAFF, audience: 'managers' }] }, []],
	['what is done once is done for good', '2046-01-01', { requirements: [ONCE], done: [['triggers', '2026-01-20']] }, ['done triggers']],
	['what was done before anybody asked counts', '2026-01-02', { done: [['alongside', '2025-12-10']] }, ['done alongside by 2026-12-10 or from 2026-09-10 with update']],
	['what is done counts for a year, and the short module renews it', '2026-05-01', { done: FIRST }, ['done alongside by 2027-03-10 or from 2026-12-10 with update']],
	['30 days before the end the short module is due soon', '2027-02-08', { done: FIRST }, ['due-soon update by 2027-03-10']],
	['after the end it is overdue', '2027-03-11', { done: FIRST }, ['overdue update by 2027-03-10']],
	['the short module alone does not stand for the whole one', '2026-01-10', { done: [['update', '2026-01-05']] }, ['due-soon alongside by 2026-01-31']],
	['a renewal in the last 3 months counts from the old end', '2026-12-15', { done: [...FIRST, ['update', '2026-12-10']] }, ['done alongside by 2028-03-10 or from 2027-12-10 with update']],
	['an earlier one counts from its own day', '2026-12-15', { done: [...FIRST, ['update', '2026-12-09']] }, ['done alongside by 2027-12-09 or from 2027-09-09 with update']],
	['a late one counts from its own day', '2027-06-01', { done: [...FIRST, ['update', '2027-05-20']] }, ['done alongside by 2028-05-20 or from 2028-02-20 with update']],
	['the whole module renews it as well', '2027-06-01', { done: [...FIRST, ['alongside', '2027-05-20']] }, ['done alongside by 2028-05-20 or from 2028-02-20 with update']],
	['doing it again soon after a renewal takes no time away', '2027-01-05', { done: [...FIRST, ['update', '2026-12-10'], ['update', '2027-01-04']] }, ['done alongside by 2028-03-10 or from 2027-12-10 with update']],
	['doing it twice on a day is doing it once', '2026-05-01', { done: [...FIRST, ...FIRST] }, ['done alongside by 2027-03-10 or from 2026-12-10 with update']],
	['somebody who comes back after years has the days of a new starter', '2026-01-10', { done: [['alongside', '2021-01-01']] }, ['due-soon update by 2026-01-31']],
	['an exemption asks nothing', '2026-02-20', { exempt: [{ requirement: 1, from: '2026-02-01', until: '2026-02-20', reason: 'Away' }] }, ['exempt alongside']],
	['an exemption without an end asks nothing ever', '2046-01-01', { exempt: [{ requirement: 1, from: '2026-02-01', reason: 'Away' }] }, ['exempt alongside']],
	['an exemption that is still to come changes nothing yet', '2026-01-10', { exempt: [{ requirement: 1, from: '2026-02-01', reason: 'Away' }] }, ['due-soon alongside by 2026-01-31']],
	['after an exemption the days are counted again', '2026-02-21', { exempt: [{ requirement: 1, from: '2026-02-01', until: '2026-02-20', reason: 'Away' }] }, ['due-soon alongside by 2026-03-23']],
	['an exemption from one requirement is none from another', '2026-01-10', { requirements: [STAFF, { ...STAFF, id: 9, audience: 'peers' }], exempt: [{ requirement: 1, from: '2026-01-01', reason: 'Away' }] }, ['due-soon alongside by 2026-01-31']],
	['two requirements are one thing, by the earliest date', '2026-01-01', { requirements: [LANGUAGE, { ...LANGUAGE, id: 9, audience: 'peers', withinDays: 60 }] }, ['due language by 2026-03-02']],
	['what renews one thing and is asked for by itself is one thing', '2027-03-01', { requirements: [STAFF, { id: 9, audience: 'peers', module: 'update', withinDays: 450, startsOn: '2020-01-01' }], done: FIRST }, ['due-soon update by 2027-03-10']],
	['the earliest date comes first, and what is done for good last', '2026-01-05', { requirements: [ONCE, LANGUAGE, STAFF], done: [['triggers', '2026-01-02']] }, ['due-soon alongside by 2026-01-31', 'due language by 2026-04-01', 'done triggers']],
	['a year from 29 February is 28 February', '2025-12-20', { since: '2020-01-01', done: [['alongside', '2024-02-29'], ['update', '2025-01-10'], ['update', '2025-12-20']] }, ['done alongside by 2027-02-28 or from 2026-11-28 with update']],
	['four years from 29 February end on one, however often it was renewed', '2026-12-20', { since: '2020-01-01', done: [['alongside', '2024-02-29'], ['update', '2025-01-10'], ['update', '2025-12-20'], ['update', '2026-12-20']] }, ['done alongside by 2028-02-29 or from 2027-11-29 with update']],
	['a completion of tomorrow counts as of today', '2026-01-10', { done: [['alongside', '2026-01-11']] }, ['done alongside by 2027-01-10 or from 2026-10-10 with update']]
])('%s', (_, today, person, expected) => {
	expect(told(today, person)).toEqual(expected);
});

test('what two requirements ask for has the reasons of both, the earliest first', () => {
	const other = { ...LANGUAGE, id: 9, audience: 'peers', withinDays: 60 };
	const [one] = due({ audiences: new Map([['all-staff', '2026-01-01'], ['peers', '2026-01-01']]) }, [LANGUAGE, other], [], [], '2026-01-01');
	expect(one!.reasons).toEqual([other, LANGUAGE]);
});

test('somebody of whom nobody knows when they came is asked from the requirement\'s first day', () => {
	expect(due({ audiences: new Map([['all-staff', undefined]]) }, [{ ...STAFF, startsOn: '2026-01-01' }], [], [], '2026-01-10')).toMatchObject([{ dueOn: '2026-01-31' }]);
});

test('what is served no more is asked of nobody, and what it has renewed stays so', () => {
	expect(possible([STAFF, LANGUAGE], new Set(['alongside', 'update']))).toEqual([STAFF]);
	const requirements = possible([STAFF, LANGUAGE], new Set(['alongside', 'language']));
	expect(told('2027-01-05', { requirements, done: [...FIRST, ['update', '2026-12-10'], ['language', '2026-02-01']] })).toEqual([
		'done alongside by 2028-03-10 or from 2027-12-10 with alongside',
		'done language by 2029-02-01 or from 2028-11-01 with language'
	]);
});

describe('for any requirements, completions and exemptions', () => {
	const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2022-01-01', days));
	const module = fc.constantFrom('alongside', 'update', 'language', 'triggers');
	const requirement = fc
		.record({ id: fc.integer({ min: 1, max: 6 }), audience: fc.constantFrom('all-staff', 'peers'), module, withinDays: fc.integer({ min: 0, max: 400 }), startsOn: day, endsOn: fc.option(day, { nil: undefined }), renewMonths: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }), instead: fc.option(module, { nil: undefined }) })
		.map(({ renewMonths, instead, endsOn, ...rest }): Requirement => ({
			...rest,
			...(endsOn === undefined ? {} : { endsOn }),
			...(renewMonths === undefined ? {} : { renewMonths, ...(instead === undefined || instead === rest.module ? {} : { instead }) })
		}));
	const requirements = fc.uniqueArray(requirement, { selector: ({ id }) => id, maxLength: 6 });
	const completions = fc.array(fc.record({ module, on: day }), { maxLength: 12 });
	const exemption = fc.record({ requirement: fc.integer({ min: 1, max: 6 }), from: day, length: fc.option(fc.nat(500), { nil: undefined }), reason: fc.constant('Away') }).map(({ length, ...rest }): Exemption => ({ ...rest, ...(length === undefined ? {} : { until: addDays(rest.from, length) }) }));
	const exemptions = fc.array(exemption, { maxLength: 4 });
	const audiences = fc.record({ 'all-staff': fc.option(day, { nil: undefined }), peers: fc.option(day, { nil: undefined }) }).map((since) => new Map(Object.entries(since)));
	const anybody = [audiences, requirements, completions, exemptions, day] as const;

	test('each thing to do is named once, with a date that agrees with its state', () => {
		fc.assert(
			fc.property(...anybody, (audiences, requirements, completions, exemptions, today) => {
				const all = due({ audiences }, requirements, completions, exemptions, today);
				const toDo = all.filter(({ state }) => isToDo(state));
				expect(new Set(toDo.map(({ module }) => module)).size).toBe(toDo.length);
				for (const { state, dueOn, exemption, reasons } of all) {
					expect(reasons.length).toBeGreaterThan(0);
					if (state === 'overdue') expect(dueOn! < today).toBe(true);
					if (state === 'due-soon') expect(dueOn! >= today && dueOn! <= addDays(today, 30)).toBe(true);
					if (state === 'due') expect(dueOn! > addDays(today, 30)).toBe(true);
					if (state === 'exempt') expect(exemption!.from <= today && (exemption!.until ?? today) >= today).toBe(true);
				}
			})
		);
	});

	test('the order of the rows decides nothing', () => {
		fc.assert(
			fc.property(...anybody, (audiences, requirements, completions, exemptions, today) => {
				const backwards = [[...requirements].reverse(), [...completions].reverse()] as const;
				expect(due({ audiences }, ...backwards, exemptions, today)).toEqual(due({ audiences }, requirements, completions, exemptions, today));
			})
		);
	});

	test('doing something today never brings a date nearer, and what is asked for is done by it', () => {
		fc.assert(
			fc.property(...anybody, (audiences, requirements, completions, exemptions, today) => {
				for (const one of requirements) {
					const asked = (more: Completed[]) => due({ audiences }, [one], [...completions, ...more], exemptions, today)[0];
					const before = asked([]);
					if (!before || !isToDo(before.state)) continue;
					const after = asked([{ module: before.module, on: today }])!;
					expect((after.dueOn ?? '9999') >= before.dueOn!).toBe(true);
					expect(after.last?.on).toBe(today);
					if (one.renewMonths === undefined || one.renewMonths > 4) expect(after.state).toBe('done');
				}
			})
		);
	});

	test('a completion with a date still to come counts for no longer than one of today', () => {
		fc.assert(
			fc.property(requirement, day, fc.integer({ min: 1, max: 5000 }), (one, today, ahead) => {
				const person = { audiences: new Map([['all-staff', undefined], ['peers', undefined]]) };
				const asked = (on: string) => due(person, [one], [{ module: one.module, on }], [], today);
				expect(asked(addDays(today, ahead))).toEqual(asked(today));
			})
		);
	});

	test('time that passes without anything done never makes something done that was not', () => {
		fc.assert(
			fc.property(audiences, requirements, completions, day, fc.integer({ min: 1, max: 800 }), (audiences, requirements, all, today, later) => {
				const completions = all.filter(({ on }) => on <= today);
				for (const one of requirements.filter(({ endsOn }) => endsOn === undefined)) {
					const on = (day: string) => due({ audiences }, [one], completions, [], day)[0];
					if (on(today) && on(today)!.state !== 'done') expect(on(addDays(today, later))!.state).not.toBe('done');
				}
			})
		);
	});

	test('a renewed end is a whole number of months from a day on which something was done', () => {
		fc.assert(
			fc.property(requirement, fc.array(day, { minLength: 1, maxLength: 8 }), (one, days) => {
				fc.pre(one.renewMonths !== undefined && one.endsOn === undefined);
				const today = '2060-01-01';
				const [found] = due({ audiences: new Map([[one.audience, undefined]]) }, [{ ...one, startsOn: '2020-01-01', withinDays: 0 }], days.map((on) => ({ module: one.module, on })), [], today);
				const ends = days.flatMap((on) => Array.from({ length: days.length }, (_, index) => addMonths(on, one.renewMonths! * (index + 1))));
				expect(ends).toContain(found!.dueOn);
			})
		);
	});
});
