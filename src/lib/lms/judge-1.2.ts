import type { Api12 } from './api-1.2.ts';
import { childrenOf, lookUp, type Element } from './elements-1.2.ts';
import { ERRORS, MEANING, type ErrorCode } from './errors-1.2.ts';
import { feedback, type Format } from './formats-1.2.ts';
import { remarkOnValue, remarksOnEnding } from './remarks-1.2.ts';
import { launch, toKeep, type Saved12 } from './saved-1.2.ts';

/** Something that a strict reviewer of SCORM 1.2 content would object to. */
export interface Finding {
	/** The function called, for example `LMSSetValue`. */
	call: string;
	element: string;
	value: string;
	/** The error that the LMS answered; `0` where it let the call pass. */
	code: ErrorCode;
	words: string;
}

export interface Judge12 {
	api: Api12;
	/** Grows while the content plays. */
	findings: Finding[];
	/** What the LMS holds for the next launch: committed values and nothing else. */
	snapshot(): Saved12;
}

export interface Options12 {
	/** An earlier launch's snapshot. */
	saved?: Saved12;
	/** `esr` has the elements of ESR's adapter and answers 401 to all others. */
	profile?: 'full' | 'esr';
	learner?: { id: string; name: string };
	mode?: 'normal' | 'review' | 'browse';
	/** `afresh` is the Learning Hub: a launch after completion comes back incomplete, with everything empty. */
	afterCompletion?: 'kept' | 'afresh';
}

const LEARNER = { id: 'learner-1', name: 'Learner, Example' };

/**
 * An LMS that takes SCORM 1.2 at its word (RTE, chapter 3) and writes down
 * everything that it minds. It holds no more than was committed, so what is lost
 * here can be lost elsewhere.
 */
