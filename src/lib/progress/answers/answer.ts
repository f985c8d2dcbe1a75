/** Why an answer cannot be taken. */
export type AnswerRefusal = 'no-such-option' | 'nothing-chosen' | 'one-only';

/**
 * What somebody answered, as letters: which options, which order, which belongs
 * to which, or which way through a scenario. Empty where only the fact is known.
 */
export type Answer = string;

export type Read = { answer: Answer; refused?: undefined } | { answer?: undefined; refused: AnswerRefusal };

/** What one kind of block makes of letters. Each kind is one file of this folder. */
export interface Answering<B> {
	/** What was chosen, as an answer; or why it cannot be one. */
	read(block: B, chosen: readonly string[]): Read;
	/** What is left of an answer to an earlier version of the block; empty where nothing can be shown any more. */
	recall(block: B, answer: Answer): Answer;
	/** The longest answer that there can be. */
	longest(block: B): Answer;
}
