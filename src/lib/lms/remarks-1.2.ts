import type { Ending, EndingRemark, Values } from './judge.ts';

const DONE = ['completed', 'passed'];

/** What a strict reviewer says of a value that the standard allows. */
export function remarksOnValue(element: string, value: string, values: Values): string[] {
	const status = values.get('cmi.core.lesson_status')!;
	switch (element) {
		case 'cmi.core.lesson_status':
			return DONE.includes(status) && !DONE.includes(value) ? [`The status goes back from ${status}: a completion must not be taken away.`] : [];
		case 'cmi.core.exit':
			return value === 'logout' ? ['This would sign the learner out of the learning system.'] : [];
		case 'cmi.core.session_time':
			return /^\d{4}:/.test(value) ? [] : ['Hours have fewer than 4 digits: the Learning Hub drops the first digit.'];
		default:
			return [];
	}
}

/** What a strict reviewer says of how a session ended. */
export function remarksOnEnding({ values, written, uncommitted }: Ending): EndingRemark[] {
	const status = values.get('cmi.core.lesson_status')!;
	const suspended = values.get('cmi.core.exit') === 'suspend';
	const over = DONE.includes(status) || status === 'failed';
	return [
		...(status === 'not attempted' ? [{ element: 'cmi.core.lesson_status', words: 'The status was never set, and each learning system records that differently.' }] : []),
		...(!over && !suspended ? [{ element: 'cmi.core.exit', words: 'The module is not complete and exit is not "suspend": the next launch starts afresh.' }] : []),
		...(over && suspended ? [{ element: 'cmi.core.exit', words: 'The module is complete and exit is still "suspend".' }] : []),
		...(written.has('cmi.core.session_time') ? [] : [{ element: 'cmi.core.session_time', words: 'The time was never reported.' }]),
		...(uncommitted ? [{ element: '', words: 'Something was set and not committed: it depends on LMSFinish, which can fail while the page goes away.' }] : [])
	];
}
