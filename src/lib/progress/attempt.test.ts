import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileModule } from '#lib/module/compile.ts';
import type { Module } from '#lib/module/module.ts';
import { apply, begin, findPage, pageAfter, pageBefore, type Attempt, type Event } from './attempt.ts';
import { encode } from './encoding.ts';

// Hundreds of runs take a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';
const TEXT = `${HEAD}# One

:::question
id: one-right
Which?

- [ ] a
  > b
- [x] c
  > d
:::

:::scenario
id: situation
title: T

Text

- [most helpful] a
  > b
- [also reasonable] c
  > d
:::

# Hard

:::content-note
about: something
detail: no detail

In short.
:::

:::question
id: on-a-hard-page
Which?

- [ ] a
  > b
- [x] c
  > d
:::

# Two

:::question
id: several-right
Which?

- [x] a
  > b
- [x] c
  > d
- [ ] e
  > f
:::

# Last

Text
`;

function read(text: string): Module {
	return compileModule({ slug: 'a-module', file: 'module.md', text, files: new Map() }).module!;
}

const module = read(TEXT);
const QUESTIONS = ['one-right', 'situation', 'on-a-hard-page', 'several-right', 'no-such', 'constructor', '__proto__'];
const PAGES = ['one', 'hard', 'two', 'last', 'no-such', ''];

const event: fc.Arbitrary<Event> = fc.oneof(
	fc.record({ kind: fc.constant('continue' as const), page: fc.constantFrom(...PAGES) }),
	fc.record({ kind: fc.constant('go' as const), page: fc.constantFrom(...PAGES) }),
	fc.record({
		kind: fc.constant('answer' as const),
		page: fc.constantFrom(...PAGES),
		question: fc.constantFrom(...QUESTIONS),
		chosen: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'A', 'ab', ''), { maxLength: 4 })
	})
);

/** The attempts after each of `events`, the first included. */
function follow(events: Event[]): Attempt[] {
	const attempts = [begin(module)];
	for (const event of events) attempts.push(apply(module, attempts.at(-1)!, event).attempt ?? attempts.at(-1)!);
	return attempts;
}

function answer(page: string, question: string, ...chosen: string[]): Event {
	return { kind: 'answer', page, question, chosen };
}

test('somebody who has just begun is on the first page and has done nothing', () => {
	expect(begin(module)).toEqual({ here: 'one', done: [], answers: {}, changes: 0 });
});

test('pages know their neighbours', () => {
	const hard = findPage(module, 'hard')!;
	expect([pageBefore(module, hard)?.id, pageAfter(module, hard)?.id]).toEqual(['one', 'two']);
	expect([pageBefore(module, module.pages[0]!), pageAfter(module, module.pages.at(-1)!)]).toEqual([undefined, undefined]);
	expect(findPage(module, 'no-such')).toBe(undefined);
});

