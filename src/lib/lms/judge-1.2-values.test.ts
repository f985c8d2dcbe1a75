import { describe, expect, test } from 'vitest';
import { childrenOf } from './elements-1.2.ts';
import { judge12 } from './judge-1.2.ts';
import { begun, playWell } from './judge-1.2-trial.ts';
import { OK, refused } from './trial.ts';

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
