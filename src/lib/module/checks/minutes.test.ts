import { expect, test } from 'vitest';
import { gather } from '../diagnostic.ts';
import { checkMinutes } from './minutes.ts';

function found(minutes: number, said: number) {
	const { report, diagnostics } = gather('module.md');
	checkMinutes({ pages: 8, scenarios: 0, questions: 0, words: minutes * 200, minutes }, said, 5, report);
	return diagnostics.map(({ line, problem }) => `${line}: ${problem}`);
}

test('minutes are true where people need them, or have time to think', () => {
	expect([found(20, 20), found(20, 60), found(20, 17)]).toEqual([[], [], []]);
});

test('a module that takes a quarter longer than it says is told', () => {
	expect(found(20, 15)).toEqual(['5: The module says 15 minutes, and takes about 20.']);
});