describe('an event', () => {
	test('"continue" marks the page as done and goes to the next, or stays on the last', () => {
		const [, first, again] = follow([
			{ kind: 'continue', page: 'one' },
			{ kind: 'continue', page: 'one' }
		]);
		expect(first).toEqual({ here: 'hard', done: ['one'], answers: {}, changes: 1 });
		expect(again).toEqual({ here: 'hard', done: ['one'], answers: {}, changes: 2 });
		expect(follow([{ kind: 'continue', page: 'last' }])[1]).toMatchObject({ here: 'last', done: ['last'] });
	});

	test('"go" only moves', () => {
		expect(follow([{ kind: 'go', page: 'two' }])[1]).toEqual({ here: 'two', done: [], answers: {}, changes: 1 });
	});

	test('"answer" keeps the letters in order and once each, and a new answer replaces the old', () => {
		const [, first, second] = follow([answer('two', 'several-right', 'c', 'a', 'c'), answer('two', 'several-right', 'b')]);
		expect([first!.answers, second!.answers]).toEqual([{ 'several-right': 'ac' }, { 'several-right': 'b' }]);
	});

	test('"answer" goes for scenarios too', () => {
		expect(follow([answer('one', 'situation', 'b')])[1]).toEqual({ here: 'one', done: [], answers: { situation: 'b' }, changes: 1 });
	});

	test.each([
		['a page that is not there', { kind: 'go', page: 'no-such' }, 'no-such-page'],
		['no page', { kind: 'continue', page: '' }, 'no-such-page'],
		['a question of another page', answer('two', 'one-right', 'a'), 'no-such-question'],
		['a question that is not there', answer('one', 'constructor', 'a'), 'no-such-question'],
		['an option that is not there', answer('one', 'one-right', 'c'), 'no-such-option'],
		['two letters in one', answer('two', 'several-right', 'ab'), 'no-such-option'],
		['nothing chosen', answer('one', 'one-right'), 'nothing-chosen'],
		['two answers where one is asked for', answer('one', 'one-right', 'a', 'b'), 'one-only'],
		['two choices in a scenario', answer('one', 'situation', 'a', 'b'), 'one-only'],
		['an option that is not there, on a page with a content note', answer('hard', 'on-a-hard-page', 'z'), 'no-such-option']
	] as [string, Event, string][])('is refused: %s', (_, event, refused) => {
		expect(apply(module, begin(module), event)).toEqual({ refused });
	});

	test('never undoes what was done', () => {
		fc.assert(
			fc.property(fc.array(event, { maxLength: 20 }), (events) => {
				const attempts = follow(events);
				for (const [index, after] of attempts.slice(1).entries()) {
					const before = attempts[index]!;
					expect(after.done.slice(0, before.done.length)).toEqual(before.done);
					expect(Object.keys(after.answers)).toEqual(expect.arrayContaining(Object.keys(before.answers)));
					expect(after.changes).toBeGreaterThanOrEqual(before.changes);
					expect(new Set(after.done).size).toBe(after.done.length);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('counts every change, so that no two attempts on the way are stored alike', () => {
		fc.assert(
			fc.property(fc.array(event, { maxLength: 20 }), (events) => {
				const attempts = follow(events);
				const changed = attempts.filter((attempt, index) => attempt !== attempts[index - 1]);
				expect(new Set(changed.map((attempt) => encode(module, attempt, 'choices'))).size).toBe(changed.length);
			}),
			{ numRuns: 100 }
		);
	});

	test('changes neither the attempt nor the module that it is given', () => {
		const frozen = JSON.stringify(module);
		fc.assert(
			fc.property(fc.array(event, { maxLength: 10 }), event, (events, next) => {
				const attempt = follow(events).at(-1)!;
				const before = JSON.stringify(attempt);
				apply(module, attempt, next);
				expect([JSON.stringify(attempt), JSON.stringify(module)]).toEqual([before, frozen]);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('a page with a content note', () => {
	const LEAVE: Event = { kind: 'continue', page: 'hard' };
	const READINGS: Record<string, Event[]> = {
		'read and answered': [answer('hard', 'on-a-hard-page', 'a'), answer('hard', 'on-a-hard-page', 'b'), LEAVE],
		'read': [LEAVE],
		'read in short': [LEAVE],
		'skipped': [LEAVE]
	};

	test('is stored alike, byte for byte, whether it was read, read in short or skipped', () => {
		fc.assert(
			fc.property(fc.array(event, { maxLength: 10 }), fc.array(event, { maxLength: 10 }), fc.constantFrom('choices' as const, 'answered' as const), (before, after, keep) => {
				const stored = Object.values(READINGS).map((reading) => encode(module, follow([...before, ...reading, ...after]).at(-1)!, keep));
				expect(new Set(stored).size).toBe(1);
			}),
			{ numRuns: 100 }
		);
	});

	test('keeps no answer: the attempt is the one that was there', () => {
		const before = begin(module);
		expect(apply(module, before, answer('hard', 'on-a-hard-page', 'b')).attempt).toBe(before);
	});
});
