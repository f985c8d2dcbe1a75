import { describe, expect, test } from 'vitest';
import { ERRORS } from './errors-2004.ts';
import { judge2004, type Judge2004 } from './judge-2004.ts';
import { begun, FINISHING, LEAVING, play } from './judge-2004-trial.ts';
import { misbehave } from './misbehaviour.ts';
import { OK, refused } from './trial.ts';

test.each([
	['leaves before the end', LEAVING],
	['finishes', FINISHING]
])('content that does everything right and %s is not objected to', (_, values) => {
	const judge = judge2004();
	play(judge, values);
	expect(judge.findings).toEqual([]);
});

describe('each error is reached by one call', () => {
	const running = (act: (judge: Judge2004) => unknown) => (judge: Judge2004) => {
		judge.api.Initialize('');
		act(judge);
	};
	const over = (act: (judge: Judge2004) => unknown) => (judge: Judge2004) => {
		play(judge);
		act(judge);
	};
	const get = (element: string) => running(({ api }) => api.GetValue(element));
	const set = (element: string, value: string) => running(({ api }) => api.SetValue(element, value));
	test.each<[string, string, (judge: Judge2004) => unknown]>([
		['0', 'a start', ({ api }) => api.Initialize('')],
		['103', 'a second start', running(({ api }) => api.Initialize(''))],
		['104', 'a start after the end', over(({ api }) => api.Initialize(''))],
		['112', 'an end before the start', ({ api }) => api.Terminate('')],
		['113', 'a second end', over(({ api }) => api.Terminate(''))],
		['122', 'reading before the start', ({ api }) => api.GetValue('cmi.mode')],
		['123', 'reading after the end', over(({ api }) => api.GetValue('cmi.mode'))],
		['132', 'setting before the start', ({ api }) => api.SetValue('cmi.location', 'x')],
		['133', 'setting after the end', over(({ api }) => api.SetValue('cmi.location', 'x'))],
		['142', 'keeping before the start', ({ api }) => api.Commit('')],
		['143', 'keeping after the end', over(({ api }) => api.Commit(''))],
		['201', 'an argument where there should be none', ({ api }) => api.Initialize('yes')],
		['201', 'an argument to the end', running(({ api }) => api.Terminate('now'))],
		['201', 'an argument to a commit', running(({ api }) => api.Commit('now'))],
		['301', 'reading nothing', get('')],
		['301', 'reading what is not in the list', get('cmi.objectives.0.id')],
		['301', 'counting in what is not in the list', get('cmi.interactions.0.objectives._count')],
		['301', 'the children of what has none', get('cmi.location._children')],
		['301', 'the count of what is no list', get('cmi.score._count')],
		['301', 'the version of what has none', get('cmi.score._version')],
		['351', 'setting nothing', set('', 'x')],
		['351', 'an index that leaves a gap', set('cmi.objectives.1.id', 'x')],
		['401', 'reading what there is not', get('cmi.core.lesson_status')],
		['401', 'setting what there is not', set('cmi.nothing', 'x')],
		['401', 'the children of what there is not', get('cmi.nothing._children')],
		['403', 'reading what was never set', get('cmi.suspend_data')],
		['404', 'setting what can only be read', set('cmi.learner_name', 'x')],
		['404', 'setting a keyword', set('cmi.interactions._count', '1')],
		['405', 'reading what can only be written', get('cmi.exit')],
		['406', 'a value of another kind', set('cmi.completion_status', 'complete')],
		['407', 'a number that is too large', set('cmi.score.scaled', '1.5')],
		['408', 'an interaction without its id', set('cmi.interactions.0.type', 'choice')],
		['408', 'an objective without its id', set('cmi.objectives.0.score.raw', '1')]
	])('%s by %s', (code, _, act) => {
		const judge = judge2004();
		act(judge);
		expect(judge.api.GetLastError()).toBe(code);
		expect(judge.api.GetErrorString(code)).toBe(ERRORS[code as keyof typeof ERRORS].text);
		expect(judge.api.GetDiagnostic(code)).toBe(judge.api.GetDiagnostic(''));
	});

	test.each<[string, (api: Judge2004['api']) => unknown]>([
		['102', (api) => api.Initialize('')],
		['391', (api) => api.Commit('')]
	])('%s where the learning system itself fails', (code, act) => {
		const api = misbehave(judge2004().api, { away: () => true, refusesToStart: () => true });
		expect([act(api), api.GetLastError()]).toEqual(refused(code));
		expect(api.GetValue('')).toBe('');
		expect(api.GetLastError()).toBe('122');
	});

	test('111 where the learning system cannot keep what is sent at the end', () => {
		const api = misbehave(judge2004().api, { away: () => true, forgets: true });
		api.Initialize('');
		expect([api.Terminate(''), api.GetLastError()]).toEqual(refused('111'));
	});
});

