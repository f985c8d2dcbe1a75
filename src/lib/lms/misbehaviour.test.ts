import { expect, test, vi } from 'vitest';
import { judge12 } from './judge-1.2.ts';
import { logged } from './log.ts';
import { arrive, misbehave, times } from './misbehaviour.ts';
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
