import { afterEach, describe, expect, test, vi } from 'vitest';
import { functionsOf, type Api } from './functions.ts';
import { judge12 } from './judge-1.2.ts';
import { judge2004 } from './judge-2004.ts';
import type { Judge } from './judge.ts';
import { logged } from './log.ts';
import { after, arrive, depart, misbehave, place, times, type Misbehaviour } from './misbehaviour.ts';
import type { Saved } from './saved.ts';
import { scormAgain12 } from './scorm-again-1.2.ts';

test('the Learning Hub answers with booleans and a number, but not to LMSInitialize', () => {
	const api = misbehave(judge12().api, { booleans: true });
	expect(api.LMSInitialize('')).toBe('true');
	expect(api.LMSSetValue('cmi.core.lesson_status', 'incomplete')).toBe(true);
	expect(api.LMSSetValue('cmi.core.lesson_status', 'done')).toBe(false);
	expect(api.LMSGetLastError()).toBe(405);
	expect(api.LMSCommit('')).toBe(true);
});

test('named functions throw and the others work', () => {
	const api = misbehave(judge12().api, { throws: ['LMSCommit'] });
	expect(api.LMSInitialize('')).toBe('true');
	expect(() => api.LMSCommit('')).toThrow('LMSCommit is broken');
});

test('a commit fails as often as it is told to, and loses nothing', () => {
	const { api, snapshot } = judge12();
	const failing = misbehave(api, { away: times(2) });
	failing.LMSInitialize('');
	failing.LMSSetValue('cmi.suspend_data', 'x');
	expect([failing.LMSCommit(''), failing.LMSCommit('')]).toEqual(['false', 'false']);
	expect(snapshot()).toEqual({});
	expect(failing.LMSCommit('')).toBe('true');
	expect(snapshot()['cmi.suspend_data']).toBe('x');
});

test('Moodle never sends again what it tried to send, unless something else was sent in between', () => {
	const { api, snapshot } = judge12();
	const moodle = misbehave(api, { away: times(1), forgets: true });
	const kept = () => snapshot()['cmi.suspend_data'];
	moodle.LMSInitialize('');
	moodle.LMSSetValue('cmi.suspend_data', 'x');
	expect([moodle.LMSCommit(''), kept()]).toEqual(['false', undefined]);
	expect([moodle.LMSCommit(''), kept()]).toEqual(['true', undefined]);
	moodle.LMSSetValue('cmi.suspend_data', 'y');
	moodle.LMSSetValue('cmi.suspend_data', 'x');
	expect([moodle.LMSCommit(''), kept()]).toEqual(['true', undefined]);
	moodle.LMSSetValue('cmi.suspend_data', 'y');
	expect([moodle.LMSCommit(''), kept()]).toEqual(['true', 'y']);
	moodle.LMSSetValue('cmi.suspend_data', 'x');
	expect([moodle.LMSCommit(''), kept()]).toEqual(['true', 'x']);
});

test('the start is refused for as long as it is told to', () => {
	const api = misbehave(judge12().api, { refusesToStart: times(1) });
	expect([api.LMSInitialize(''), api.LMSInitialize('')]).toEqual(['false', 'true']);
});

test('what is empty is null or undefined', () => {
	for (const nothing of [null, undefined]) {
		const api = misbehave(judge12().api, { nothing });
		api.LMSInitialize('');
		expect(api.LMSGetValue('cmi.suspend_data')).toBe(nothing);
		expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('not attempted');
	}
});

test('the content is told that somebody only looks', () => {
	const api = misbehave(judge12().api, { mode: 'review' });
	api.LMSInitialize('');
	expect(api.LMSGetValue('cmi.core.lesson_mode')).toBe('review');
});

test('an adapter arrives late', () => {
	vi.useFakeTimers();
	const target: { API?: unknown } = {};
	const { api } = judge12();
	arrive(target, api, 5000);
	vi.advanceTimersByTime(4999);
	expect(target.API).toBeUndefined();
	vi.advanceTimersByTime(1);
	expect(target.API).toBe(api);
	vi.useRealTimers();
});

test('a log has every call with its answer, and none is changed by it', () => {
	const { api, calls } = logged(misbehave(judge12().api, { throws: ['LMSCommit'] }));
	expect(api.LMSInitialize('')).toBe('true');
	expect(() => api.LMSCommit('')).toThrow();
	expect(calls).toEqual([
		{ name: 'LMSInitialize', arguments: [''], answer: 'true' },
		{ name: 'LMSCommit', arguments: [''], answer: 'threw' }
	]);
});

