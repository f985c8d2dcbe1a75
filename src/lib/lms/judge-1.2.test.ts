import { describe, expect, test } from 'vitest';
import { judge12 } from './judge-1.2.ts';
import { begun, playWell } from './judge-1.2-trial.ts';
import { OK } from './trial.ts';

test('content that does everything right is not objected to', () => {
	const judge = judge12();
	playWell(judge);
	expect(judge.findings).toEqual([]);
});

describe('the order of calls', () => {
	test('nothing works before LMSInitialize', () => {
		const { api, findings } = judge12();
		expect([api.LMSGetValue('cmi.core.entry'), api.LMSGetLastError()]).toEqual(['', '301']);
		expect([api.LMSSetValue('cmi.suspend_data', 'x'), api.LMSCommit(''), api.LMSFinish('')]).toEqual(['false', 'false', 'false']);
		expect(findings.map(({ call, code }) => `${call} ${code}`)).toEqual(['LMSGetValue 301', 'LMSSetValue 301', 'LMSCommit 301', 'LMSFinish 301']);
	});

	test('nothing works after LMSFinish, and there is no second beginning', () => {
		const judge = judge12();
		playWell(judge);
		expect([judge.api.LMSCommit(''), judge.api.LMSGetLastError()]).toEqual(['false', '301']);
		expect([judge.api.LMSInitialize(''), judge.api.LMSGetLastError()]).toEqual(['false', '101']);
	});

	test('a session begins once', () => {
		const { api, findings } = begun();
		expect([api.LMSInitialize(''), api.LMSGetLastError()]).toEqual(['false', '101']);
		expect(findings).toMatchObject([{ call: 'LMSInitialize', code: '101' }]);
	});

	test('the argument is the empty string', () => {
		const { api } = judge12();
		expect([api.LMSInitialize('yes'), api.LMSGetLastError()]).toEqual(['false', '201']);
		expect([api.LMSInitialize(''), api.LMSCommit('now'), api.LMSGetLastError()]).toEqual(['true', 'false', '201']);
	});

	test('an error can be read until the next call, with its text', () => {
		const { api, set } = begun();
		set('cmi.core.student_id', 'x');
		expect([api.LMSGetLastError(), api.LMSGetLastError()]).toEqual(['403', '403']);
		expect(api.LMSGetErrorString('403')).toBe('Element is read only');
		expect(api.LMSGetDiagnostic('')).toBe('This element can only be read.');
		expect([api.LMSGetErrorString('999'), api.LMSGetDiagnostic('999')]).toEqual(['', '']);
		api.LMSGetValue('cmi.core.entry');
		expect(api.LMSGetLastError()).toBe('0');
	});
});

describe('what a strict reviewer objects to at the end', () => {
	test('a status that was never set', () => {
		const { api, words } = begun();
		api.LMSSetValue('cmi.core.exit', 'suspend');
		api.LMSSetValue('cmi.core.session_time', '0000:00:01');
		api.LMSCommit('');
		api.LMSFinish('');
		expect(words()).toEqual(['The status was never set, and each learning system records that differently.']);
	});

	test('an exit that forgets where an incomplete learner was', () => {
		const { api, words } = begun();
		api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
		api.LMSSetValue('cmi.core.session_time', '0000:00:01');
		api.LMSCommit('');
		api.LMSFinish('');
		expect(words()).toEqual(['The module is not complete and exit is not "suspend": the next launch starts afresh.']);
	});

	test('an exit that still suspends what is complete', () => {
		const { api, set, words } = begun();
		set('cmi.core.lesson_status', 'completed');
		set('cmi.core.exit', 'suspend');
		set('cmi.core.session_time', '0000:00:01');
		api.LMSCommit('');
		api.LMSFinish('');
		expect(words()).toEqual(['The module is complete and exit is still "suspend".']);
	});

	test('something that was set and never committed', () => {
		const { api, words } = begun();
		api.LMSSetValue('cmi.core.lesson_status', 'completed');
		api.LMSSetValue('cmi.core.session_time', '0000:00:01');
		api.LMSFinish('');
		expect(words()).toEqual(['Something was set and not committed: it depends on LMSFinish, which can fail while the page goes away.']);
	});

	test('a session without its time', () => {
		const { api, words } = begun();
		api.LMSSetValue('cmi.core.lesson_status', 'completed');
		api.LMSCommit('');
		api.LMSFinish('');
		expect(words()).toEqual(['The time was never reported.']);
	});

	test('a completion that is taken back, also in a later launch', () => {
		const first = judge12();
		playWell(first, 'completed');
		expect(first.findings).toEqual([]);
		const { set, words } = begun({ saved: first.snapshot() });
		expect(set('cmi.core.lesson_status', 'incomplete')).toEqual(OK);
		expect(words()).toEqual(['The status goes back from completed: a completion must not be taken away.']);
	});

	test('anything written while somebody only looks', () => {
		const { set, words, api } = begun({ mode: 'review' });
		set('cmi.suspend_data', 'x');
		api.LMSFinish('');
		expect(words()).toEqual(['Nothing may be written in review mode.']);
	});
});

describe('the next launch', () => {
	test('finds what was committed, and resumes where exit was "suspend"', () => {
		const first = judge12();
		playWell(first);
		const { get } = begun({ saved: first.snapshot() });
		expect(get('cmi.core.entry')[0]).toBe('resume');
		expect(get('cmi.suspend_data')[0]).toBe('page-2');
		expect(get('cmi.core.lesson_status')[0]).toBe('incomplete');
		expect(get('cmi.core.total_time')[0]).toBe('0000:01:30');
	});

	test('adds up the time of all sessions', () => {
		const first = judge12();
		playWell(first);
		const second = judge12({ saved: first.snapshot() });
		playWell(second);
		expect(begun({ saved: second.snapshot() }).get('cmi.core.total_time')[0]).toBe('0000:03:00');
	});

	test('does not resume where exit was anything else, also of a launch that crashed', () => {
		const first = judge12();
		playWell(first, 'completed');
		expect(begun({ saved: first.snapshot() }).get('cmi.core.entry')[0]).toBe('');

		const suspended = judge12();
		playWell(suspended);
		const crashed = begun({ saved: suspended.snapshot() });
		crashed.set('cmi.suspend_data', 'page-3');
		crashed.api.LMSCommit('');
		expect(begun({ saved: crashed.snapshot() }).get('cmi.core.entry')[0]).toBe('');
	});

	test('knows nothing of what was set and not committed', () => {
		const { api, set, snapshot } = begun();
		set('cmi.suspend_data', 'kept');
		api.LMSCommit('');
		set('cmi.suspend_data', 'lost');
		expect(snapshot()['cmi.suspend_data']).toBe('kept');
	});

	test('keeps a completion, or begins afresh as on the Learning Hub', () => {
		const first = judge12();
		playWell(first, 'completed');
		const saved = first.snapshot();
		expect(begun({ saved }).get('cmi.core.lesson_status')[0]).toBe('completed');
		const afresh = begun({ saved, afterCompletion: 'afresh' });
		expect(['cmi.core.lesson_status', 'cmi.suspend_data', 'cmi.core.entry'].map((element) => afresh.get(element)[0])).toEqual(['incomplete', '', '']);
	});

	test('goes on counting interactions', () => {
		const first = begun();
		first.set('cmi.interactions.0.id', 'q1');
		first.api.LMSCommit('');
		expect(begun({ saved: first.snapshot() }).get('cmi.interactions._count')[0]).toBe('1');
	});
});
