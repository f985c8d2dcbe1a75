import { answerables, type Page, type Played } from '#lib/module/module.ts';
import { readAnswer } from './answers.ts';
import type { AnswerRefusal } from './answers/answer.ts';

/** One person's way through one version: plain data, the same in browser, server and package. */
export interface Attempt {
	/** The page to come back to. */
	here: string;
	/** The pages that were opened, or skipped by choice, and left by "Continue". */
	done: string[];
	/** For each question, its last answer (see answers/answer.ts). */
	answers: Record<string, string>;
	/** Grows with every change and never goes back, since some LMSs drop a value equal to an old one. */
	changes: number;
}

/** Something that a learner did. */
export type Event =
	| { kind: 'continue'; page: string }
	| { kind: 'go'; page: string }
	| { kind: 'answer'; page: string; question: string; chosen: readonly string[] };

/** Why an event was not applied. */
export type Refusal = 'no-such-page' | 'no-such-question' | AnswerRefusal;

export type Applied = { attempt: Attempt; refused?: undefined } | { attempt?: undefined; refused: Refusal };

/** The attempt of somebody who has just begun. */
export function begin(module: Played): Attempt {
	return { here: module.pages[0]!.id, done: [], answers: {}, changes: 0 };
}

/** The page called `id`, or undefined. */
export function findPage(module: Played, id: string): Page | undefined {
	return module.pages.find((page) => page.id === id);
}

/** The page after `page`, or undefined after the last. */
export function pageAfter(module: Played, page: Page): Page | undefined {
	return module.pages[module.pages.indexOf(page) + 1];
}

/** The page before `page`, or undefined before the first. */
export function pageBefore(module: Played, page: Page): Page | undefined {
	return module.pages[module.pages.indexOf(page) - 1];
}

/**
 * What the attempt becomes by an event, or why it does not. Nothing that was
 * done is ever undone. An answer behind a content note changes nothing: such a
 * page is done or not done, so that nobody can tell how it was read.
 */
export function apply(module: Played, attempt: Attempt, event: Event): Applied {
	const page = findPage(module, event.page);
	if (!page) return { refused: 'no-such-page' };
	const changed = { ...attempt, changes: attempt.changes + 1 };
	switch (event.kind) {
		case 'go':
			return { attempt: { ...changed, here: page.id } };
		case 'continue': {
			const done = attempt.done.includes(page.id) ? attempt.done : [...attempt.done, page.id];
			return { attempt: { ...changed, done, here: (pageAfter(module, page) ?? page).id } };
		}
		case 'answer': {
			const block = answerables(page).find(({ id }) => id === event.question);
			if (!block) return { refused: 'no-such-question' };
			const { answer, refused } = readAnswer(block, event.chosen);
			if (refused) return { refused };
			if (page.note || block.note) return { attempt };
			return { attempt: { ...changed, here: page.id, answers: { ...attempt.answers, [event.question]: answer } } };
		}
	}
}
