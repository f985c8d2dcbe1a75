import { describe, expect, test } from 'vitest';
import { childrenOf } from './elements-1.2.ts';
import { judge12, type Options12 } from './judge-1.2.ts';

/** A judge whose session has begun. */
function begun(options?: Options12) {
	const judge = judge12(options);
	judge.api.LMSInitialize('');
	const set = (element: string, value: string) => [judge.api.LMSSetValue(element, value), judge.api.LMSGetLastError()];
	const get = (element: string) => [judge.api.LMSGetValue(element), judge.api.LMSGetLastError()];
	const words = () => judge.findings.map((finding) => finding.words);
	return { ...judge, set, get, words };
}

const OK = ['true', '0'];
const refused = (code: string) => ['false', code];

/** Does what good content does and leaves before the end. */
function playWell({ api }: { api: ReturnType<typeof judge12>['api'] }, status = 'incomplete') {
	api.LMSInitialize('');
	api.LMSSetValue('cmi.core.lesson_status', status);
	api.LMSSetValue('cmi.core.exit', status === 'incomplete' ? 'suspend' : '');
	api.LMSSetValue('cmi.suspend_data', 'page-2');
	api.LMSSetValue('cmi.core.session_time', '0000:01:30');
	api.LMSCommit('');
	api.LMSFinish('');
}

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

describe('the data model', () => {
	test.each([
		['cmi.core.nothing', '201'],
		['nothing', '201'],
		['cmi.core', '201'],
		['cmi.interactions.n.id', '201'],
		['cmi.interactions.00.id', '201'],
		['cmi.core.exit', '404'],
		['cmi.core.session_time', '404'],
		['cmi.suspend_data._children', '202'],
		['cmi.core.score._count', '203'],
		['cmi.nothing._children', '201'],
		['cmi.objectives.0.id', '201']
	])('reading %s is error %s', (element, code) => {
		expect(begun().get(element)).toEqual(['', code]);
	});

	test.each([
		['cmi.core.nothing', '201'],
		['cmi.core.student_name', '403'],
		['cmi.core.entry', '403'],
		['cmi.core.total_time', '403'],
		['cmi.launch_data', '403'],
		['cmi._version', '402'],
		['cmi.core._children', '402'],
		['cmi.interactions._count', '402']
	])('setting %s is error %s', (element, code) => {
		expect(begun().set(element, 'x')).toEqual(refused(code));
	});

	test('keywords can be read', () => {
		const { get } = begun();
		expect(get('cmi._version')).toEqual(['3.4', '0']);
		expect(get('cmi.core.score._children')).toEqual(['raw,max,min', '0']);
		expect(get('cmi.interactions._count')).toEqual(['0', '0']);
		expect(childrenOf('cmi.interactions')).toBe('id,objectives,time,type,correct_responses,weighting,student_response,result,latency');
		expect(childrenOf('cmi.core')).toBe('student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time');
	});

	test('a first launch begins from nothing, and says who learns', () => {
		const { get } = begun({ learner: { id: '17', name: 'Example, A' } });
		const elements = ['student_id', 'student_name', 'lesson_status', 'entry', 'lesson_mode', 'credit', 'lesson_location', 'total_time'];
		expect(elements.map((element) => get(`cmi.core.${element}`)[0])).toEqual(['17', 'Example, A', 'not attempted', 'ab-initio', 'normal', 'credit', '', '0000:00:00']);
	});
});

describe('values', () => {
	const taken: [string, string[]][] = [
		['cmi.core.lesson_status', ['incomplete', 'browsed', 'completed', 'passed']],
		['cmi.core.exit', ['time-out', 'suspend', '']],
		['cmi.core.session_time', ['0000:00:00', '9999:59:59', '0001:02:03.5', '0001:02:03.55']],
		['cmi.core.score.raw', ['0', '100', '66.67', '']],
		['cmi.core.lesson_location', ['', 'x'.repeat(255)]],
		['cmi.suspend_data', ['', 'x'.repeat(4095)]],
		['cmi.student_preference.audio', ['-1', '100']],
		['cmi.student_preference.text', ['-1', '0', '1']]
	];
	test.each(taken)('%s takes what it should', (element, values) => {
		const { set, findings } = begun();
		for (const value of values) expect([value, ...set(element, value)]).toEqual([value, ...OK]);
		expect(findings).toEqual([]);
	});

	const notTaken: [string, string[]][] = [
		['cmi.core.lesson_status', ['not attempted', 'Completed', 'complete', '']],
		['cmi.core.exit', ['normal', 'Suspend']],
		['cmi.core.session_time', ['1:05:00', '00:5:00', '00:00:60', '00:60:00', '00:00:00.123', '10:00', 'PT1M', '']],
		['cmi.core.score.raw', ['101', '-1', '1e1', 'half', '50%']],
		['cmi.core.lesson_location', ['x'.repeat(256), 'tŷ']],
		['cmi.suspend_data', ['x'.repeat(4096), '’']],
		['cmi.student_preference.audio', ['-2', '101', '1.5']]
	];
	test.each(notTaken)('%s refuses the rest', (element, values) => {
		const { set, findings } = begun();
		for (const value of values) expect([value, ...set(element, value)]).toEqual([value, ...refused('405')]);
		expect(findings).toHaveLength(values.length);
	});

	test('a finding says what was set and what it must be', () => {
		const { set, findings } = begun();
		set('cmi.core.session_time', '1:05:00');
		expect(findings).toEqual([{ call: 'LMSSetValue', element: 'cmi.core.session_time', value: '1:05:00', code: '405', words: 'This must be hours, minutes and seconds such as 0000:05:00.' }]);
	});

	test('a value that is no string is objected to', () => {
		const { api, words } = begun();
		api.LMSSetValue('cmi.core.score.raw', 50 as unknown as string);
		expect(words()).toEqual(['The value is not a string but a number.']);
	});

	test('2 digits of hours are allowed and objected to', () => {
		const { set, words } = begun();
		expect(set('cmi.core.session_time', '00:05:00')).toEqual(OK);
		expect(words()).toEqual(['Hours have fewer than 4 digits: the Learning Hub drops the first digit.']);
	});

	test('exit "logout" is allowed and objected to', () => {
		const { set, words } = begun();
		expect(set('cmi.core.exit', 'logout')).toEqual(OK);
		expect(words()).toEqual(['This would sign the learner out of the learning system.']);
	});
});