export function judge12(options: Options12 = {}): Judge12 {
	const { saved = {}, profile = 'full', learner = LEARNER, mode = 'normal', afterCompletion = 'kept' } = options;
	const findings: Finding[] = [];
	const before = launch(saved, learner, mode, afterCompletion);
	const values = new Map(Object.entries(before));
	const counts = new Map(Object.keys(before).flatMap((name) => listsOf(name).map(({ list, index }) => [list, index + 1] as const)));
	let kept = saved;
	let state: 'before' | 'running' | 'after' = 'before';
	let lastError: ErrorCode = '0';
	let uncommitted = false;
	let timed = false;

	function object(call: string, element: string, value: string, code: ErrorCode, words: string) {
		findings.push({ call, element, value, code, words });
	}
	/** Answers a call that the LMS refuses. */
	function refuse<T>(answer: T, code: ErrorCode, call: string, element = '', value = '', words: string = MEANING[code]): T {
		lastError = code;
		object(call, element, value, code, words);
		return answer;
	}
	function allow<T>(answer: T): T {
		lastError = '0';
		return answer;
	}
	const outside = (element: Element | undefined) => profile === 'esr' && !element?.esr;
	const countOf = (list: string) => counts.get(list) ?? 0;

	/** LMSInitialize, LMSCommit and LMSFinish take the empty string (RTE 3.3.1, 3.3.3). */
	function ask(call: string, argument: unknown, act: () => void): string {
		const startsIt = call === 'LMSInitialize';
		if (startsIt && state !== 'before') return refuse('false', '101', call);
		if (!startsIt && state !== 'running') return refuse('false', '301', call);
		if (argument !== '') return refuse('false', '201', call, '', String(argument));
		act();
		return allow('true');
	}
	function get(name: string): string {
		const call = 'LMSGetValue';
		if (state !== 'running') return refuse('', '301', call, name);
		const named = lookUp(name);
		switch (named.kind) {
			case 'nothing':
				return refuse('', '201', call, name);
			case 'no-children':
				return refuse('', '202', call, name);
			case 'no-count':
				return refuse('', '203', call, name);
			case 'element':
				if (outside(named.element)) return refuse('', '401', call, name);
				if (named.element.access === 'write') return refuse('', '404', call, name);
				if (named.lists.some(({ list, index }) => index >= countOf(list))) return refuse('', '201', call, name);
				return allow(values.get(name) ?? '');
			default:
				if (outside(undefined)) return refuse('', '401', call, name);
				if (named.kind === 'version') return allow('3.4');
				return allow(named.kind === 'children' ? childrenOf(named.of) : String(countOf(named.of)));
		}
	}
	function set(name: string, given: unknown): string {
		const call = 'LMSSetValue';
		const value = String(given);
		if (typeof given !== 'string') object(call, name, value, '0', `The value is not a string but a ${typeof given}.`);
		if (state !== 'running') return refuse('false', '301', call, name, value);
		const named = lookUp(name);
		if (named.kind === 'nothing') return refuse('false', '201', call, name, value);
		if (named.kind !== 'element') return refuse('false', outside(undefined) ? '401' : '402', call, name, value);
		if (outside(named.element)) return refuse('false', '401', call, name, value);
		if (named.element.access === 'read') return refuse('false', '403', call, name, value);
		if (named.lists.some(({ list, index }) => index > countOf(list))) {
			return refuse('false', '201', call, name, value, 'The index leaves a gap: the next one is the list\'s _count.');
		}
		const format = named.element.format ?? formatOfAnswer(name);
		if (!format) return refuse('false', '405', call, name, value, 'The type of the interaction comes first.');
		if (!format.accepts(value)) return refuse('false', '405', call, name, value, `This must be ${format.words}.`);
		accept(call, name, value, named.lists);
		return allow('true');
	}
	function accept(call: string, name: string, value: string, lists: { list: string; index: number }[]) {
		const remark = remarkOnValue(name, value, values.get('cmi.core.lesson_status')!);
		if (remark) object(call, name, value, '0', remark);
		if (mode !== 'normal') object(call, name, value, '0', `Nothing may be written in ${mode} mode.`);
		const last = lists.at(-1);
		if (last && !name.endsWith('.id') && !name.endsWith('.pattern') && last.index === countOf(last.list)) object(call, name, value, '0', 'The id comes first.');
		for (const { list, index } of lists) counts.set(list, Math.max(countOf(list), index + 1));
		values.set(name, value);
		uncommitted = true;
		if (name === 'cmi.core.session_time') timed = true;
	}
	/** What an interaction's answers look like follows from its type. */
	function formatOfAnswer(name: string): Format | undefined {
		const type = values.get(`${name.split('.').slice(0, 3).join('.')}.type`);
		return type === undefined ? undefined : feedback[type];
	}
	function commit() {
		kept = toKeep(Object.fromEntries(values), before);
		uncommitted = false;
	}
	function finish() {
		state = 'after';
		if (mode !== 'normal') return;
		const ending = { status: values.get('cmi.core.lesson_status')!, exit: values.get('cmi.core.exit')!, uncommitted, timed };
		for (const { element, words } of remarksOnEnding(ending)) object('LMSFinish', element, '', '0', words);
	}

	const api: Api12 = {
		LMSInitialize: (argument) => ask('LMSInitialize', argument, () => (state = 'running')),
		LMSFinish: (argument) => ask('LMSFinish', argument, finish),
		LMSCommit: (argument) => ask('LMSCommit', argument, commit),
		LMSGetValue: (element) => get(String(element)),
		LMSSetValue: (element, value) => set(String(element), value),
		LMSGetLastError: () => lastError,
		LMSGetErrorString: (code) => (Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode] : ''),
		LMSGetDiagnostic: (code) => MEANING[(code === '' ? lastError : code) as ErrorCode] ?? ''
	};
	return { api, findings, snapshot: () => kept };
}

function listsOf(name: string): { list: string; index: number }[] {
	const named = lookUp(name);
	return named.kind === 'element' ? named.lists : [];
}
