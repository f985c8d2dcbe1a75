import type { Module } from '#lib/module/module.ts';
import { scorm, type Edition, type Reporting, type Values } from './scorm.ts';
import { time12, timespan12 } from './scorm-times.ts';
import type { Tracker } from './tracker.ts';

/** RTE 3.4.4: empty is a normal exit. `logout` would end the learner's session with the LMS. */
const NORMAL_EXIT: Values[number] = ['cmi.core.exit', ''];

/** SCORM 1.2. Where answers are not reported and there is no pass mark, only elements that ESR's adapter has. */
export const edition12: Edition = {
	api: 'API',
	speech: {
		initialize: 'LMSInitialize',
		getValue: 'LMSGetValue',
		setValue: 'LMSSetValue',
		commit: 'LMSCommit',
		terminate: 'LMSFinish',
		lastError: 'LMSGetLastError',
		// RTE 3.3.6.
		forGood: ['201', '401', '402', '403', '404', '405'],
		needed: ['cmi.suspend_data', 'cmi.core.lesson_status'],
		other: otherThan
	},
	elements: { state: 'cmi.suspend_data', status: 'cmi.core.lesson_status', mode: 'cmi.core.lesson_mode', location: 'cmi.core.lesson_location' },
	// `failed` is among them because a learner whom an LMS marked so has been through the module.
	over: ['completed', 'passed', 'failed'],
	// A SCO that never sets a status is recorded differently by each LMS. And `suspend` early, because a crash
	// leaves no time to: without it the next launch starts afresh.
	starting: (complete) => (complete ? [NORMAL_EXIT] : [['cmi.core.lesson_status', 'incomplete'], ['cmi.core.exit', 'suspend']]),
	saving: () => [],
	completing: (completion, score) => [['cmi.core.lesson_status', completion], ...scoring(score), NORMAL_EXIT],
	leaving: (milliseconds) => [['cmi.core.session_time', timespan12(milliseconds)]],
	pair: '.',
	answering: ({ id, type, response, pattern, right }, at) => [
		['id', id],
		['type', type],
		['time', time12(at)],
		['correct_responses.0.pattern', pattern.join(',')],
		['student_response', response.join(',')],
		['result', right ? 'correct' : 'wrong']
	]
};

/** Records in an LMS by SCORM 1.2. */
export function scorm12(window: Window, module: Module, reporting: Reporting): Tracker {
	return scorm(edition12, window, module, reporting);
}

/** ESR's adapter has `raw` and answers 401 to the other two. */
function scoring(score: number | undefined): Values {
	return score === undefined ? [] : [['cmi.core.score.raw', String(score)], ['cmi.core.score.min', '0'], ['cmi.core.score.max', '100']];
}

/** What was there before, or for a completion a value that is none the worse. */
function otherThan(element: string, value: string, before = ''): string {
	switch (element.replace(/^.*\.\d+\./, '')) {
		case 'cmi.core.lesson_status':
			return value === 'completed' ? 'passed' : value === 'passed' ? 'completed' : 'browsed';
		case 'cmi.core.exit':
			return value === 'suspend' ? '' : 'suspend';
		case 'cmi.core.session_time':
			return '0000:00:00';
		case 'time':
			return '00:00:00';
		case 'result':
			return 'neutral';
		// Its answers may be any text.
		case 'type':
			return 'fill-in';
		case 'id':
		case 'pattern':
		case 'student_response':
			return 'again';
		default:
			return before;
	}
}
