import type { Question } from '#lib/module/blocks/question.ts';
import type { Answering } from './answer.ts';

const lettersOf = ({ options }: Question) => options.map(({ letter }) => letter);

/** The letters chosen, in the order of the options and once each. */
export const questionAnswers: Answering<Question> = {
	read(question, chosen) {
		const letters = lettersOf(question);
		const unique = new Set(chosen);
		if (unique.size === 0) return { refused: 'nothing-chosen' };
		if ([...unique].some((letter) => !letters.includes(letter))) return { refused: 'no-such-option' };
		if (unique.size > 1 && !question.several) return { refused: 'one-only' };
		return { answer: letters.filter((letter) => unique.has(letter)).join('') };
	},
	recall(question, answer) {
		const known = lettersOf(question).filter((letter) => answer.includes(letter));
		// Another version may have had more than one right answer.
		return known.length > 1 && !question.several ? '' : known.join('');
	},
	longest: (question) => (question.several ? lettersOf(question).join('') : 'a')
};
