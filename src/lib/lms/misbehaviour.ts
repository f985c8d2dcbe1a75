import type { Api12 } from './api-1.2.ts';
import type { Api2004 } from './api-2004.ts';
import { FAILURES as FAILURES_12 } from './errors-1.2.ts';
import { FAILURES as FAILURES_2004 } from './errors-2004.ts';
import { ABOUT_ERRORS, apiOf, each, functionsOf, NAMES_12, NAMES_2004, namesOf, type Api, type Functions, type Names } from './functions.ts';

/** What real LMSs do that the standard does not say. */
export interface Misbehaviour {
	/** The Learning Hub: booleans for `"true"` and `"false"`, and a number for the error code. */
	booleans?: boolean;
	/** Nothing that comes back is a string: it is a number or a boolean where it reads like one, otherwise an object. */
	wrongTypes?: boolean;
	/** These functions throw. */
	throws?: readonly (keyof Api12 | keyof Api2004)[];
	/** Whether the API is gone at this moment, as with its window, so that every call throws; see `after`. */
	gone?: () => boolean;
	/** Whether the connection is gone at this moment, so that a commit fails; see `times` for the first few. */
	away?: () => boolean;
	/** Whether the start, which fetches the record, fails at this moment. */
	refusesToStart?: () => boolean;
	/** Moodle with SCORM 1.2: a value counts as sent although its commit failed, and an equal one is never sent again. */
	forgets?: boolean;
	/** Moodle with SCORM 2004: a value that is again what it was at launch is never sent. */
	ignoresReturns?: boolean;
	/** How many milliseconds each commit keeps the page from everything else, up to 2,000. */
	slow?: number;
	/** What comes back for whatever is empty. */
	nothing?: null | undefined;
	/** What the content is told of its mode. */
	mode?: 'review' | 'browse';
}

/** Where content looks for an API. */
export interface ApiWindow {
	API?: unknown;
	API_1484_11?: unknown;
}

const MODES = ['cmi.core.lesson_mode', 'cmi.mode'];
/** The error that each function leaves where the LMS fails, by standard. */
const FAILURES = new Map<Names, Partial<Record<keyof Functions, string>>>([
	[NAMES_12, FAILURES_12],
	[NAMES_2004, FAILURES_2004]
]);

/** True for the first `count` calls. */
export function times(count: number): () => boolean {
	let left = count;
	return () => left-- > 0;
}

/** True for all but the first `count` calls. */
export function after(count: number): () => boolean {
	const first = times(count);
	return () => !first();
}

/** The same API, misbehaving. */
export function misbehave<A extends Api>(api: A, how: Misbehaviour): A {
	const names = namesOf(api);
	const { away = () => false, refusesToStart = () => false, gone = () => false, throws = [] } = how;
	/** What was called last, and whether it failed for no fault of the content. */
	let last: keyof Functions = 'initialize';
	let failed = false;
	const fails = (when: () => boolean) => () => (failed = when());
	const offline = fails(away);
	const refusing = fails(refusesToStart);

	const stored = how.forgets || how.ignoresReturns ? comparing(functionsOf(api), offline, how.forgets ?? false) : failing(functionsOf(api), offline);
	const answered: Functions = {
		...stored,
		initialize: (argument) => (refusing() ? 'false' : stored.initialize(argument)),
		get(element) {
			if (how.mode && MODES.includes(element)) return how.mode;
			const value = stored.get(element);
			return value === '' && 'nothing' in how ? how.nothing : value;
		},
		commit(argument) {
			wait(how.slow ?? 0);
			return stored.commit(argument);
		},
		lastError: () => (failed ? FAILURES.get(names)![last] : stored.lastError())
	};
	const following = each(answered, (act, does) => (...given) => {
		if (!ABOUT_ERRORS.includes(does)) [last, failed] = [does, false];
		return act(...given);
	});
	const typed = how.wrongTypes ? inWrongTypes(following) : how.booleans ? inBooleans(following) : following;
	const throwing = each(typed, (act, does) => (...given) => {
		if (throws.includes(names[does]) || gone()) throw new Error(`${names[does]} is broken`);
		return act(...given);
	});
	return apiOf<A>(throwing, names);
}