test('scorm-again keeps what is committed and resumes from it, without a mark of its own', () => {
	const first = scormAgain12();
	first.api.LMSInitialize('');
	first.api.LMSSetValue('cmi.core.lesson_status', 'completed');
	first.api.LMSSetValue('cmi.core.score.raw', '50');
	first.api.LMSSetValue('cmi.core.exit', 'suspend');
	first.api.LMSSetValue('cmi.suspend_data', 'x');
	expect(first.snapshot()).toEqual({});
	first.api.LMSCommit('');
	first.api.LMSSetValue('cmi.suspend_data', 'lost');
	const second = scormAgain12({ saved: first.snapshot() });
	second.api.LMSInitialize('');
	expect(['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.entry'].map((element) => second.api.LMSGetValue(element))).toEqual(['x', 'completed', 'resume']);
});

afterEach(() => void vi.useRealTimers());

type Start = (options?: { saved?: Saved }) => Judge<Api>;
const standards: [string, Start, Record<'status' | 'mode' | 'exit' | 'time' | 'aTime', string>, string][] = [
	['SCORM 1.2', judge12, { status: 'cmi.core.lesson_status', mode: 'cmi.core.lesson_mode', exit: 'cmi.core.exit', time: 'cmi.core.session_time', aTime: '0000:00:01' }, '101'],
	['SCORM 2004', judge2004, { status: 'cmi.completion_status', mode: 'cmi.mode', exit: 'cmi.exit', time: 'cmi.session_time', aTime: 'PT1S' }, '391']
];

