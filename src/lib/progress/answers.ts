import type { Answerable } from '#lib/module/module.ts';
import type { Answer, Answering, Read } from './answers/answer.ts';
import { matchAnswers } from './answers/match.ts';
import { orderAnswers } from './answers/order.ts';
import { questionAnswers } from './answers/question.ts';
import { scenarioAnswers } from './answers/scenario.ts';

const KINDS: { [K in Answerable['kind']]: Answering<Extract<Answerable, { kind: K }>> } = {
	question: questionAnswers,
	order: orderAnswers,
	match: matchAnswers,
	scenario: scenarioAnswers
};

function answering(block: Answerable): Answering<Answerable> {
	// The block's own kind has been looked up, which the types cannot follow.
	return KINDS[block.kind] as unknown as Answering<Answerable>;
}

/** What `chosen` is as an answer to `block`, or why it cannot be one. */
export function readAnswer(block: Answerable, chosen: readonly string[]): Read {
	return answering(block).read(block, chosen);
}

/** What is left of an answer that was given to this block, perhaps in another version; empty where nothing can be shown. */
export function recallAnswer(block: Answerable, answer: Answer): Answer {
	return answering(block).recall(block, answer);
}

/** The longest answer to this block that may have to be kept. */
export function longestAnswer(block: Answerable): Answer {
	return answering(block).longest(block);
}
