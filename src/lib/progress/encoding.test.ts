import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { answerables, type Module } from '#lib/module/module.ts';
import { apply, begin, type Attempt } from './attempt.ts';
import { check } from './check.ts';
import { decode, encode, shorten, worstCase, type Keep } from './encoding.ts';

// Hundreds of runs take a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** What one page of a module has. */
interface Planned {
	id: string;
	note: boolean;
	/** For each question, how many options it has and how many of them are right; none for a scenario. */
	questions: { id: string; options: number; right: number }[];
}

function write(pages: Planned[]): string {
	const body = pages.map(({ id, note, questions }) => {
		const blocks = questions.map(({ id, options, right }) => {
			const mark = (index: number) => (right === 0 ? (index === 0 ? '[most helpful]' : '[ ]') : index < right ? '[x]' : '[ ]');
			const list = Array.from({ length: options }, (_, index) => `- ${mark(index)} option\n  > feedback\n`).join('');
			return right === 0 ? `:::scenario\nid: ${id}\ntitle: T\n\nText\n\n${list}:::\n` : `:::question\nid: ${id}\nWhich?\n\n${list}:::\n`;
		});
		return `# Page {#${id}}\n\n${note ? ':::content-note\nabout: a\ndetail: b\n\nShort\n:::\n\n' : ''}Text\n\n${blocks.join('\n')}`;
	});
	return `---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n${body.join('\n')}`;
}

function compile(pages: Planned[], slug = 'a-module'): Module {
	const { module, diagnostics } = check({ slug, file: 'module.md', text: write(pages), files: new Map() });
	expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
	return module!;
}

const question = fc.integer({ min: 2, max: 8 }).chain((options) => fc.record({ id: fc.constant(''), options: fc.constant(options), right: fc.integer({ min: 0, max: options }) }));
const plan: fc.Arbitrary<Planned[]> = fc
	.array(fc.record({ id: fc.constant(''), note: fc.boolean(), questions: fc.array(question, { maxLength: 4 }) }), { minLength: 1, maxLength: 8 })
	.map((pages) => pages.map((page, at) => ({ ...page, id: `page-${at}`, questions: page.questions.map((question, place) => ({ ...question, id: `page-${at}-${place}` })) })));

/** Some way through a module, as far as chance has it. */
function walk(module: Module, steps: number[]): Attempt {
	let attempt = begin(module);
	for (const step of steps) {
		const page = module.pages[step % module.pages.length]!;
		const asked = answerables(page)[(step >> 4) % 4];
		const letters = asked?.kind === 'question' ? asked.options.map(({ letter }) => letter).filter((_, index) => ((step >> 6) >> index) % 2 === 1) : [];
		const applied =
			asked && step % 3 > 0
				? apply(module, attempt, { kind: 'answer', page: page.id, question: asked.id, chosen: asked.kind === 'question' && asked.several ? letters : letters.slice(0, 1) })
				: apply(module, attempt, { kind: step % 2 ? 'continue' : 'go', page: page.id });
		attempt = applied.attempt ?? attempt;
	}
	return attempt;
}

const steps = fc.array(fc.nat({ max: 0x3fff }), { maxLength: 40 });
const keep = fc.constantFrom<Keep>('choices', 'answered');

/** What comes back of `attempt`: pages in the order of the module, and no more of the answers than is kept. */
function kept(module: Module, attempt: Attempt, keep: Keep): Attempt {
	return {
		...attempt,
		done: module.pages.map(({ id }) => id).filter((id) => attempt.done.includes(id)),
		answers: keep === 'choices' ? attempt.answers : Object.fromEntries(Object.keys(attempt.answers).map((id) => [id, '']))
	};
}