describe('interactions', () => {
	const about = (set: (element: string, value: string) => unknown[], type: string) => {
		set('cmi.interactions.0.id', 'q1');
		set('cmi.interactions.0.type', type);
	};

	test.each([
		['true-false', ['t', 'f'], ['true', 'x', '']],
		['choice', ['a', 'a,c'], ['a, c', 'ab', 'a,', 'A']],
		['matching', ['1.a', '1.a,2.b'], ['1', '1.a,2', '1[.]a']],
		['sequencing', ['a,c,b'], ['a c b', 'acb']],
		['fill-in', ['tea', ''], ['x'.repeat(256)]],
		['numeric', ['1', '-0.5'], ['one', '1e-7']],
		['likert', ['3', ''], ['10']]
	] as const)('an answer of type %s has its own form', (type, good, bad) => {
		const { set } = begun();
		about(set, type);
		for (const value of good) expect([value, ...set('cmi.interactions.0.student_response', value)]).toEqual([value, ...OK]);
		for (const value of bad) expect([value, ...set('cmi.interactions.0.correct_responses.0.pattern', value)]).toEqual([value, ...refused('405')]);
	});

	test('a wrong answer is "wrong", and a time is a time of day', () => {
		const { set } = begun();
		about(set, 'choice');
		expect(set('cmi.interactions.0.result', 'wrong')).toEqual(OK);
		expect(set('cmi.interactions.0.result', 'incorrect')).toEqual(refused('405'));
		expect(set('cmi.interactions.0.time', '23:59:59')).toEqual(OK);
		expect(set('cmi.interactions.0.time', '2026-11-24T09:00:00.00Z')).toEqual(refused('405'));
	});

	test('an id has no spaces and fewer than 256 characters', () => {
		const { set } = begun();
		expect(set('cmi.interactions.0.id', 'question 1')).toEqual(refused('405'));
		expect(set('cmi.interactions.0.id', 'x'.repeat(256))).toEqual(refused('405'));
		expect(set('cmi.interactions.0.id', 'Question_1-a')).toEqual(OK);
	});

	test('they are counted and cannot be read', () => {
		const { set, get } = begun();
		about(set, 'choice');
		expect(get('cmi.interactions._count')).toEqual(['1', '0']);
		expect(get('cmi.interactions.0.id')).toEqual(['', '404']);
	});

	test('an index follows the one before', () => {
		const { set, words } = begun();
		expect(set('cmi.interactions.1.id', 'q2')).toEqual(refused('201'));
		expect(words()).toEqual(["The index leaves a gap: the next one is the list's _count."]);
	});

	test('the id comes first, then the type', () => {
		const { set, words } = begun();
		set('cmi.interactions.0.type', 'choice');
		expect(words()).toEqual(['The id comes first.']);
		set('cmi.interactions.1.id', 'q2');
		expect(set('cmi.interactions.1.student_response', 'a')).toEqual(refused('405'));
		expect(words().at(-1)).toBe('The type of the interaction comes first.');
	});
});

describe("ESR's adapter", () => {
	test.each(['cmi.core.score.min', 'cmi.core.score.max', 'cmi.objectives.0.id', 'cmi.interactions.0.id', 'cmi.student_data.mastery_score', 'cmi.student_preference.audio'])(
		'%s is not implemented',
		(element) => {
			const { set, get } = begun({ profile: 'esr' });
			expect(set(element, '1')).toEqual(refused('401'));
			expect(get(element)).toEqual(['', '401']);
		}
	);

	test('what is left is enough for a module', () => {
		const judge = judge12({ profile: 'esr' });
		playWell(judge);
		expect(judge.findings).toEqual([]);
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
