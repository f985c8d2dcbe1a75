import { describe, expect, test } from 'vitest';
import type { Api12 } from '#lib/lms/api-1.2.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { logged } from '#lib/lms/log.ts';
import { misbehave, times, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import { edition12 } from './scorm-1.2.ts';
import { startSession } from './scorm-session.ts';

function begin(how: Misbehaviour = {}, change: (api: Api12) => Api12 = (api) => api) {
	const judge = judge12();
	const { api, calls } = logged(change(misbehave(judge.api, how)));
	const session = startSession(api, edition12.speech)!;
	const kept = (element: string) => judge.snapshot()[element];
	return { ...judge, calls, session, kept };
}

/** The API refuses one element with an error of the standard. */
const refusing = (element: string, code: string) => (api: Api12): Api12 => {
	let refused = false;
	return {
		...api,
		LMSSetValue(name, value) {
			refused = name === element;
			return refused ? 'false' : api.LMSSetValue(name, value);
		},
		LMSGetLastError: () => (refused ? code : api.LMSGetLastError())
	};
};

test('there is no session where the LMS refuses', () => {
	expect(startSession(misbehave(judge12().api, { refusesToStart: () => true }), edition12.speech)).toBeUndefined();
	expect(startSession(misbehave(judge12().api, { throws: ['LMSInitialize'] }), edition12.speech)).toBeUndefined();
});

test.each<[string, Misbehaviour]>([
	['null', { nothing: null }],
	['undefined', { nothing: undefined }],
	['an exception', { throws: ['LMSGetValue'] }]
])('an answer that is %s reads as empty', (_, how) => {
	expect(begin(how).session.get('cmi.suspend_data')).toBe('');
});

test('an equal value is not set again', () => {
	const { session, calls } = begin();
	session.set('cmi.suspend_data', 'x');
	session.set('cmi.suspend_data', 'x');
	expect(calls.filter(({ name }) => name === 'LMSSetValue')).toHaveLength(1);
});

test('booleans are answers like any other', () => {
	const { session, kept } = begin({ booleans: true });
	session.set('cmi.suspend_data', 'x');
	expect([session.commit(), kept('cmi.suspend_data')]).toEqual([true, 'x']);
});

describe('after a commit that failed', () => {
	test.each<[string, Misbehaviour]>([
		['an LMS', {}],
		['Moodle, which never resends an equal value,', { forgets: true }]
	])('%s keeps everything once it can', (_, how) => {
		for (const failures of [1, 2, 3, 4]) {
			const { session, kept, findings } = begin({ ...how, away: times(failures) });
			session.set('cmi.core.lesson_status', 'completed');
			session.set('cmi.core.exit', '');
			session.set('cmi.core.lesson_location', 'last');
			session.set('cmi.suspend_data', 'x');
			for (let attempt = 0; attempt < failures; attempt += 1) expect(session.commit()).toBe(false);
			expect(session.commit()).toBe(true);
			expect(['cmi.core.lesson_status', 'cmi.core.exit', 'cmi.core.lesson_location', 'cmi.suspend_data'].map(kept)).toEqual(['completed', '', 'last', 'x']);
			expect(findings).toEqual([]);
		}
	});

	test('what is set meanwhile is kept as well', () => {
		for (const failures of [1, 2, 3]) {
			const { session, kept } = begin({ forgets: true, away: times(failures) });
			session.set('cmi.core.exit', 'suspend');
			session.set('cmi.suspend_data', 'first');
			for (let attempt = 0; attempt < failures; attempt += 1) {
				session.commit();
				session.set('cmi.suspend_data', `change ${attempt}`);
			}
			expect(session.commit()).toBe(true);
			expect([kept('cmi.core.exit'), kept('cmi.suspend_data')]).toEqual(['suspend', `change ${failures - 1}`]);
		}
	});

	test('leaving gives the true values, whatever was tried', () => {
		for (const failures of [1, 2, 3]) {
			const { session, kept } = begin({ forgets: true, away: times(failures) });
			session.set('cmi.core.lesson_status', 'completed');
			session.set('cmi.suspend_data', 'x');
			for (let attempt = 0; attempt < failures; attempt += 1) session.commit();
			session.finish();
			expect(['cmi.core.lesson_status', 'cmi.suspend_data'].map(kept)).not.toContain('passed');
		}
	});

	test('a completion is never taken back on the way', () => {
		const { session, calls, findings } = begin({ away: times(2) });
		session.set('cmi.core.lesson_status', 'incomplete');
		session.set('cmi.core.lesson_status', 'completed');
		for (let attempt = 0; attempt < 3; attempt += 1) session.commit();
		const statuses = calls.flatMap(({ name, arguments: [element, value] }) => (name === 'LMSSetValue' && element === 'cmi.core.lesson_status' ? [value] : []));
		expect(statuses.slice(statuses.indexOf('completed'))).not.toContain('incomplete');
		expect(findings).toEqual([]);
	});

	test('what was kept before is left alone', () => {
		let away = false;
		const { session, calls } = begin({ away: () => away });
		session.set('cmi.core.exit', 'suspend');
		session.commit();
		away = true;
		session.set('cmi.suspend_data', 'x');
		session.commit();
		away = false;
		session.commit();
		expect(calls.filter(({ arguments: [element] }) => element === 'cmi.core.exit')).toHaveLength(1);
	});
});

describe('a value that the LMS refuses', () => {
	test('is not sent again where the element is not implemented', () => {
		const { session, calls } = begin({}, refusing('cmi.core.lesson_location', '401'));
		for (const page of ['one', 'two', 'three']) session.set('cmi.core.lesson_location', page);
		expect(session.commit()).toBe(true);
		expect(calls.filter(({ arguments: [element] }) => element === 'cmi.core.lesson_location')).toHaveLength(1);
	});

	test.each(['402', '403', '405'])('is done without where it is no more than useful (error %s)', (code) => {
		const { session } = begin({}, refusing('cmi.core.session_time', code));
		session.set('cmi.core.session_time', '0000:00:01');
		expect(session.commit()).toBe(true);
	});

	test.each(['cmi.suspend_data', 'cmi.core.lesson_status'])('is never called saved where it is %s', (element) => {
		for (const code of ['401', '405', '101']) {
			const { session } = begin({}, refusing(element, code));
			session.set(element, 'completed');
			expect([session.commit(), session.commit(), session.commit()]).toEqual([false, false, false]);
		}
	});

	test('keeps nothing else from being saved', () => {
		const { session, kept } = begin({}, refusing('cmi.suspend_data', '405'));
		session.set('cmi.suspend_data', 'x');
		session.set('cmi.core.lesson_status', 'completed');
		for (let attempt = 0; attempt < 4; attempt += 1) session.commit();
		expect(kept('cmi.core.lesson_status')).toBe('completed');
	});

	test('is given again where the LMS was out of order', () => {
		let broken = true;
		const { session, kept } = begin({}, (api) => ({ ...api, LMSSetValue: (element, value) => (broken ? 'false' : api.LMSSetValue(element, value)), LMSGetLastError: () => '101' }));
		session.set('cmi.core.exit', 'suspend');
		session.set('cmi.suspend_data', 'x');
		expect(session.commit()).toBe(false);
		broken = false;
		expect(session.commit()).toBe(true);
		expect([kept('cmi.core.exit'), kept('cmi.suspend_data')]).toEqual(['suspend', 'x']);
	});
});
