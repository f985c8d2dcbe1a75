import type { Match } from '#lib/module/blocks/match.ts';
import type { Order } from '#lib/module/blocks/order.ts';
import type { Question } from '#lib/module/blocks/question.ts';
import { recordables, type Module, type Page } from '#lib/module/module.ts';
import type { Attempt } from './attempt.ts';

/** How far an attempt is. */
export interface Outcome {
	/** Every page is done and every question that counts is answered. There is no pass mark. */
	complete: boolean;
	/** The pages with something left, each with how many of its questions are not answered. */
	left: { page: string; title: string; opened: boolean; questions: number }[];
	pages: number;
	pagesDone: number;
}

/**
 * The questions that completion asks for. Behind a content note there is none,
 * because it may be skipped; a scenario is there to think with.
 */
export function countedQuestions(page: Page): string[] {
	return recordables(page).flatMap(({ kind, id }) => (kind === 'scenario' ? [] : [id]));
}

/** What an attempt amounts to: decided by this function alone, in browser, server and package. */
export function outcome(module: Module, attempt: Attempt): Outcome {
	const left = module.pages.flatMap((page) => {
		const opened = attempt.done.includes(page.id);
		const questions = countedQuestions(page).filter((id) => attempt.answers[id] === undefined).length;
		return opened && questions === 0 ? [] : [{ page: page.id, title: page.title, opened, questions }];
	});
	const pagesDone = module.pages.filter((page) => attempt.done.includes(page.id)).length;
	return { complete: left.length === 0, left, pages: module.pages.length, pagesDone };
}

/** Whether an answer is what the author had in mind. */
export function isRight(block: Question | Order | Match, answer: string): boolean {
	switch (block.kind) {
		case 'question':
			return block.options.every(({ letter, right }) => answer.includes(letter) === right);
		case 'order':
			return answer === block.right;
		case 'match':
			return answer === block.items.map(({ right }) => right).join('');
	}
}
