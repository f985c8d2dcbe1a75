import type { Match } from '#lib/module/blocks/match.ts';
import type { Answering } from './answer.ts';

/** For each item in turn, the letter of what somebody matched with it. */
export const matchAnswers: Answering<Match> = {
	read(match, chosen) {
		// A select that was left alone sends an empty value.
		if (chosen.length === 0 || chosen.includes('')) return { refused: 'nothing-chosen' };
		const answer = chosen.join('');
		return isWhole(match, answer) ? { answer } : { refused: 'no-such-option' };
	},
	recall: (match, answer) => (isWhole(match, answer) ? answer : ''),
	longest: ({ items }) => items.map(() => 'a').join('')
};

/** Whether `answer` has one of the choices for each item. */
function isWhole({ items, choices }: Match, answer: string): boolean {
	return answer.length === items.length && [...answer].every((letter) => choices.some((choice) => choice.letter === letter));
}
