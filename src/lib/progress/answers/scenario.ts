import type { Choice, Scenario } from '#lib/module/blocks/scenario.ts';
import type { Answering } from './answer.ts';

/** One step on somebody's way through a scenario. */
export interface Passed {
	/** The number of the step. */
	step: number;
	choice: Choice;
	/** The letters that led to the step. */
	before: string;
}

/** The steps that the letters of `answer` lead through, and the one where they stop; as far as the letters can be followed. */
export function wayThrough({ steps }: Scenario, answer: string): { passed: Passed[]; next: number | undefined } {
	const passed: Passed[] = [];
	let next: number | undefined = 0;
	for (const [index, letter] of [...answer].entries()) {
		const choice: Choice | undefined = next === undefined ? undefined : steps[next]?.options.find((option) => option.letter === letter);
		if (next === undefined || !choice) break;
		passed.push({ step: next, choice, before: answer.slice(0, index) });
		next = choice.next;
	}
	return { passed, next };
}

/** The letters chosen, one a step, as far as somebody has come. */
export const scenarioAnswers: Answering<Scenario> = {
	read(scenario, chosen) {
		if (chosen.length === 0 || chosen.at(-1) === '') return { refused: 'nothing-chosen' };
		const answer = chosen.join('');
		const { passed } = wayThrough(scenario, answer);
		if (passed.length === answer.length && passed.length === chosen.length) return { answer };
		return { refused: passed.length > 0 && scenario.steps.length === 1 ? 'one-only' : 'no-such-option' };
	},
	recall: (scenario, answer) => answer.slice(0, wayThrough(scenario, answer).passed.length),
	longest: ({ steps }) => steps.map(() => 'a').join('')
};