describe('what is stored', () => {
	test('comes back as it was', () => {
		fc.assert(
			fc.property(plan, steps, keep, (pages, steps, keep) => {
				const module = compile(pages);
				const attempt = walk(module, steps);
				expect(decode(module, encode(module, attempt, keep))).toEqual({ kind: 'resumed', attempt: kept(module, attempt, keep), news: [] });
			}),
			{ numRuns: 150 }
		);
	});

	test('is printable ASCII without spaces or signs that XML, JSON or an LMS would change', () => {
		fc.assert(
			fc.property(plan, steps, keep, (pages, steps, keep) => {
				const module = compile(pages);
				expect(encode(module, walk(module, steps), keep)).toMatch(/^[A-Za-z0-9_,.-]+$/);
			}),
			{ numRuns: 50 }
		);
	});

	test('is never longer than the worst case, which takes 4 characters a page and at most 13 a question', () => {
		fc.assert(
			fc.property(plan, steps, keep, (pages, steps, keep) => {
				const module = compile(pages);
				const worst = worstCase(module).length;
				expect(encode(module, walk(module, steps), keep).length).toBeLessThanOrEqual(worst);
				expect(encode(module, { ...walk(module, steps), changes: 36 ** 6 - 1 }, keep).length).toBeLessThanOrEqual(worst);
				expect(worst).toBeLessThanOrEqual(28 + 4 * pages.length + 13 * pages.flatMap(({ questions }) => questions).length);
			}),
			{ numRuns: 100 }
		);
	});

	test('never says which answers were chosen where only the fact is kept', () => {
		fc.assert(
			fc.property(plan, steps, steps, (pages, steps, others) => {
				const module = compile(pages);
				const attempt = walk(module, steps);
				const answers = Object.fromEntries(Object.keys(attempt.answers).map((id, index) => [id, 'abcdefgh'[(others[index] ?? 0) % 8]!]));
				expect(encode(module, attempt, 'answered')).toBe(encode(module, { ...attempt, answers }, 'answered'));
			}),
			{ numRuns: 50 }
		);
	});
});

describe('another version', () => {
	test('keeps what it still has, and nothing else', () => {
		fc.assert(
			fc.property(plan, steps, fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 }), keep, (pages, steps, choice, keep) => {
				const before = compile(pages);
				const attempt = walk(before, steps);
				const added: Planned = { id: 'added', note: false, questions: [{ id: 'added-0', options: 2, right: 1 }] };
				const order = [...new Set(choice.map((number) => number % pages.length))];
				const changed = [added, ...order.map((index) => ({ ...pages[index]!, questions: pages[index]!.questions.toReversed().slice(0, 2) }))];
				const after = compile(changed);
				const read = decode(after, encode(before, attempt, keep));
				const asked = changed.flatMap(({ questions }) => questions.map(({ id }) => id));
				const expected = kept(before, attempt, keep);
				expect(read).toEqual({
					kind: 'resumed',
					attempt: {
						here: changed.some(({ id }) => id === attempt.here) ? attempt.here : 'added',
						done: changed.map(({ id }) => id).filter((id) => attempt.done.includes(id)),
						answers: Object.fromEntries(Object.entries(expected.answers).filter(([id]) => asked.includes(id))),
						changes: attempt.changes
					},
					news: ['added']
				});
			}),
			{ numRuns: 100 }
		);
	});

	test('is told which pages are new to it, and which have got a question', () => {
		const asked = (id: string) => ({ id, options: 2, right: 1 });
		const page = (id: string, ...questions: string[]): Planned => ({ id, note: false, questions: questions.map(asked) });
		const before = compile([page('kept', 'one'), page('grown', 'two'), page('gone')]);
		const after = compile([page('first'), page('kept', 'one'), page('grown', 'two', 'three')]);
		const attempt = apply(before, begin(before), { kind: 'continue', page: 'grown' }).attempt!;
		expect(decode(after, encode(before, attempt, 'choices'))).toMatchObject({ attempt: { done: ['grown'] }, news: ['first', 'grown'] });
	});

	test('in which a page has got a content note keeps no answer on it', () => {
		const page: Planned = { id: 'page', note: false, questions: [{ id: 'asked', options: 2, right: 1 }] };
		const [before, after] = [compile([page]), compile([{ ...page, note: true }])];
		const attempt = apply(before, begin(before), { kind: 'answer', page: 'page', question: 'asked', chosen: ['a'] }).attempt!;
		expect(decode(after, encode(before, attempt, 'choices'))).toMatchObject({ attempt: { answers: {} } });
		expect(encode(after, attempt, 'choices')).toBe(encode(after, { ...attempt, answers: {} }, 'choices'));
	});

	test('in which a question has fewer options knows that it was answered', () => {
		const page = (options: number): Planned => ({ id: 'page', note: false, questions: [{ id: 'asked', options, right: 2 }] });
		const [before, after] = [compile([page(8)]), compile([page(3)])];
		const answered = (chosen: string[]) => encode(before, apply(before, begin(before), { kind: 'answer', page: 'page', question: 'asked', chosen }).attempt!, 'choices');
		expect(decode(after, answered(['a', 'c', 'h']))).toMatchObject({ attempt: { answers: { asked: 'ac' } } });
		expect(decode(after, answered(['h']))).toMatchObject({ attempt: { answers: { asked: '' } } });
	});

	test('in which a question has one right answer instead of several keeps no answer of several letters', () => {
		const page = (right: number): Planned => ({ id: 'page', note: false, questions: [{ id: 'asked', options: 4, right }] });
		const [before, after] = [compile([page(2)]), compile([page(1)])];
		const attempt = apply(before, begin(before), { kind: 'answer', page: 'page', question: 'asked', chosen: ['a', 'b'] }).attempt!;
		expect(decode(after, encode(before, attempt, 'choices'))).toMatchObject({ attempt: { answers: { asked: '' } } });
	});
});