/** Puts the API where content looks for it, as adapters do that arrive after the content. */
export function arrive(target: ApiWindow, api: Api, milliseconds: number): void {
	setTimeout(() => place(target, api), milliseconds);
}

/** Puts the API where content looks for it. */
export function place(target: ApiWindow, api: Api): void {
	target[namesOf(api) === NAMES_12 ? 'API' : 'API_1484_11'] = api;
}

/** Takes every API away from where content looks for it, as an LMS does that leaves its page. */
export function depart(target: ApiWindow, milliseconds: number): void {
	setTimeout(() => {
		delete target.API;
		delete target.API_1484_11;
	}, milliseconds);
}

/** A commit that fails leaves everything to the next one. */
function failing(api: Functions, away: () => boolean): Functions {
	return { ...api, commit: (argument) => (away() ? 'false' : api.commit(argument)) };
}

/** What has a value at launch that can be asked for: neither what can only be written, nor items of lists. */
const ASKED = /^(?!cmi\.(core\.)?(exit|session_time)$)(?!.*\.\d+\.)/;

/**
 * Moodle keeps what is set in the page, and sends what differs from what it knows:
 * the values at launch, which in SCORM 1.2 (`learns`) are replaced by those that it
 * sends, before the answer is known.
 */
function comparing(api: Functions, away: () => boolean, learns: boolean): Functions {
	const held = new Map<string, string>();
	const known = new Map<string, string>();
	const arrived = new Map<string, string>();
	const send = (): boolean => {
		const changed = [...held].filter(([element, value]) => known.get(element) !== value);
		if (learns) for (const [element, value] of changed) known.set(element, value);
		if (away()) return false;
		for (const [element, value] of changed) {
			if (arrived.get(element) === value) continue;
			api.set(element, value);
			arrived.set(element, value);
		}
		return String(api.commit('')) === 'true';
	};
	const know = (element: string) => {
		if (!known.has(element)) known.set(element, String(api.get(element)));
		return known.get(element)!;
	};
	/** The items of a list that are not sent yet count too. */
	const countOf = (list: string) => {
		const indexes = [...held.keys()].flatMap((element) => (element.startsWith(`${list}.`) ? [Number(element.slice(list.length + 1).split('.', 1)[0])] : []));
		return String(Math.max(Number(api.get(`${list}._count`)), ...indexes.map((index) => index + 1)));
	};
	return {
		...api,
		get(element) {
			if (element.endsWith('._count')) return countOf(element.slice(0, -'._count'.length));
			return held.get(element) ?? know(element);
		},
		set(element, value) {
			if (ASKED.test(element)) know(element);
			held.set(element, value);
			return 'true';
		},
		commit: () => String(send()),
		terminate(argument) {
			const kept = send();
			return kept ? api.terminate(argument) : 'false';
		}
	};
}

function inBooleans(api: Functions): Functions {
	const boolean = (answer: unknown) => answer === 'true';
	return {
		...api,
		// The Learning Hub's own mixture: the start alone answers with a string.
		terminate: (argument) => boolean(api.terminate(argument)),
		set: (element, value) => boolean(api.set(element, value)),
		commit: (argument) => boolean(api.commit(argument)),
		lastError: () => Number(api.lastError())
	};
}

function inWrongTypes(api: Functions): Functions {
	const wrong = (answer: unknown): unknown => {
		if (typeof answer !== 'string') return answer;
		if (answer === 'true' || answer === 'false') return answer === 'true';
		return answer.trim() !== '' && Number.isFinite(Number(answer)) ? Number(answer) : Object(answer);
	};
	return each(api, (act) => (...given) => wrong(act(...given)));
}

/** The longest that a slow commit takes. */
const SLOWEST = 2000;
/** The true clock, also in tests that stop theirs: a stopped one would never let go. */
const now = performance.now.bind(performance);

/** Keeps the page from everything else, as a request does that is waited for. */
function wait(milliseconds: number): void {
	const end = now() + Math.min(milliseconds, SLOWEST);
	while (now() < end);
}