describe.each(standards)('in %s', (_, start, element, notKept) => {
	const launch = (how: Misbehaviour) => {
		const { api, snapshot } = start();
		return { api: functionsOf(misbehave(api, how)), snapshot };
	};
	const begin = (how: Misbehaviour) => {
		const launched = launch(how);
		launched.api.initialize('');
		return launched;
	};

	test('answers are booleans and an error is a number', () => {
		const { api } = launch({ booleans: true });
		expect([api.initialize(''), api.set(element.status, 'incomplete'), api.set(element.status, 'done'), typeof api.lastError(), api.commit(''), api.terminate('')]).toEqual(['true', true, false, 'number', true, true]);
	});

	test('nothing that comes back is a string, and reads as what it should be', () => {
		const { api } = launch({ wrongTypes: true });
		const answers = [api.initialize(''), api.get(element.mode), api.get('cmi.suspend_data'), api.get('cmi.interactions._count'), api.set(element.status, 'done'), api.errorString('0')];
		expect(answers.map((answer) => typeof answer)).toEqual(['boolean', 'object', 'object', 'number', 'boolean', 'object']);
		expect(answers.map(String).slice(0, 5)).toEqual(['true', 'normal', '', '0', 'false']);
		expect(typeof api.lastError()).toBe('number');
	});

	test('what is empty is null or undefined', () => {
		for (const nothing of [null, undefined]) {
			const { api } = begin({ nothing });
			expect([api.get('cmi.suspend_data'), api.get(element.mode)]).toEqual([nothing, 'normal']);
		}
	});

	test('the content is told that somebody only looks', () => {
		expect(begin({ mode: 'browse' }).api.get(element.mode)).toBe('browse');
	});

	test('a commit fails as often as it is told to, with an error until the next call, and loses nothing', () => {
		const { api, snapshot } = begin({ away: times(1) });
		api.set('cmi.suspend_data', 'x');
		expect([api.commit(''), api.lastError(), api.lastError(), snapshot()]).toEqual(['false', notKept, notKept, {}]);
		expect([api.get('cmi.suspend_data'), api.lastError()]).toEqual(['x', '0']);
		expect([api.commit(''), api.lastError(), snapshot()['cmi.suspend_data']]).toEqual(['true', '0', 'x']);
	});

	test('what was sent and did not arrive is forgotten', () => {
		const { api, snapshot } = begin({ away: times(1), forgets: true });
		api.set('cmi.suspend_data', 'x');
		expect([api.commit(''), api.commit(''), snapshot()['cmi.suspend_data']]).toEqual(['false', 'true', undefined]);
		api.set('cmi.suspend_data', 'y');
		expect([api.commit(''), snapshot()['cmi.suspend_data']]).toEqual(['true', 'y']);
	});

	test('a value that returns to what it was at launch is not sent', () => {
		const first = begin({});
		first.api.set('cmi.suspend_data', 'x');
		first.api.set(element.exit, 'suspend');
		first.api.commit('');
		const { api, snapshot } = start({ saved: first.snapshot() });
		const moodle = functionsOf(misbehave(api, { ignoresReturns: true, away: times(1) }));
		moodle.initialize('');
		moodle.set(element.exit, 'suspend');
		moodle.set('cmi.suspend_data', 'y');
		expect([moodle.commit(''), moodle.commit(''), snapshot()['cmi.suspend_data']]).toEqual(['false', 'true', 'y']);
		moodle.set('cmi.suspend_data', 'x');
		expect([moodle.commit(''), moodle.get('cmi.suspend_data'), snapshot()['cmi.suspend_data']]).toEqual(['true', 'x', 'y']);
		moodle.set('cmi.suspend_data', 'z');
		expect([moodle.commit(''), snapshot()['cmi.suspend_data'], snapshot()[element.exit]]).toEqual(['true', 'z', 'suspend']);
	});

	test.each([{ forgets: true }, { ignoresReturns: true }])('an LMS that compares asks nothing on behalf of the content that is objected to (%j)', (how) => {
		const judge = start();
		const api = functionsOf(misbehave(judge.api, how));
		api.initialize('');
		for (const [name, value] of [[element.status, 'incomplete'], [element.exit, 'suspend'], [element.time, element.aTime], ['cmi.suspend_data', 'x'], ['cmi.interactions.0.id', 'q1']] as const) api.set(name, value);
		expect([api.commit(''), judge.findings]).toEqual(['true', []]);
	});

	test('an LMS that compares sends each value once', () => {
		const judge = start();
		const api = functionsOf(misbehave(judge.api, { ignoresReturns: true }));
		api.initialize('');
		api.set(element.exit, 'logout');
		expect([api.commit(''), api.commit(''), judge.findings.length]).toEqual(['true', 'true', 1]);
	});

	test('an LMS that forgets counts what was not sent yet', () => {
		const { api } = begin({ forgets: true });
		const count = () => api.get('cmi.interactions._count');
		expect(count()).toBe('0');
		api.set('cmi.interactions.0.id', 'q1');
		api.set('cmi.interactions.1.id', 'q2');
		expect(count()).toBe('2');
		api.commit('');
		expect(count()).toBe('2');
	});

	test('an LMS that forgets sends what is left at the end, and does not end where that fails', () => {
		let gone = true;
		const { api, snapshot } = begin({ forgets: true, away: () => gone });
		api.set('cmi.suspend_data', 'x');
		expect(api.terminate('')).toBe('false');
		gone = false;
		api.set('cmi.suspend_data', 'y');
		expect([api.terminate(''), snapshot()['cmi.suspend_data'], api.commit('')]).toEqual(['true', 'y', 'false']);
	});

	test('the API goes away in the middle, and every call throws from then on', () => {
		const { api } = launch({ gone: after(2) });
		expect([api.initialize(''), api.set('cmi.suspend_data', 'x')]).toEqual(['true', 'true']);
		for (const call of [() => api.commit(''), () => api.get(element.mode), () => api.lastError(), () => api.terminate('')]) expect(call).toThrow('is broken');
	});

	test('a slow commit takes as long as it is told to, and keeps everything', () => {
		const { api, snapshot } = begin({ slow: 30 });
		api.set('cmi.suspend_data', 'x');
		const before = performance.now();
		expect(api.commit('')).toBe('true');
		expect(performance.now() - before).toBeGreaterThanOrEqual(30);
		expect(snapshot()['cmi.suspend_data']).toBe('x');
	});

	test('a slow commit ends in tests that have stopped the clock', () => {
		const { api } = begin({ slow: 20 });
		vi.useFakeTimers();
		expect(api.commit('')).toBe('true');
	});
});

test('no commit takes longer than 2 seconds, and a little', () => {
	const api = misbehave(judge2004().api, { slow: 3_600_000 });
	const before = performance.now();
	api.Commit('');
	expect(performance.now() - before).toBeLessThan(10_000);
});

test('names of the other standard throw nowhere', () => {
	const api = misbehave(judge2004().api, { throws: ['LMSInitialize', 'GetValue'] });
	expect(api.Initialize('')).toBe('true');
	expect(() => api.GetValue('cmi.mode')).toThrow('GetValue is broken');
	expect(Object.keys(api)).not.toContain('LMSInitialize');
});

test('each standard has its own name in the window, which may lose it again', () => {
	vi.useFakeTimers();
	const target: { API?: unknown; API_1484_11?: unknown } = {};
	const [one, other] = [judge12().api, judge2004().api];
	place(target, one);
	arrive(target, other, 1000);
	expect(target).toEqual({ API: one });
	vi.advanceTimersByTime(1000);
	expect(target).toEqual({ API: one, API_1484_11: other });
	depart(target, 1000);
	vi.advanceTimersByTime(999);
	expect(Object.keys(target)).toHaveLength(2);
	vi.advanceTimersByTime(1);
	expect(Object.keys(target)).toEqual([]);
});