describe('reading', () => {
	const module = compile([{ id: 'page', note: false, questions: [{ id: 'asked', options: 4, right: 2 }] }, { id: 'next', note: true, questions: [] }]);
	const stored = encode(module, { here: 'next', done: ['page'], answers: { asked: 'ab' }, changes: 41 }, 'choices');

	test('never throws, whatever there is to read', () => {
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: fc.constantFrom('A1', 'A2', '.', ',', 'abcd', '-', ' ') }), fc.constantFrom('A1', 'A1......', 'A2........', '.', '{}', 'null'));
		fc.assert(
			fc.property(text, (text) => {
				expect(decode(module, text)).toEqual(text === '' ? { kind: 'empty' } : { kind: 'unreadable' });
			}),
			{ numRuns: 500 }
		);
	});

	test('notices any character that has changed', () => {
		fc.assert(
			fc.property(fc.nat({ max: stored.length - 1 }), fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }), (at, letter) => {
				fc.pre(letter !== stored[at]);
				expect(decode(module, stored.slice(0, at) + letter + stored.slice(at + 1))).toEqual({ kind: 'unreadable' });
			}),
			{ numRuns: 500 }
		);
	});

	test('notices wherever it was cut off, and anything put after it', () => {
		for (let length = 1; length < stored.length; length += 1) expect(decode(module, stored.slice(0, length))).toEqual({ kind: 'unreadable' });
		for (const more of [' ', '\n', '.', 'A', '\0', stored]) expect(decode(module, stored + more)).toEqual({ kind: 'unreadable' });
	});

	test('refuses what another module has stored', () => {
		const other = compile([{ id: 'page', note: false, questions: [] }], 'another-module');
		expect(decode(other, stored)).toEqual({ kind: 'unreadable' });
	});

	test.each(['', '-1', 'NaN', '+1', '1000000', '4 1', '٤'])('refuses %j for the number of changes, even where the rest is sound', (changes) => {
		const body = stored.split('.').slice(0, -1).with(2, changes).join('.');
		expect(decode(module, `${body}.${shorten(body)}`)).toEqual({ kind: 'unreadable' });
	});
});

test('what is stored today, and what was stored before, can be read by every later release', () => {
	const module = compile([{ id: 'check-in', note: false, questions: [{ id: 'asked', options: 4, right: 2 }] }, { id: 'next', note: true, questions: [] }]);
	const attempt = { here: 'next', done: ['check-in'], answers: { asked: 'ab' }, changes: 41 };
	expect(encode(module, attempt, 'choices')).toBe('A2.GhQ4.15.to20.3WvW.f4iLab.to20.wTj-');
	expect(decode(module, 'A2.GhQ4.15.to20.3WvW.f4iLab.to20.wTj-')).toEqual({ kind: 'resumed', attempt, news: [] });
	expect(decode(module, 'A1.GhQ4.15.to20.3WvW.f4iLab.0eo8')).toEqual({ kind: 'resumed', attempt, news: [] });
});

test('ids are shortened to 4 letters, digits, hyphens or low lines', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (id) => {
			expect(shorten(id)).toMatch(/^[A-Za-z0-9_-]{4}$/);
		})
	);
});
