import type { Match } from '#lib/module/blocks/match.ts';
import type { Order } from '#lib/module/blocks/order.ts';
import type { Question } from '#lib/module/blocks/question.ts';
import { recordables, type Page, type Played } from '#lib/module/module.ts';
import type { Attempt } from './attempt.ts';

/** How far an attempt is. */
export interface Outcome {
	/** Every page is done, every question that counts is answered, and the pass mark is reached where there is one. */
	complete: boolean;
	/** The pages with something left, each with how many of its questions are not answered, and how many could be answered again to reach the pass mark. */
	left: { page: string; title: string; opened: boolean; questions: number; again: number }[];
	pages: number;
	pagesDone: number;
	/** Where the module has a pass mark: the share of questions whose last answer is right, from 0 to 100. */
	score?: number;
}

/**
 * The questions that completion asks for. Behind a content note there is none,
 * because it may be skipped; a scenario is there to think with.
 */
export function countedQuestions(page: Page): (Question | Order | Match)[] {
	return recordables(page).filter((block) => block.kind !== 'scenario');
}

/** What an attempt amounts to: decided by this function alone, in browser, server and package. */
export function outcome(module: Played, attempt: Attempt): Outcome {
	const answer = ({ id }: { id: string }) => attempt.answers[id];
	const isWrong = (block: Question | Order | Match) => answer(block) !== undefined && !isRight(block, answer(block)!);
	const counted = module.pages.flatMap(countedQuestions);
	/** The share of questions that are neither wrong nor, where that matters, without an answer. */
	const share = (fails: (block: Question | Order | Match) => boolean) => Math.round((100 * counted.filter((block) => !fails(block)).length) / counted.length);
	// Nobody is asked to answer again what may yet be made up for by what is not answered.
	const short = module.pass !== undefined && share(isWrong) < module.pass;
	const left = module.pages.flatMap((page) => {
		const opened = attempt.done.includes(page.id);
		const questions = countedQuestions(page).filter((block) => answer(block) === undefined).length;
		const again = short ? countedQuestions(page).filter(isWrong).length : 0;
		return opened && questions + again === 0 ? [] : [{ page: page.id, title: page.title, opened, questions, again }];
	});
	const pagesDone = module.pages.filter((page) => attempt.done.includes(page.id)).length;
	const score = module.pass === undefined ? {} : { score: share((block) => answer(block) === undefined || isWrong(block)) };
	return { complete: left.length === 0, left, pages: module.pages.length, pagesDone, ...score };
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
