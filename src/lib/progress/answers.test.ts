import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileModule } from '#lib/module/compile.ts';
import { answerables, type Answerable } from '#lib/module/module.ts';
import { longestAnswer, readAnswer, recallAnswer } from './answers.ts';
import { move } from './answers/order.ts';
import { wayThrough } from './answers/scenario.ts';
import { isRight } from './outcome.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n# Page\n\n';

function block<K extends Answerable['kind']>(kind: K, body: string): Extract<Answerable, { kind: K }> {
	const { module } = compileModule({ slug: 'a-module', file: 'module.md', text: HEAD + body, files: new Map() });
	return answerables(module!.pages[0]!)[0] as Extract<Answerable, { kind: K }>;
}

const order = block('order', ':::order\nPut them in order.\n\n1. first\n2. second\n3. third\n\n> Because.\n:::\n');
const match = block('match', ':::match\nWhich?\n\n- tea = cup\n- soup = bowl\n- rice = bowl\n\n> Because.\n:::\n');
const scenario = block(
	'scenario',
	':::scenario\ntitle: T\n\nNow.\n\n- [most helpful] a\n  > to the corridor\n- [ ] b\n  > to later\n  > next: Later\n- [ ] c\n  > the end\n  > next: end\n\n## Corridor\n\nThen.\n\n- [most helpful] a\n  > on\n- [ ] b\n  > on\n\n## Later\n\nLast.\n\n- [most helpful] a\n  > done\n- [ ] b\n  > done\n:::\n'
);

describe('an order', () => {
	test('is every item once, in whatever order', () => {
		expect(readAnswer(order, ['c', 'a', 'b'])).toEqual({ answer: 'cab' });
	});

	test.each([[['a', 'b']], [['a', 'b', 'b']], [['a', 'b', 'c', 'd']], [['a', 'b', 'x']], [['']]])('is not %j', (chosen) => {
		expect(readAnswer(order, chosen)).toEqual({ refused: 'no-such-option' });
	});

	test('is missing where nothing came', () => {
		expect(readAnswer(order, [])).toEqual({ refused: 'nothing-chosen' });
	});

	test('is right as the author wrote it, and is not shown that way first', () => {
		const words = [...order.right].map((letter) => order.items.find((item) => item.letter === letter)!.html);
		expect(words).toEqual(['first', 'second', 'third']);
		expect(isRight(order, order.right)).toBe(true);
		expect(order.items.map(({ letter }) => letter).join('')).not.toBe(order.right);
	});

	test('of another version is known only where it has the same items', () => {
		expect(recallAnswer(order, 'bca')).toBe('bca');
		expect(recallAnswer(order, 'bcad')).toBe('');
		expect(recallAnswer(order, 'ab')).toBe('');
	});

	test('can be changed one place at a time, and no further than its ends', () => {
		expect([move('abc', 'c', -1), move('abc', 'a', 1), move('abc', 'a', -1), move('abc', 'c', 1), move('abc', 'x', 1)]).toEqual(['acb', 'bac', 'abc', 'abc', 'abc']);
	});

	test('keeps every item however it is moved', () => {
		fc.assert(
			fc.property(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: -9, max: 9 }), (letter, by) => {
				expect([...move('abcde', letter, by)].sort().join('')).toBe('abcde');
			})
		);
	});
});

describe('a match', () => {
	test('is one choice for each item; two items may have the same', () => {
		const letters = match.items.map(({ right }) => right);
		expect(readAnswer(match, letters)).toEqual({ answer: letters.join('') });
		expect(isRight(match, letters.join(''))).toBe(true);
		expect(match.choices).toHaveLength(2);
	});

	test.each([[[]], [['a', '', 'b']]])('is missing where something is left open: %j', (chosen) => {
		expect(readAnswer(match, chosen)).toEqual({ refused: 'nothing-chosen' });
	});

	test.each([[['a', 'b']], [['a', 'b', 'c']], [['a', 'b', 'a', 'b']]])('is not %j', (chosen) => {
		expect(readAnswer(match, chosen)).toEqual({ refused: 'no-such-option' });
	});

	test('of another version is known only where it fits', () => {
		expect([recallAnswer(match, 'aba'), recallAnswer(match, 'ab'), recallAnswer(match, 'abc')]).toEqual(['aba', '', '']);
	});
});

describe('a way through a scenario', () => {
	test('goes where the choices lead, and ways come back together', () => {
		const steps = (answer: string) => wayThrough(scenario, answer).passed.map(({ step }) => step);
		expect([steps('aaa'), steps('ba'), steps('c')]).toEqual([[0, 1, 2], [0, 2], [0]]);
		expect([wayThrough(scenario, 'a').next, wayThrough(scenario, 'b').next, wayThrough(scenario, 'c').next]).toEqual([1, 2, undefined]);
	});

	test('is as long as somebody has come', () => {
		expect(readAnswer(scenario, ['a'])).toEqual({ answer: 'a' });
		expect(readAnswer(scenario, ['a', 'b', 'a'])).toEqual({ answer: 'aba' });
	});

	test.each([[['c', 'a']], [['x']], [['a', 'c']], [['ab']]])('cannot be %j', (chosen) => {
		expect(readAnswer(scenario, chosen).refused).toBe('no-such-option');
	});

	test.each([[[]], [['a', '']]])('is missing where nothing was chosen: %j', (chosen) => {
		expect(readAnswer(scenario, chosen)).toEqual({ refused: 'nothing-chosen' });
	});

	test('of another version is followed as far as it still leads', () => {
		expect([recallAnswer(scenario, 'aca'), recallAnswer(scenario, 'x'), recallAnswer(scenario, 'baaa')]).toEqual(['a', '', 'ba']);
	});
});

test('no answer that can be given is longer than the longest', () => {
	for (const asked of [order, match, scenario]) {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 9 }), (chosen) => {
				const { answer } = readAnswer(asked, chosen);
				if (answer !== undefined) {
					expect(answer.length).toBeLessThanOrEqual(longestAnswer(asked).length);
					expect(recallAnswer(asked, answer)).toBe(answer);
				}
			}),
			{ numRuns: 500 }
		);
	}
});
