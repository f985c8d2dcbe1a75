import type { Api12 } from './api-1.2.ts';

/** What real LMSs do that the standard does not say. */
export interface Misbehaviour {
	/** The Learning Hub: booleans for `"true"` and `"false"`, and a number for the error code. */
	booleans?: boolean;
	/** These functions throw. */
	throws?: readonly (keyof Api12)[];
	/** Whether the connection is gone at this moment, so that a commit fails; see `times` for the first few. */
	away?: () => boolean;
	/** Whether LMSInitialize, which fetches the record, fails at this moment. */
	refusesToStart?: () => boolean;
	/** Moodle: a value counts as sent although its commit failed, and an equal one is never sent again. */
	forgets?: boolean;
	/** What LMSGetValue answers for whatever is empty. */
	nothing?: null | undefined;
	/** What the content is told of its mode. */
	mode?: 'review' | 'browse';
}

/** True for the first `count` calls. */
export function times(count: number): () => boolean {
	let left = count;
	return () => left-- > 0;
}

/** The same API, misbehaving. */
export function misbehave(api: Api12, how: Misbehaviour): Api12 {
	const { away = () => false, refusesToStart = () => false } = how;
	const stored = how.forgets ? forgetting(api, away) : failing(api, away);
	const answered: Api12 = {
		...stored,
		LMSInitialize: (argument) => (refusesToStart() ? 'false' : stored.LMSInitialize(argument)),
		LMSGetValue(element) {
			if (how.mode && element === 'cmi.core.lesson_mode') return how.mode;
			const value = stored.LMSGetValue(element);
			return value === '' && 'nothing' in how ? how.nothing : value;
		}
	};
	return throwing(how.booleans ? inBooleans(answered) : answered, how.throws ?? []);
}

/** Puts the API where content looks for it, as adapters do that arrive after the content. */
export function arrive(target: { API?: unknown }, api: Api12, milliseconds: number): void {
	setTimeout(() => (target.API = api), milliseconds);
}

/** The functions of an API that may be an object of a class, as plain ones. */
function plain(api: Api12): Api12 {
	return {
		LMSInitialize: (argument) => api.LMSInitialize(argument),
		LMSFinish: (argument) => api.LMSFinish(argument),
		LMSGetValue: (element) => api.LMSGetValue(element),
		LMSSetValue: (element, value) => api.LMSSetValue(element, value),
		LMSCommit: (argument) => api.LMSCommit(argument),
		LMSGetLastError: () => api.LMSGetLastError(),
		LMSGetErrorString: (code) => api.LMSGetErrorString(code),
		LMSGetDiagnostic: (code) => api.LMSGetDiagnostic(code)
	};
}

/** A commit that fails leaves everything to the next one. */
function failing(api: Api12, away: () => boolean): Api12 {
	return { ...plain(api), LMSCommit: (argument) => (away() ? 'false' : api.LMSCommit(argument)) };
}

/** Moodle's scorm_12.js: what differs from what was last sent is sent, and counts as sent before the answer is known. */
function forgetting(api: Api12, away: () => boolean): Api12 {
	const held = new Map<string, string>();
	const sent = new Map<string, string>();
	const send = (): boolean => {
		const changed = [...held].filter(([element, value]) => sent.get(element) !== value);
		for (const [element, value] of changed) sent.set(element, value);
		if (away()) return false;
		for (const [element, value] of changed) api.LMSSetValue(element, value);
		return String(api.LMSCommit('')) === 'true';
	};
	return {
		...plain(api),
		LMSGetValue(element) {
			if (!sent.has(element)) sent.set(element, String(api.LMSGetValue(element)));
			return held.get(element) ?? sent.get(element)!;
		},
		LMSSetValue(element, value) {
			held.set(element, value);
			return 'true';
		},
		LMSCommit: () => String(send()),
		LMSFinish(argument) {
			const kept = send();
			return kept ? api.LMSFinish(argument) : 'false';
		}
	};
}

function inBooleans(api: Api12): Api12 {
	const boolean = (answer: unknown) => answer === 'true';
	return {
		...api,
		// The Learning Hub's own mixture: LMSInitialize alone answers with a string.
		LMSFinish: (argument) => boolean(api.LMSFinish(argument)),
		LMSSetValue: (element, value) => boolean(api.LMSSetValue(element, value)),
		LMSCommit: (argument) => boolean(api.LMSCommit(argument)),
		LMSGetLastError: () => Number(api.LMSGetLastError())
	};
}

function throwing(api: Api12, names: readonly (keyof Api12)[]): Api12 {
	const thrower = (name: string) => () => {
		throw new Error(`${name} is broken`);
	};
	return { ...api, ...Object.fromEntries(names.map((name) => [name, thrower(name)])) };
}
