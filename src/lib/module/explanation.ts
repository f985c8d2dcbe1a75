import type { Severity } from './diagnostic.ts';
import { GROUPS, MESSAGES, type Code, type Group } from './messages.ts';
import type { Message } from './messages/message.ts';

/** What is to be known about a code, for somebody who has met it. */
export interface Explanation {
	code: Code;
	group: Group;
	severity: Severity;
	/** The message, with `…` for what it would quote. */
	problem: string;
	advice: string;
	why: string;
	example?: Message['example'];
}

export const CODES = Object.keys(MESSAGES) as Code[];

/** What each group is about, in an author's words. */
export const GROUP_TITLES: Record<Group, string> = {
	structure: 'How a module is put together',
	access: 'What keeps somebody out',
	kindness: 'How the words may sound',
	care: 'Hard subjects, and what nobody should be asked',
	limits: 'What is too much'
};

/** Explains one code. */
export function explanationOf(code: Code): Explanation {
	const { severity, problem, advice, why, example }: Message = MESSAGES[code];
	const group = (Object.keys(GROUPS) as Group[]).find((name) => Object.hasOwn(GROUPS[name], code))!;
	const quoted = (problem as (...found: string[]) => string)(...Array.from({ length: problem.length }, () => '…'));
	// What comes after the sentence, such as a suggestion, leaves marks of its own.
	return { code, group, severity, problem: quoted.replace(/\.…+$/, '.'), advice, why, example };
}

/** Whether somebody may ask about `code`. */
export function isCode(code: string): code is Code {
	return Object.hasOwn(MESSAGES, code);
}
