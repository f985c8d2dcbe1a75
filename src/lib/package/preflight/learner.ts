import { answerables, type Answerable, type Module } from '#lib/module/module.ts';
import type { Event } from '#lib/progress/attempt.ts';
import { wayThrough } from '#lib/progress/answers/scenario.ts';

/**
 * Everything that there is to do in a module, in the order of a learner who
 * reads from the first page to the last: each question first as somebody
 * answers who takes what stands first, and then as the author had in mind.
 */
export function goThrough(module: Module): Event[] {
	return module.pages.flatMap((page): Event[] => [
		...answerables(page).flatMap((block) => tries(block).map((chosen): Event => ({ kind: 'answer', page: page.id, question: block.id, chosen }))),
		{ kind: 'continue', page: page.id }
	]);
}

/** Two answers to a question, the second of them right; a way through a scenario. */
function tries(block: Answerable): string[][] {
	switch (block.kind) {
		case 'question':
			return [['a'], block.options.filter(({ right }) => right).map(({ letter }) => letter)];
		case 'order':
			return [block.items.map(({ letter }) => letter), [...block.right]];
		case 'match':
			return [block.items.map(() => 'a'), block.items.map(({ right }) => right)];
		case 'scenario':
			return stepByStep(block);
	}
}

/** A scenario is answered a step at a time, each with the way that led there. */
function stepByStep(block: Extract<Answerable, { kind: 'scenario' }>): string[][] {
	const answers: string[][] = [];
	for (let next: number | undefined = 0, way: string[] = []; next !== undefined; next = wayThrough(block, way.join('')).next) {
		way = [...way, block.steps[next]!.options[0]!.letter];
		answers.push(way);
	}
	return answers;
}
