const DONE = ['completed', 'passed'];

/** What a strict reviewer says of a value that the standard allows, or undefined. */
export function remarkOnValue(element: string, value: string, status: string): string | undefined {
	switch (element) {
		case 'cmi.core.lesson_status':
			return DONE.includes(status) && !DONE.includes(value) ? `The status goes back from ${status}: a completion must not be taken away.` : undefined;
		case 'cmi.core.exit':
			return value === 'logout' ? 'This would sign the learner out of the learning system.' : undefined;
		case 'cmi.core.session_time':
			return /^\d{4}:/.test(value) ? undefined : 'Hours have fewer than 4 digits: the Learning Hub drops the first digit.';
		default:
			return undefined;
	}
}

/** How a session stood when it was finished. */
export interface Ending {
	status: string;
	exit: string;
	/** Something was set after the last commit. */
	uncommitted: boolean;
	timed: boolean;
}

/** What a strict reviewer says of how a session ended, each with the element that it is about. */
export function remarksOnEnding({ status, exit, uncommitted, timed }: Ending): { element: string; words: string }[] {
	const over = DONE.includes(status) || status === 'failed';
	return [
		...(status === 'not attempted' ? [{ element: 'cmi.core.lesson_status', words: 'The status was never set, and each learning system records that differently.' }] : []),
		...(!over && exit !== 'suspend' ? [{ element: 'cmi.core.exit', words: 'The module is not complete and exit is not "suspend": the next launch starts afresh.' }] : []),
		...(over && exit === 'suspend' ? [{ element: 'cmi.core.exit', words: 'The module is complete and exit is still "suspend".' }] : []),
		...(timed ? [] : [{ element: 'cmi.core.session_time', words: 'The time was never reported.' }]),
		...(uncommitted ? [{ element: '', words: 'Something was set and not committed: it depends on LMSFinish, which can fail while the page goes away.' }] : [])
	];
}
