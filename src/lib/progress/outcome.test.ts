import { describe, expect, test } from 'vitest';
import { compileModule } from '#lib/module/compile.ts';
import { apply, begin, type Attempt, type Event } from './attempt.ts';
import { countedQuestions, isRight, outcome } from './outcome.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';
const question = (id: string) => `:::question\nid: ${id}\nWhich?\n\n- [ ] a\n  > b\n- [x] c\n  > d\n:::\n\n`;
const scenario = ':::scenario\nid: situation\ntitle: T\n\nText\n\n- [most helpful] a\n  > b\n- [ ] c\n  > d\n:::\n\n';
const note = ':::content-note\nabout: a\ndetail: b\n\nShort\n:::\n\n';
const text = `${HEAD}# One\n\n${question('first')}${question('second')}${scenario}# Hard\n\n${note}${question('third')}# Last\n\nText\n`;
const module = compileModule({ slug: 'a-module', file: 'module.md', text, files: new Map() }).module!;

function after(...events: Event[]): Attempt {
	return events.reduce((attempt, event) => apply(module, attempt, event).attempt!, begin(module));
}

const leave = (page: string): Event => ({ kind: 'continue', page });
const answer = (question: string, chosen: string): Event => ({ kind: 'answer', page: 'one', question, chosen: [chosen] });

describe('a module', () => {
	test('is complete when every page is done and every question answered, rightly or not', () => {
		expect(outcome(module, after(leave('one'), answer('first', 'a'), answer('second', 'a'), leave('hard'), leave('last')))).toEqual({
			complete: true,
			left: [],
			pages: 3,
			pagesDone: 3
		});
	});

	test('says what is left, page by page', () => {
		expect(outcome(module, after(leave('one'), answer('second', 'b')))).toEqual({
			complete: false,
			left: [
				{ page: 'one', title: 'One', opened: true, questions: 1, again: 0 },
				{ page: 'hard', title: 'Hard', opened: false, questions: 0, again: 0 },
				{ page: 'last', title: 'Last', opened: false, questions: 0, again: 0 }
			],
			pages: 3,
			pagesDone: 1
		});
	});

	test('is not complete by answers alone, nor by pages alone', () => {
		expect(outcome(module, after(answer('first', 'a'), answer('second', 'a'))).complete).toBe(false);
		expect(outcome(module, after(leave('one'), leave('hard'), leave('last'))).complete).toBe(false);
	});

	test('is complete where only the fact of an answer is known', () => {
		expect(outcome(module, { here: 'last', done: ['one', 'hard', 'last'], answers: { first: '', second: '' }, changes: 9 }).complete).toBe(true);
	});

	test('takes no notice of pages and questions that another version had', () => {
		expect(outcome(module, { here: 'gone', done: ['gone', 'one'], answers: { gone: 'a' }, changes: 9 })).toMatchObject({ complete: false, pages: 3, pagesDone: 1 });
	});
});

describe('a module with a pass mark', () => {
	const strict = { ...module, pass: 80 };
	const pages = [leave('one'), leave('hard'), leave('last')];

	test('is complete when so many answers are right, and says how many', () => {
		expect(outcome(strict, after(...pages, answer('first', 'b'), answer('second', 'b')))).toMatchObject({ complete: true, left: [], score: 100 });
		expect(outcome({ ...strict, pass: 50 }, after(...pages, answer('first', 'b'), answer('second', 'a')))).toMatchObject({ complete: true, left: [], score: 50 });
	});

	test('names what could be answered again, once nothing else would do', () => {
		expect(outcome(strict, after(...pages, answer('first', 'a'), answer('second', 'b')))).toMatchObject({
			complete: false,
			left: [{ page: 'one', opened: true, questions: 0, again: 1 }],
			score: 50
		});
		expect(outcome({ ...strict, pass: 50 }, after(...pages, answer('first', 'a')))).toMatchObject({ complete: false, left: [{ page: 'one', questions: 1, again: 0 }], score: 0 });
	});

	test('counts the last answer, however many came before', () => {
		expect(outcome(strict, after(...pages, answer('first', 'a'), answer('first', 'b'), answer('second', 'b')))).toMatchObject({ complete: true, score: 100 });
	});
});

test('completion asks for no answer on a page with a content note, nor in a scenario', () => {
	expect(module.pages.map((page) => countedQuestions(page).map(({ id }) => id))).toEqual([['first', 'second'], [], []]);
});

test.each([
	['ac', true],
	['a', false],
	['abc', false],
	['b', false],
	['', false]
])('where a and c are right, %j is right: %s', (chosen, right) => {
	const options = [
		{ letter: 'a', right: true },
		{ letter: 'b', right: false },
		{ letter: 'c', right: true }
	];
	expect(isRight({ kind: 'question', id: 'q', several: true, lead: '', prompt: '', options: options.map((option) => ({ ...option, html: '', feedback: '' })) }, chosen)).toBe(right);
});
