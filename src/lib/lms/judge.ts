import { formatIn, type Profile } from './profile.ts';
import type { DataModel, Item, Named } from './data-model.ts';
import type { Functions, Names } from './functions.ts';
import type { AfterCompletion, Learner, Mode, Saved } from './saved.ts';

/** Something that a strict reviewer of SCORM content would object to. */
export interface Finding {
	/** The function called, for example `LMSSetValue`. */
	call: string;
	element: string;
	value: string;
	/** The error that the LMS answered; `0` where it let the call pass. */
	code: string;
	words: string;
}

/** An LMS that writes down what it minds. */
export interface Judge<Api> {
	api: Api;
	/** Grows while the content plays. */
	findings: Finding[];
	/** What the LMS holds for the next launch: committed values and nothing else. */
	snapshot(): Saved;
}

/** What an LMS is like, and what it knows of the learner. */
export interface Options<ProfileName extends string> {
	/** An earlier launch's snapshot. */
	saved?: Saved;
	/** What a certain LMS takes; `full` is the whole standard. */
	profile?: ProfileName;
	learner?: Learner;
	mode?: Mode;
	/** `afresh` is the Learning Hub: a launch after completion comes back with everything empty. */
	afterCompletion?: AfterCompletion;
}

type State = 'before' | 'running' | 'after';

/** What can be wrong with a call. */
export type Reason =
	| 'initialized twice'
	| 'initialized again'
	| 'get before'
	| 'get after'
	| 'set before'
	| 'set after'
	| 'commit before'
	| 'commit after'
	| 'terminate before'
	| 'terminate after'
	| 'argument'
	| 'get without name'
	| 'set without name'
	| 'unknown'
	| 'no version'
	| 'no children'
	| 'no count'
	| 'not in this LMS'
	| 'read only'
	| 'write only'
	| 'keyword'
	| 'get beyond the list'
	| 'ask beyond the list'
	| 'gap'
	| 'never set'
	| 'id first'
	| 'type first'
	| 'other kind'
	| 'out of range'
	| 'conflict';

/** The values of the data model. */
export type Values = ReadonlyMap<string, string>;

/** How a session stood when it was terminated. */
export interface Ending {
	values: Values;
	/** The elements that were set in this session. */
	written: ReadonlySet<string>;
	/** Something was set after the last commit. */
	uncommitted: boolean;
}

/** A remark on an ending, with the element that it is about. */
export interface EndingRemark {
	element: string;
	words: string;
}

/** A version of SCORM. */
export interface Standard {
	names: Names;
	/** What `cmi._version` says. */
	version: string;
	model: DataModel;
	/** The error that each reason leads to; `0` where the standard lets the call pass. */
	codes: Readonly<Record<Reason, string>>;
	/** The text of each error, and what it means to whoever mends the content. */
	errors: Readonly<Record<string, { text: string; meaning: string }>>;
	/** What is wrong with setting `element` while the rest is as it is, or undefined. */
	conflict?(element: string, value: string, values: Values): string | undefined;
	/** What the LMS answers for `element`, where that follows from others. */
	evaluated?(element: string, values: Values): string | undefined;
	/** What a careful reviewer says of a value that the standard allows. */
	remarksOnValue(element: string, value: string, values: Values): string[];
	remarksOnEnding(ending: Ending): EndingRemark[];
	/** What stays of `values` when they are committed, given those at launch. */
	toKeep(values: Saved, atLaunch: Saved): Saved;
}

/** One launch: what the data model holds as it begins, and who looks. */
export interface Launch {
	before: Saved;
	saved: Saved;
	mode: Mode;
	profile: Profile;
}

const STARTS_AGAIN: Readonly<Record<State, Reason | undefined>> = { before: undefined, running: 'initialized twice', after: 'initialized again' };

/**
 * An LMS that takes a standard at its word and writes down everything that it
 * minds. It holds no more than was committed, so what is lost here can be lost
 * elsewhere.
 */
