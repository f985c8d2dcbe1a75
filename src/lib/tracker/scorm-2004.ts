import type { Module } from '#lib/module/module.ts';
import { scorm, type Edition, type Reporting, type Values } from './scorm.ts';
import { time2004, timespan2004 } from './scorm-times.ts';
import type { Tracker } from './tracker.ts';

/** SCORM 2004, the same in the 3rd and the 4th edition. */
export const edition2004: Edition = {
	api: 'API_1484_11',
	speech: {
		initialize: 'Initialize',
		getValue: 'GetValue',
		setValue: 'SetValue',
		commit: 'Commit',
		terminate: 'Terminate',
		lastError: 'GetLastError',
		// RTE 3.1.7: undefined, not implemented, read only, wrong type, out of range, something else missing.
		forGood: ['401', '402', '404', '406', '407', '408'],
		needed: ['cmi.suspend_data', 'cmi.completion_status']
	},
	elements: { state: 'cmi.suspend_data', status: 'cmi.completion_status', mode: 'cmi.mode', location: 'cmi.location' },
	over: ['completed'],
	// RTE 4.2.8: any exit but `suspend` ends the attempt and drops its data; Moodle resumes by what is stored, also
	// after a crash. It stays so when the module is complete: a fresh attempt would begin as incomplete, and could take
	// the completion's place.
	starting: (complete) => (complete ? [['cmi.exit', 'suspend']] : [['cmi.completion_status', 'incomplete'], ['cmi.exit', 'suspend']]),
	// All pages are not yet all: a question may be left.
	saving: ({ pages, pagesDone, complete }) => [['cmi.progress_measure', complete ? '1' : fraction(pagesDone / (pages + 1))]],
	completing: (completion, score) => [
		['cmi.completion_status', 'completed'],
		['cmi.success_status', completion === 'passed' || score !== undefined ? 'passed' : 'unknown'],
		...scoring(score)
	],
	leaving: (milliseconds, complete) => [
		['cmi.session_time', timespan2004(milliseconds)],
		// RTE 4.4.1: what the LMS is to do next.
		['adl.nav.request', complete ? 'exitAll' : 'suspendAll']
	],
	pair: '[.]',
	answering: ({ id, type, response, pattern, right }, at) => [
		['id', id],
		['type', type],
		['timestamp', time2004(at)],
		['correct_responses.0.pattern', pattern.join('[,]')],
		['learner_response', response.join('[,]')],
		['result', right ? 'correct' : 'incorrect']
	]
};

/** Records in an LMS by SCORM 2004. */
export function scorm2004(window: Window, module: Module, reporting: Reporting): Tracker {
	return scorm(edition2004, window, module, reporting);
}

function scoring(score: number | undefined): Values {
	return score === undefined ? [] : [['cmi.score.scaled', fraction(score / 100)], ['cmi.score.raw', String(score)], ['cmi.score.min', '0'], ['cmi.score.max', '100']];
}

/** A share of 1 with at most 4 decimals: Moodle refuses `1e-7`. */
function fraction(share: number): string {
	return String(Math.floor(share * 10_000) / 10_000);
}
