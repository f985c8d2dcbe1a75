import type { Values } from './judge.ts';
import type { AfterCompletion, Learner, Mode, Saved } from './saved.ts';

/** What elements hold before anything is set (RTE 4.2). */
const INITIAL: Saved = {
	'cmi.completion_status': 'unknown',
	'cmi.success_status': 'unknown',
	'cmi.learner_preference.audio_level': '1',
	'cmi.learner_preference.language': '',
	'cmi.learner_preference.delivery_speed': '1',
	'cmi.learner_preference.audio_captioning': '0',
	'cmi.time_limit_action': 'continue,no message',
	'cmi.total_time': 'PT0S',
	'adl.nav.request_valid.continue': 'unknown',
	'adl.nav.request_valid.previous': 'unknown'
};

/**
 * The data model as content finds it at launch (RTE 4.2.7 and 4.2.8), from what
 * was kept of the launch before: everything where that was suspended, otherwise
 * nothing, since its attempt is over. `manifest` is what does not come from content.
 */
export function launch(saved: Saved, learner: Learner, mode: Mode, afterCompletion: AfterCompletion, manifest: Saved): Saved {
	const anew = afterCompletion === 'afresh' && saved['cmi.completion_status'] === 'completed';
	const resumes = saved['cmi.exit'] === 'suspend' && !anew;
	return {
		...INITIAL,
		...(resumes ? saved : {}),
		...manifest,
		'cmi.learner_id': learner.id,
		'cmi.learner_name': learner.name,
		'cmi.credit': mode === 'normal' ? 'credit' : 'no-credit',
		'cmi.mode': mode,
		'cmi.entry': resumes ? 'resume' : 'ab-initio',
		'cmi.exit': '',
		'adl.nav.request': '_none_'
	};
}

/** The status that an LMS works out, where the manifest says what it takes: of completion (RTE 4.2.4.1) and of success (RTE 4.2.22.1). */
export function evaluated(element: string, values: Values): string | undefined {
	const judged = (least: string | undefined, reached: string | undefined, yes: string, no: string) => {
		if (least === undefined) return undefined;
		if (reached === undefined) return 'unknown';
		return Number(reached) >= Number(least) ? yes : no;
	};
	switch (element) {
		case 'cmi.completion_status':
			return judged(values.get('cmi.completion_threshold'), values.get('cmi.progress_measure'), 'completed', 'incomplete');
		case 'cmi.success_status':
			return judged(values.get('cmi.scaled_passing_score'), values.get('cmi.score.scaled'), 'passed', 'failed');
		default:
			return undefined;
	}
}

/** What stays of `values` when they are committed: statuses as the LMS works them out, and the session's time as a part of the whole. */
export function toKeep(values: Saved, atLaunch: Saved): Saved {
	const { 'cmi.session_time': session = 'PT0S', ...rest } = values;
	const held = new Map(Object.entries(rest));
	const statuses = ['cmi.completion_status', 'cmi.success_status'].map((element) => [element, evaluated(element, held) ?? held.get(element)!]);
	return { ...rest, ...Object.fromEntries(statuses), 'cmi.total_time': sum(atLaunch['cmi.total_time']!, session) };
}

/** Years, months and days are taken as 365, 30 and 1 days. */
function sum(one: string, other: string): string {
	const hundredths = (timespan: string) => {
		const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/
			.exec(timespan)!
			.slice(1)
			.map((part) => Number(part ?? 0));
		return Math.round(((((years * 365 + months * 30 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 100);
	};
	const total = hundredths(one) + hundredths(other);
	const hours = Math.floor(total / 360_000);
	const minutes = Math.floor(total / 6000) % 60;
	return `PT${hours}H${minutes}M${(total % 6000) / 100}S`;
}
