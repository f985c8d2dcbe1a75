import type { Row } from '../database/schema.ts';
import { findNames } from '../person-names.ts';
import { tooLong, typedText } from '../typed-text.ts';

export type ProblemKind = Row<'problem_report'>['kind'];

/** What somebody typed of a problem, as it was: it goes back into the form where something is missing. */
export interface Told {
	kind: ProblemKind | '';
	words: string;
	/** How to reach them, if they would like an answer. */
	contact: string;
}

/** What is wrong with it, and how to mend it. */
export interface ToldProblem {
	field: keyof Told;
	text: string;
}

const KINDS: readonly string[] = ['display', 'broken', 'unkind', 'other'] satisfies ProblemKind[];
/** The longest that a problem may be told, in characters: about a page. */
export const LONGEST_WORDS = 2000;
export const LONGEST_CONTACT = 200;

/** What was typed, everything that is to mend in it, and what in the words may name somebody. */
export function readTold(form: FormData): { told: Told; problems: ToldProblem[]; names: string[] } {
	const kind = typedText(form, 'kind');
	const told: Told = { kind: KINDS.includes(kind) ? (kind as ProblemKind) : '', words: typedText(form, 'words'), contact: typedText(form, 'contact') };
	const found: [keyof Told, string | undefined][] = [
		['kind', told.kind === '' ? 'Choose what went wrong' : undefined],
		['words', told.words === '' ? 'Write what you saw, in a few words' : tooLong(told.words, LONGEST_WORDS)],
		['contact', tooLong(told.contact, LONGEST_CONTACT)]
	];
	const problems = found.flatMap(([field, text]) => (text ? [{ field, text }] : []));
	return { told, problems, names: problems.length > 0 ? [] : findNames(told.words) };
}