describe('errors', () => {
	test('can be read until the next call, with their texts', () => {
		const { api, set } = begun();
		set('cmi.learner_id', 'x');
		expect([api.GetLastError(), api.GetLastError()]).toEqual(['404', '404']);
		expect(api.GetErrorString('404')).toBe('Data Model Element Is Read Only');
		expect(api.GetDiagnostic('')).toBe('This element can only be read.');
		expect([api.GetErrorString('999'), api.GetDiagnostic('999'), api.GetDiagnostic('toString')]).toEqual(['', '', '']);
		expect(api.GetLastError()).toBe('404');
		api.GetValue('cmi.entry');
		expect(api.GetLastError()).toBe('0');
	});

	test('are written down, but not that something has no value yet, which nobody knows without asking', () => {
		const { get, set, findings } = begun();
		get('cmi.suspend_data');
		expect(findings).toEqual([]);
		set('cmi.session_time', 'PT1.234S');
		expect(findings).toEqual([
			{ call: 'SetValue', element: 'cmi.session_time', value: 'PT1.234S', code: '406', words: 'This must be a length of time such as PT12M34.5S, with at most 2 digits after the point.' }
		]);
	});
});

describe('what a careful reviewer objects to at the end', () => {
	const objections = (changes: Record<string, string | undefined>, { values = FINISHING, manifest = {} }: { values?: Record<string, string>; manifest?: Record<string, string> } = {}) => {
		const judge = judge2004({ manifest });
		const all = Object.entries({ ...values, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined);
		play(judge, Object.fromEntries(all));
		return judge.findings.map(({ element, words }) => [element, words]);
	};

	test('neither status was set', () => {
		const neither = { 'cmi.completion_status': undefined, 'cmi.success_status': undefined };
		expect(objections(neither, { values: LEAVING })).toEqual([['cmi.completion_status', 'Neither completion nor success was ever set, and each learning system records that differently.']]);
		expect(objections({ 'cmi.success_status': undefined })).toEqual([]);
		expect(objections({ 'cmi.completion_status': undefined, 'cmi.progress_measure': undefined })).toEqual([]);
	});

	test('exit was never set, or forgets where an incomplete learner was', () => {
		expect(objections({ 'cmi.exit': undefined })).toEqual([['cmi.exit', 'exit was never set: the attempt ends, and its data is dropped.']]);
		for (const exit of ['normal', '', 'time-out']) {
			expect(objections({ 'cmi.exit': exit }, { values: LEAVING })).toEqual([['cmi.exit', 'The module is not complete and exit is not "suspend": the next launch starts afresh.']]);
		}
	});

	test('exit signs the learner out', () => {
		expect(objections({ 'cmi.exit': 'logout' })).toEqual([['cmi.exit', 'This would sign the learner out of the learning system, and the standard advises against it.']]);
	});

	test('a complete module has a progress that is not whole', () => {
		expect(objections({ 'cmi.progress_measure': '0.9' })).toEqual([['cmi.progress_measure', 'The module is complete and its progress is 0.9: it should be 1.']]);
		expect(objections({ 'cmi.progress_measure': undefined })).toEqual([]);
	});

	test('the request does not fit how far the learner is', () => {
		for (const request of [undefined, 'continue', 'suspendAll']) {
			expect(objections({ 'adl.nav.request': request })).toEqual([['adl.nav.request', 'The module is complete, so the request should be "exitAll": some learning systems stay on an empty page.']]);
		}
		for (const request of [undefined, 'exitAll']) {
			expect(objections({ 'adl.nav.request': request }, { values: LEAVING })).toEqual([
				['adl.nav.request', 'The module is not complete, so the request should be "suspendAll": some learning systems stay on an empty page.']
			]);
		}
	});

	test('the request throws the attempt away', () => {
		expect(objections({ 'adl.nav.request': 'abandonAll' })).toContainEqual(['adl.nav.request', 'This throws away what was recorded in this attempt.']);
	});

	test('the time was never reported', () => {
		expect(objections({ 'cmi.session_time': undefined })).toEqual([['cmi.session_time', 'The time was never reported.']]);
	});

	test('something was set after the last commit', () => {
		const { api, set, words } = begun();
		for (const [element, value] of Object.entries(LEAVING)) set(element, value);
		api.Commit('');
		set('cmi.location', 'page-3');
		api.Terminate('');
		expect(words()).toEqual(['Something was set and not committed: it depends on Terminate, which can fail while the page goes away.']);
	});

	test('a raw score does not fit its limits', () => {
		const score = (raw: string, min?: string, max?: string, scaled?: string) => objections({ 'cmi.score.raw': raw, 'cmi.score.min': min, 'cmi.score.max': max, 'cmi.score.scaled': scaled });
		expect(score('8', '0', '10', '0.8')).toEqual([]);
		expect(score('2', '0', '3', '0.67')).toEqual([]);
		expect(score('-2', '-10', '10', '-0.2')).toEqual([]);
		expect(score('0', '0', '0', '0')).toEqual([['cmi.score.raw', 'A raw score of 0 is not between 0 and 0.']]);
		for (const [min, max] of [[undefined, '10'], ['0', undefined]]) expect(score('8', min, max, '0.8')).toEqual([['cmi.score.raw', 'A raw score says nothing without its min and max.']]);
		expect(score('12', '0', '10', '1')).toEqual([['cmi.score.raw', 'A raw score of 12 is not between 0 and 10.']]);
		expect(score('8', '0', '10')).toEqual([['cmi.score.scaled', 'There is a raw score and no scaled one, which is what learning systems compare.']]);
		expect(score('8', '0', '10', '0.5')).toEqual([['cmi.score.scaled', 'A raw score of 8 from 0 to 10 is 0.8 scaled, and not 0.5.']]);
	});

	test('a success does not follow from the pass mark', () => {
		const against = (success: string, scaled?: string) => objections({ 'cmi.success_status': success, 'cmi.score.scaled': scaled }, { manifest: { 'cmi.scaled_passing_score': '0.8' } });
		expect([against('passed', '0.8'), against('failed', '0.79')]).toEqual([[], []]);
		for (const [success, scaled] of [['passed', '0.79'], ['failed', '0.8'], ['passed', undefined]] as const) {
			expect(against(success, scaled)).toEqual([['cmi.success_status', `"${success}" does not follow from the score and the pass mark of 0.8: the learning system records something else.`]]);
		}
	});

	test('a completion does not follow from the threshold', () => {
		const manifest = { 'cmi.completion_threshold': '1' };
		expect([objections({}, { manifest }), objections({}, { values: LEAVING, manifest })]).toEqual([[], []]);
		expect(objections({ 'cmi.progress_measure': undefined }, { manifest })).toEqual([
			['cmi.completion_status', '"completed" does not follow from the progress and the threshold of 1: the learning system records something else.']
		]);
	});

	test('anything was written while somebody only looked', () => {
		for (const mode of ['review', 'browse'] as const) {
			const { api, set, words } = begun({ mode });
			expect(set('cmi.suspend_data', 'x')).toEqual(OK);
			api.Terminate('');
			expect(words()).toEqual([`Nothing may be written in ${mode} mode.`]);
		}
	});

	test('a status goes back', () => {
		const { set, words } = begun();
		set('cmi.completion_status', 'completed');
		set('cmi.success_status', 'passed');
		expect([set('cmi.completion_status', 'incomplete'), set('cmi.success_status', 'unknown')]).toEqual([OK, OK]);
		expect(words()).toEqual(['The status goes back from completed: a completion must not be taken away.', 'The status goes back from passed: a success must not be taken away.']);
	});

	test('a status goes back in a later launch', () => {
		const first = judge2004();
		play(first, { ...FINISHING, 'cmi.exit': 'suspend' });
		const { set, words } = begun({ saved: first.snapshot() });
		set('cmi.completion_status', 'incomplete');
		expect(words()).toEqual(['The status goes back from completed: a completion must not be taken away.']);
	});
});

describe('the next launch', () => {
	const kept = (values: Record<string, string>) => {
		const first = judge2004();
		play(first, values);
		return first.snapshot();
	};
	const after = (values: Record<string, string>, options: Parameters<typeof begun>[0] = {}) => begun({ ...options, saved: kept(values) });
	const found = ({ get }: ReturnType<typeof begun>) => ['cmi.entry', 'cmi.completion_status', 'cmi.success_status', 'cmi.suspend_data', 'cmi.total_time'].map((element) => get(element)[0]);

	test('finds what was committed, where exit was "suspend"', () => {
		expect(found(after(LEAVING))).toEqual(['resume', 'incomplete', 'unknown', 'page-2', 'PT0H1M30.5S']);
		expect(found(after({ ...FINISHING, 'cmi.exit': 'suspend' }))).toEqual(['resume', 'completed', 'passed', 'page-2', 'PT0H1M30.5S']);
	});

	test.each(['normal', '', 'time-out', 'logout'])('finds nothing where exit was "%s"', (exit) => {
		expect(found(after({ ...FINISHING, 'cmi.exit': exit }))).toEqual(['ab-initio', 'unknown', 'unknown', '', 'PT0S']);
	});

	test('finds nothing where exit was never set, also of a launch that crashed', () => {
		const suspended = judge2004();
		play(suspended);
		const crashed = begun({ saved: suspended.snapshot() });
		crashed.set('cmi.suspend_data', 'page-3');
		crashed.api.Commit('');
		expect(found(begun({ saved: crashed.snapshot() }))).toEqual(['ab-initio', 'unknown', 'unknown', '', 'PT0S']);
	});

	test('finds the launch before last, where the last kept nothing', () => {
		const suspended = judge2004();
		play(suspended);
		const left = begun({ saved: suspended.snapshot() });
		left.set('cmi.suspend_data', 'lost');
		expect(found(begun({ saved: left.snapshot() }))[3]).toBe('page-2');
	});

	test('does not find the request or the exit', () => {
		const { get } = after(LEAVING);
		expect(get('adl.nav.request')).toEqual(['_none_', '0']);
	});

	test('adds up the time of all sessions of an attempt', () => {
		const second = judge2004({ saved: kept({ ...LEAVING, 'cmi.session_time': 'P1DT59M59.99S' }) });
		play(second, { ...LEAVING, 'cmi.session_time': 'PT0.02S' });
		expect(begun({ saved: second.snapshot() }).get('cmi.total_time')).toEqual(['PT25H0M0.01S', '0']);
	});

	test('after completion begins afresh where that is so, whatever exit was', () => {
		expect(found(after({ ...FINISHING, 'cmi.exit': 'suspend' }, { afterCompletion: 'afresh' }))).toEqual(['ab-initio', 'unknown', 'unknown', '', 'PT0S']);
		expect(found(after(LEAVING, { afterCompletion: 'afresh' }))[0]).toBe('resume');
	});

	test('goes on counting interactions, objectives and comments', () => {
		const { get } = after({ ...LEAVING, 'cmi.interactions.0.id': 'q1', 'cmi.objectives.0.id': 'o1', 'cmi.comments_from_learner.0.comment': 'x' });
		expect(['interactions', 'objectives', 'comments_from_learner'].map((list) => get(`cmi.${list}._count`)[0])).toEqual(['1', '1', '1']);
	});
});
