import { isPeerRole } from '#lib/module/peer-roles.ts';
import type { Coproduction } from './coproduction.ts';

/** What somebody typed, as it was: it goes back into the form where something is missing. */
export type CoproductionTyped = Omit<Coproduction, 'paid'> & { paid: Coproduction['paid'] | '' };

export interface FieldProblem {
	field: 'roles' | 'otherRoles' | 'changes' | 'paid' | 'paidNote' | 'notAgreed';
	text: string;
}

const PAID: readonly string[] = ['yes', 'some', 'no'] satisfies Coproduction['paid'][];
/** A few paragraphs at the most: people are to read it before they sign. */
const LONGEST = 2000;
const LONGEST_LINE = 200;

/** Reads the form in which somebody writes down how a version came about, with everything that is to mend in it. */
export function readCoproduction(form: FormData): { typed: CoproductionTyped; problems: FieldProblem[] } {
	const text = (name: string) => {
		const value = form.get(name);
		// A browser sends a line's end as two characters, whatever it was.
		return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
	};
	const paid = text('paid');
	const typed: CoproductionTyped = {
		roles: [...new Set(form.getAll('roles').map(String).filter(isPeerRole))].sort(),
		otherRoles: text('otherRoles'),
		changes: text('changes'),
		paid: PAID.includes(paid) ? (paid as Coproduction['paid']) : '',
		paidNote: text('paidNote'),
		notAgreed: text('notAgreed')
	};
	return { typed, problems: problemsOf(typed) };
}

function problemsOf({ roles, otherRoles, changes, paid, paidNote, notAgreed }: CoproductionTyped): FieldProblem[] {
	const found: [boolean, FieldProblem['field'], string][] = [
		[roles.length === 0 && otherRoles === '', 'roles', 'Choose the roles that took part, or write which did'],
		[otherRoles.length > LONGEST_LINE, 'otherRoles', `The other roles must be ${LONGEST_LINE} characters or less`],
		[changes === '', 'changes', 'Write what changed because of them. If nothing did, say so'],
		[changes.length > LONGEST, 'changes', `What changed must be ${LONGEST} characters or less`],
		[paid === '', 'paid', 'Choose whether they were paid'],
		[paidNote.length > LONGEST_LINE, 'paidNote', `What you say about pay must be ${LONGEST_LINE} characters or less`],
		[notAgreed === '', 'notAgreed', 'Write what was not agreed. If everything was, say so'],
		[notAgreed.length > LONGEST, 'notAgreed', `What was not agreed must be ${LONGEST} characters or less`]
	];
	return found.filter(([isWrong]) => isWrong).map(([, field, text]) => ({ field, text }));
}
