import { londonDate, readDate } from '#lib/module/dates.ts';
import { compileLocalText } from '#lib/module/local-text.ts';
import { NEWLINES, NOTHING_SEEN, UNSEEN } from '../typed-text.ts';
import { readFacts, type SupportFacts } from '#lib/module/support-facts.ts';
import type { Content } from './content.ts';
import { isSupport } from './support.ts';

/** A page of text; what needs more is a policy to link to. */
export const LONGEST_TEXT = 10_000;
export const LONGEST_KEEPER = 100;

/** What somebody typed for an entry, or wrote in a file. */
export interface Typed {
	text: string;
	keptBy: string;
	checkedOn: string;
}

/** What is wrong with it, and how to mend it. */
export interface Problem {
	field: keyof Typed | keyof SupportFacts;
	words: string;
}

/** Text as it is stored: one kind of line end, and nothing around it. */
export function tidyText(text: string): string {
	const lines = text.replace(NEWLINES, '\n');
	if (NOTHING_SEEN.test(lines)) return '';
	return lines.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}

/** Text with a mark for each character that cannot be shown, so that it can be found and taken out. */
export function showUnseen(text: string): string {
	return text.replace(NEWLINES, '\n').replace(new RegExp(UNSEEN, 'gu'), '\uFFFD');
}

/** What was typed as what would be stored, or everything that is wrong with it. */
export function readTyped(name: string, typed: Typed, now: Date): { content: Content; problems: Problem[] } {
	const problems: Problem[] = [];
	const text = tidyText(typed.text);
	problems.push(...textProblems(name, text).map((words) => ({ field: 'text' as const, words })));
	const keptBy = tidyText(typed.keptBy).replace(/\s+/g, ' ').trim();
	const keeper = keeperProblem(keptBy);
	if (keeper) problems.push({ field: 'keptBy', words: keeper });
	const checked = readChecked(typed.checkedOn, now);
	if (checked.problem) problems.push({ field: 'checkedOn', words: checked.problem });
	return { content: { text, keptBy, checkedOn: checked.date }, problems };
}

/** Everything that keeps `text` from being shown. */
export function textProblems(name: string, text: string): string[] {
	// The facts of a support entry have boxes of their own, each with its own limit.
	const rest = isSupport(name) ? readFacts(text).rest : text;
	const letters = [...rest].length;
	if (letters > LONGEST_TEXT) return [`The text has ${inFigures(letters)} characters. Make it ${inFigures(LONGEST_TEXT)} or fewer, and link to the rest`];
	const unseen = UNSEEN.exec(text);
	if (unseen) return [`Line ${text.slice(0, unseen.index).split('\n').length} has a character that cannot be shown. Type the words around it again, without the mark \uFFFD`];
	const above = text.split('\n').length - rest.split('\n').length;
	return compileLocalText(name, text).diagnostics.map(({ line, problem, advice }) => `${line > above ? `Line ${line - above}` : 'In a box above'}: ${problem} ${advice}`.replace(/`([^`]*)`/g, '"$1"').replace(/\.$/, ''));
}

function keeperProblem(keptBy: string): string | undefined {
	const letters = [...keptBy].length;
	if (letters > LONGEST_KEEPER) return `Who keeps it has ${inFigures(letters)} characters. Make it ${LONGEST_KEEPER} or fewer: the name of a role is enough`;
	if (UNSEEN.test(keptBy)) return 'Who keeps it has a character that cannot be shown. Type it again';
	return undefined;
}

function readChecked(typed: string, now: Date): { date: string | null; problem?: string } {
	if (typed.trim() === '') return { date: null };
	const date = readDate(typed.trim());
	if (!date) return { date: null, problem: 'Write the date on which it was last checked like this: 23 November 2026' };
	if (date > londonDate(now)) return { date: null, problem: 'The date on which it was last checked must be today or before today' };
	return { date };
}

function inFigures(number: number): string {
	return number.toLocaleString('en-GB');
}
