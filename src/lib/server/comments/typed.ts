import { findNames } from '../person-names.ts';
import { tooLong, typedText } from '../typed-text.ts';

/** What somebody answered to the two questions. One of them may be empty. */
export interface Said {
	/** Was anything hard to read? */
	hard: string;
	/** What would you change? */
	change: string;
}

/** What is wrong with it, and how to mend it. */
export interface SaidProblem {
	field: keyof Said;
	text: string;
}

/** The longest answer to one question, in characters: about a page. */
export const LONGEST_ANSWER = 2000;

/** What was typed, everything that is to mend in it, and what in it may name somebody. */
export function readSaid(form: FormData): { said: Said; problems: SaidProblem[]; names: string[] } {
	const said: Said = { hard: typedText(form, 'hard'), change: typedText(form, 'change') };
	if (said.hard === '' && said.change === '') return { said, problems: [{ field: 'hard', text: 'Write something in one of the two boxes' }], names: [] };
	const problems = (['hard', 'change'] as const).flatMap((field) => {
		const text = tooLong(said[field], LONGEST_ANSWER);
		return text ? [{ field, text }] : [];
	});
	return { said, problems, names: problems.length > 0 ? [] : findNames(`${said.hard}\n${said.change}`) };
}
