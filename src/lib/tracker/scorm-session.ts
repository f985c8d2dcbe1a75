import type { Api } from './scorm-api.ts';

/** What one edition of SCORM calls things, and what its errors say. */
export interface Speech {
	initialize: string;
	getValue: string;
	setValue: string;
	commit: string;
	terminate: string;
	lastError: string;
	/** Errors that mean this element or this value, now and later. */
	forGood: readonly string[];
	/** Without these a learner's progress is not saved, whatever the LMS says of the rest. */
	needed: readonly string[];
	/** Another value that an element may hold for a moment, where an LMS has to be made to send the true one again. */
	other?(element: string, value: string, before?: string): string;
}

/** One sitting's conversation with an LMS, from its start to its end. */
export interface Session {
	/** The value of an element, or the empty string where there is none. */
	get(element: string): string;
	/** Sets an element now; `commit` makes it lasting. Nothing happens where the LMS has refused such an element. */
	set(element: string, value: string): void;
	/** Asks the LMS to keep everything that was set. Whether it says that it has. */
	commit(): boolean;
	finish(): void;
}

/** Starts a session with the API in the words of its edition, or returns undefined where the LMS refuses. */
export function startSession(api: Api, speech: Speech): Session | undefined {
	/** What the LMS should hold, and what it is known to hold. */
	const wanted = new Map<string, string>();
	const kept = new Map<string, string>();
	/** Elements that the LMS does not have, without the numbers of lists: what is refused once is not tried again for each entry. */
	const refused = new Set<string>();
	/** The last commit failed, or a value was not taken. */
	let failed = false;
	/** The LMS was given other values than the wanted ones. */
	let astray = false;

	function call(name: string, ...given: string[]): unknown {
		try {
			return (api as Readonly<Record<string, (...given: string[]) => unknown>>)[name]!(...given);
		} catch {
			return undefined;
		}
	}
	const family = (element: string) => element.replace(/\d+/g, '');
	const isRefused = (element: string) => refused.has(family(element));
	// The Learning Hub returns booleans where the standard says strings, so every result is compared as text.
	const works = (name: string, ...given: string[]) => String(call(name, ...given)) === 'true';
	function give(element: string, value: string): boolean {
		if (works(speech.setValue, element, value)) return true;
		// ESR answers 401 for what its adapter does not have.
		if (!speech.needed.includes(element) && speech.forGood.includes(String(call(speech.lastError)))) refused.add(family(element));
		return isRefused(element);
	}
	const unsure = () => [...wanted].filter(([element, value]) => !isRefused(element) && kept.get(element) !== value);
	const giveWanted = () => unsure().map(([element, value]) => give(element, value)).every(Boolean);
	const giveOthers = () => unsure().map(([element, value]) => give(element, speech.other!(element, value, kept.get(element)))).every(Boolean);
	const committed = () => works(speech.commit, '');

	if (!works(speech.initialize, '')) return undefined;
	return {
		get(element) {
			const value = String(call(speech.getValue, element) ?? '');
			kept.set(element, value);
			return value;
		},
		set(element, value) {
			if (isRefused(element) || wanted.get(element) === value) return;
			wanted.set(element, value);
			if (!give(element, value)) failed = true;
		},
		// Moodle's SCORM 1.2 compares with what it sent last, also where that never arrived. So after a failure other
		// values are committed first and then the wanted ones; while the failures last, they take turns.
		commit() {
			let given = true;
			if (failed) {
				astray = !astray && speech.other !== undefined;
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
			call(speech.terminate, '');
		}
	};
}
