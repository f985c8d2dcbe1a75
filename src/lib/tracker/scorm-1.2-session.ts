import type { Api12 } from './scorm-1.2-api.ts';

/** "Not implemented": ESR answers it for optional elements (RTE 3.3.6). */
const NOT_IMPLEMENTED = '401';

/** Another value that `element` may hold, so that an LMS sees a change. */
function otherThan(element: string, value: string): string {
	switch (element) {
		case 'cmi.core.lesson_status':
			return value === 'incomplete' ? 'browsed' : 'incomplete';
		case 'cmi.core.exit':
			return value === 'suspend' ? '' : 'suspend';
		case 'cmi.core.session_time':
			return value === '0000:00:00' ? '0000:00:01' : '0000:00:00';
		default:
			return `${value}~`;
	}
}

/** One sitting's conversation with an LMS, from LMSInitialize to LMSFinish. */
export interface Session12 {
	/** The value of an element, or the empty string where there is none. */
	get(element: string): string;
	/** Sets an element now; `commit` makes it lasting. */
	set(element: string, value: string): void;
	/** Asks the LMS to keep everything that was set. Whether it says that it has. */
	commit(): boolean;
	finish(): void;
}

/** Initialises the API, or returns undefined where the LMS refuses. */
export function startSession(api: Api12): Session12 | undefined {
	/** What the LMS was last given, to be given again after a commit that failed. */
	const given = new Map<string, string>();
	const refused = new Set<string>();
	let failed = false;

	// The Learning Hub returns booleans where the standard says strings, so every result is compared as text.
	const call = (method: () => unknown): string => {
		try {
			return String(method());
		} catch {
			return 'false';
		}
	};
	const give = (element: string, value: string): boolean => {
		if (call(() => api.LMSSetValue(element, value)) === 'true') return true;
		if (call(() => api.LMSGetLastError()) === NOT_IMPLEMENTED) refused.add(element);
		return refused.has(element);
	};
	// Moodle marks values as sent before its request succeeds and never sends an equal one again,
	// so after a failed commit each element is given another value and then its own.
	const giveAgain = () => {
		for (const [element, value] of given) {
			if (refused.has(element)) continue;
			give(element, otherThan(element, value));
			give(element, value);
		}
	};

	if (call(() => api.LMSInitialize('')) !== 'true') return undefined;
	return {
		get(element) {
			const value = call(() => api.LMSGetValue(element) ?? '');
			return value === 'undefined' || value === 'null' ? '' : value;
		},
		set(element, value) {
			if (refused.has(element) || given.get(element) === value) return;
			given.set(element, value);
			if (!give(element, value)) failed = true;
		},
		commit() {
			if (failed) giveAgain();
			failed = call(() => api.LMSCommit('')) !== 'true';
			return !failed;
		},
		finish() {
			call(() => api.LMSFinish(''));
		}
	};
}
