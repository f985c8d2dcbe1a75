import type { Api12 } from './scorm-1.2-api.ts';

/** Errors that mean this element or this value, now and later (RTE 3.3.6); ESR answers 401 for what its adapter does not have. */
const FOR_GOOD = ['201', '401', '402', '403', '404', '405'];
/** Without these a learner's progress is not saved, whatever the LMS says of the rest. */
const NEEDED = ['cmi.suspend_data', 'cmi.core.lesson_status'];

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
	/** What the LMS should hold, and what it is known to hold. */
	const wanted = new Map<string, string>();
	const kept = new Map<string, string>();
	const refused = new Set<string>();
	/** The last commit failed, or a value was not taken. */
	let failed = false;
	/** The LMS was given other values than the wanted ones. */
	let astray = false;

	function call(method: () => unknown): unknown {
		try {
			return method();
		} catch {
			return undefined;
		}
	}
	// The Learning Hub returns booleans where the standard says strings, so every result is compared as text.
	const works = (method: () => unknown) => String(call(method)) === 'true';
	function give(element: string, value: string): boolean {
		if (works(() => api.LMSSetValue(element, value))) return true;
		if (!NEEDED.includes(element) && FOR_GOOD.includes(String(call(() => api.LMSGetLastError())))) refused.add(element);
		return refused.has(element);
	}
	const unsure = () => [...wanted].filter(([element, value]) => !refused.has(element) && kept.get(element) !== value);
	const giveWanted = () => unsure().map(([element, value]) => give(element, value)).every(Boolean);
	const giveOthers = () => unsure().map(([element, value]) => give(element, otherThan(element, value, kept.get(element)))).every(Boolean);
	const committed = () => works(() => api.LMSCommit(''));

	if (!works(() => api.LMSInitialize(''))) return undefined;
	return {
		get(element) {
			const value = String(call(() => api.LMSGetValue(element)) ?? '');
			kept.set(element, value);
			return value;
		},
		set(element, value) {
			if (refused.has(element) || wanted.get(element) === value) return;
			wanted.set(element, value);
			if (!give(element, value)) failed = true;
		},
		// Moodle compares with what it sent last, also where that never arrived. So after a failure other
		// values are committed first and then the wanted ones; while the failures last, they take turns.
		commit() {
			let given = true;
			if (failed) {
				astray = !astray;
				given = astray ? giveOthers() : giveWanted();
			}
			failed = !committed() || !given;
			if (!failed && astray) {
				astray = false;
				given = giveWanted();
				failed = !committed() || !given;
			}
			if (!failed) for (const [element, value] of unsure()) kept.set(element, value);
			return !failed;
		},
		finish() {
			// Moodle sends what differs once more.
			if (astray) giveWanted();
			call(() => api.LMSFinish(''));
		}
	};
}

/** Another value that `element` may hold for a moment: what was there before, or for a completion one that is none the worse. */
function otherThan(element: string, value: string, before = ''): string {
	switch (element) {
		case 'cmi.core.lesson_status':
			return value === 'completed' ? 'passed' : 'browsed';
		case 'cmi.core.exit':
			return value === 'suspend' ? '' : 'suspend';
		case 'cmi.core.session_time':
			return '0000:00:00';
		default:
			return before;
	}
}