export function judge(standard: Standard, { before, saved, mode, profile }: Launch): Judge<Functions> {
	const { names, model, codes, errors } = standard;
	const findings: Finding[] = [];
	const values = new Map(Object.entries(before));
	const counts = new Map<string, number>();
	const written = new Set<string>();
	let kept = saved;
	let state: State = 'before';
	let lastError = '0';
	let uncommitted = false;

	function object(call: string, element: string, value: string, code: string, words: string) {
		findings.push({ call, element, value, code, words });
	}
	/** Answers a call that the LMS refuses. */
	function refuse<T>(answer: T, reason: Reason, call: string, element = '', value = '', words?: string): T {
		lastError = codes[reason];
		object(call, element, value, lastError, words ?? errors[lastError]!.meaning);
		return answer;
	}
	function allow<T>(answer: T): T {
		lastError = '0';
		return answer;
	}
	const outside = (pattern: string | undefined) => profile.only !== undefined && !(pattern && profile.only.includes(pattern));
	const countOf = (list: string) => counts.get(list) ?? 0;
	const beyond = (items: readonly Item[]) => items.some(({ list, index }) => index >= countOf(list));
	function count(items: readonly Item[]) {
		for (const { list, index } of items) counts.set(list, Math.max(countOf(list), index + 1));
	}

	for (const name of values.keys()) count(itemsOf(model.lookUp(name)));

	/** Initialize, Commit and Terminate take the empty string. */
	function ask(call: string, argument: unknown, untimely: Reason | undefined, act: () => void): string {
		if (untimely) return refuse('false', untimely, call);
		if (argument !== '') return refuse('false', 'argument', call, '', String(argument));
		act();
		return allow('true');
	}
	/** Why a call of this kind comes too early or too late, or undefined. */
	function untimely(kind: 'get' | 'set' | 'commit' | 'terminate'): Reason | undefined {
		return state === 'running' ? undefined : `${kind} ${state}`;
	}
	function get(name: string): string {
		const call = names.get;
		const early = untimely('get');
		if (early) return refuse('', early, call, name);
		if (name === '') return refuse('', 'get without name', call);
		const named = model.lookUp(name);
		switch (named.kind) {
			case 'nothing':
				return refuse('', 'unknown', call, name);
			case 'no-version':
				return refuse('', 'no version', call, name);
			case 'no-children':
				return refuse('', 'no children', call, name);
			case 'no-count':
				return refuse('', 'no count', call, name);
			case 'element':
				if (outside(named.pattern)) return refuse('', 'not in this LMS', call, name);
				if (named.element.access === 'write') return refuse('', 'write only', call, name);
				if (beyond(named.items)) return refuse('', 'get beyond the list', call, name);
				return valueOf(name);
			default:
				if (outside(undefined)) return refuse('', 'not in this LMS', call, name);
				if (beyond(named.items) && codes['ask beyond the list'] !== '0') return refuse('', 'ask beyond the list', call, name);
				if (named.kind === 'version') return allow(standard.version);
				return allow(named.kind === 'children' ? model.childrenOf(named.of) : String(countOf(named.of)));
		}
	}
	function valueOf(name: string): string {
		const value = standard.evaluated?.(name, values) ?? values.get(name);
		if (value !== undefined) return allow(value);
		// Nothing to object to: content cannot know without asking.
		lastError = codes['never set'];
		return '';
	}
	function set(name: string, given: unknown): string {
		const call = names.set;
		const value = String(given);
		if (typeof given !== 'string') object(call, name, value, '0', `The value is not a string but a ${typeof given}.`);
		const no = (reason: Reason, words?: string) => refuse('false', reason, call, name, value, words);
		const early = untimely('set');
		if (early) return no(early);
		if (name === '') return no('set without name');
		const named = model.lookUp(name);
		if (named.kind === 'nothing') return no('unknown');
		if (named.kind !== 'element') return no(outside(undefined) ? 'not in this LMS' : 'keyword');
		const { element, pattern, items } = named;
		if (outside(pattern)) return no('not in this LMS');
		if (element.access === 'read') return no('read only');
		if (items.some(({ list, index }) => index > countOf(list))) return no('gap', 'The index leaves a gap: the next one is the list\'s _count.');
		const idMissing = model.idsOf(items).some((id) => id !== name && !values.has(id));
		if (idMissing && codes['id first'] !== '0') return no('id first', 'The id comes first.');
		const format = formatIn(profile, element, values.get(`${name.split('.', 3).join('.')}.type`));
		if (!format) return no('type first', 'The type of the interaction comes first.');
		if (format.outOfRange?.(value)) return no('out of range', `This must be ${format.words}.`);
		if (!format.accepts(value)) return no('other kind', `This must be ${format.words}.`);
		const conflict = standard.conflict?.(name, value, values);
		if (conflict) return no('conflict', conflict);
		const remarks = [...standard.remarksOnValue(name, value, values), ...(mode === 'normal' ? [] : [`Nothing may be written in ${mode} mode.`]), ...(idMissing ? ['The id comes first.'] : [])];
		for (const remark of remarks) object(call, name, value, '0', remark);
		count(items);
		values.set(name, value);
		written.add(name);
		uncommitted = true;
		return allow('true');
	}
	function commit() {
		kept = standard.toKeep(Object.fromEntries(values), before);
		uncommitted = false;
	}
	function terminate() {
		state = 'after';
		if (mode !== 'normal') return;
		for (const { element, words } of standard.remarksOnEnding({ values, written, uncommitted })) object(names.terminate, element, '', '0', words);
	}
	const errorOf = (code: string) => (Object.hasOwn(errors, code) ? errors[code] : undefined);

	const api: Functions = {
		initialize: (argument) => ask(names.initialize, argument, STARTS_AGAIN[state], () => (state = 'running')),
		terminate: (argument) => ask(names.terminate, argument, untimely('terminate'), terminate),
		commit: (argument) => ask(names.commit, argument, untimely('commit'), commit),
		get: (element) => get(String(element)),
		set: (element, value) => set(String(element), value),
		lastError: () => lastError,
		errorString: (code) => errorOf(code)?.text ?? '',
		diagnostic: (code) => errorOf(code === '' ? lastError : code)?.meaning ?? ''
	};
	return { api, findings, snapshot: () => kept };
}

function itemsOf(named: Named): Item[] {
	return named.kind === 'element' ? named.items : [];
}
