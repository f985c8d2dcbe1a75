import type { AfterCompletion, Learner, Mode, Saved } from './saved.ts';

export type Saved12 = Saved;

const OVER = ['completed', 'passed', 'failed'];

/** The data model as content finds it at launch (RTE 3.4.4), from what was kept of the launch before. */
export function launch(saved: Saved12, learner: Learner, mode: Mode, afterCompletion: AfterCompletion): Record<string, string> {
	const anew = afterCompletion === 'afresh' && OVER.includes(saved['cmi.core.lesson_status'] ?? '');
	const known: Saved12 = anew ? { 'cmi.core.lesson_status': 'incomplete' } : saved;
	const first = Object.keys(known).length === 0;
	return {
		'cmi.core.lesson_status': 'not attempted',
		'cmi.core.total_time': '0000:00:00',
		...known,
		'cmi.core.student_id': learner.id,
		'cmi.core.student_name': learner.name,
		'cmi.core.credit': mode === 'browse' ? 'no-credit' : 'credit',
		'cmi.core.lesson_mode': mode,
		// "resume" asks for an exit of "suspend" in the launch before.
		'cmi.core.entry': first ? 'ab-initio' : known['cmi.core.exit'] === 'suspend' ? 'resume' : '',
		'cmi.core.exit': ''
	};
}

/** What stays of `values` when they are committed: the session's time becomes part of the whole. */
export function toKeep(values: Readonly<Record<string, string>>, atLaunch: Readonly<Record<string, string>>): Saved12 {
	const { 'cmi.core.session_time': session = '0000:00:00', ...rest } = values;
	return { ...rest, 'cmi.core.total_time': sum(atLaunch['cmi.core.total_time']!, session) };
}

function sum(one: string, other: string): string {
	const seconds = (timespan: string) => timespan.split(':').reduce((total, part) => total * 60 + Math.round(Number(part)), 0);
	const total = Math.min(seconds(one) + seconds(other), 9999 * 3600 + 3599);
	const two = (number: number) => String(number).padStart(2, '0');
	return `${String(Math.floor(total / 3600)).padStart(4, '0')}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
}
