import { describe, expect, test } from 'vitest';
import { judge2004 } from './judge-2004.ts';
import { begun, play } from './judge-2004-trial.ts';
import { OK, refused } from './trial.ts';

describe('the data model', () => {
	test.each([
		['cmi.completion_status', 'read and write'],
		['cmi.success_status', 'read and write'],
		['cmi.location', 'read and write'],
		['cmi.suspend_data', 'read and write'],
		['cmi.progress_measure', 'read and write'],
		['cmi.score.scaled', 'read and write'],
		['cmi.score.raw', 'read and write'],
		['cmi.score.min', 'read and write'],
		['cmi.score.max', 'read and write'],
		['cmi.learner_preference.audio_level', 'read and write'],
		['cmi.learner_preference.language', 'read and write'],
		['cmi.learner_preference.delivery_speed', 'read and write'],
		['cmi.learner_preference.audio_captioning', 'read and write'],
		['cmi.comments_from_learner.0.comment', 'read and write'],
		['cmi.comments_from_learner.0.location', 'read and write'],
		['cmi.comments_from_learner.0.timestamp', 'read and write'],
		['cmi.objectives.0.id', 'read and write'],
		['cmi.objectives.0.score.scaled', 'read and write'],
		['cmi.objectives.0.score.raw', 'read and write'],
		['cmi.objectives.0.score.min', 'read and write'],
		['cmi.objectives.0.score.max', 'read and write'],
		['cmi.objectives.0.success_status', 'read and write'],
		['cmi.objectives.0.completion_status', 'read and write'],
		['cmi.objectives.0.progress_measure', 'read and write'],
		['cmi.objectives.0.description', 'read and write'],
		['cmi.interactions.0.id', 'read and write'],
		['cmi.interactions.0.type', 'read and write'],
		['cmi.interactions.0.objectives.0.id', 'read and write'],
		['cmi.interactions.0.timestamp', 'read and write'],
		['cmi.interactions.0.correct_responses.0.pattern', 'read and write'],
		['cmi.interactions.0.weighting', 'read and write'],
		['cmi.interactions.0.learner_response', 'read and write'],
		['cmi.interactions.0.result', 'read and write'],
		['cmi.interactions.0.latency', 'read and write'],
		['cmi.interactions.0.description', 'read and write'],
		['adl.nav.request', 'read and write'],
		['cmi.exit', 'write only'],
		['cmi.session_time', 'write only'],
		['cmi.learner_id', 'read only'],
		['cmi.learner_name', 'read only'],
		['cmi.credit', 'read only'],
		['cmi.mode', 'read only'],
		['cmi.entry', 'read only'],
		['cmi.launch_data', 'read only'],
		['cmi.completion_threshold', 'read only'],
		['cmi.scaled_passing_score', 'read only'],
		['cmi.max_time_allowed', 'read only'],
		['cmi.time_limit_action', 'read only'],
		['cmi.total_time', 'read only'],
		['cmi.comments_from_lms.0.comment', 'read only'],
		['cmi.comments_from_lms.0.location', 'read only'],
		['cmi.comments_from_lms.0.timestamp', 'read only'],
		['adl.nav.request_valid.continue', 'read only'],
		['adl.nav.request_valid.previous', 'read only']
	])('%s is there to %s', (element, access) => {
		const { set, get } = begun();
		const reading = get(element)[1] === '405' ? 'write only' : undefined;
		const writing = set(element, 'x')[1] === '404' ? 'read only' : undefined;
		expect(reading ?? writing ?? 'read and write').toBe(access);
		expect([get(element)[1], set(element, 'x')[1]]).not.toContain('401');
	});

	test.each(['cmi.core.lesson_status', 'cmi', 'cmi.score', 'adl.nav', 'adl.data.0.id', 'cmi.interactions.n.id', 'cmi.interactions.00.id', 'cmi.interactions.-1.id', 'nothing'])('there is no %s', (element) => {
		const { set, get } = begun();
		expect([get(element), set(element, 'x')]).toEqual([['', '401'], refused('401')]);
	});

	test.each([
		['cmi._version', '1.0'],
		['cmi.score._children', 'scaled,raw,min,max'],
		['cmi.learner_preference._children', 'audio_level,language,delivery_speed,audio_captioning'],
		['cmi.comments_from_learner._children', 'comment,location,timestamp'],
		['cmi.comments_from_lms._children', 'comment,location,timestamp'],
		['cmi.objectives._children', 'id,score,success_status,completion_status,progress_measure,description'],
		['cmi.interactions._children', 'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description'],
		['cmi.interactions._count', '0'],
		['cmi.objectives._count', '0'],
		['cmi.comments_from_learner._count', '0'],
		['cmi.comments_from_lms._count', '0']
	])('%s is %s, and cannot be set', (keyword, value) => {
		const { set, get } = begun();
		expect([get(keyword), set(keyword, value)]).toEqual([[value, '0'], refused('404')]);
	});

	test('a first launch begins from nothing, and says who learns', () => {
		const { get } = begun({ learner: { id: '17', name: 'Example, A' } });
		const elements = ['learner_id', 'learner_name', 'completion_status', 'success_status', 'entry', 'mode', 'credit', 'total_time', 'time_limit_action'];
		expect(elements.map((element) => get(`cmi.${element}`)[0])).toEqual(['17', 'Example, A', 'unknown', 'unknown', 'ab-initio', 'normal', 'credit', 'PT0S', 'continue,no message']);
		const unset = ['location', 'suspend_data', 'progress_measure', 'score.scaled', 'score.raw', 'launch_data', 'scaled_passing_score', 'completion_threshold', 'max_time_allowed'];
		expect(unset.map((element) => get(`cmi.${element}`))).toEqual(unset.map(() => ['', '403']));
	});

	test.each(['review', 'browse'] as const)('in %s mode there is no credit', (mode) => {
		const { get } = begun({ mode });
		expect([get('cmi.mode'), get('cmi.credit')]).toEqual([[mode, '0'], ['no-credit', '0']]);
	});

	test('what the manifest and the learning system say can be read', () => {
		const { get } = begun({ manifest: { 'cmi.launch_data': 'x=1', 'cmi.max_time_allowed': 'PT1H', 'cmi.comments_from_lms.0.comment': 'Welcome' } });
		expect(['launch_data', 'max_time_allowed', 'comments_from_lms._count', 'comments_from_lms.0.comment'].map((element) => get(`cmi.${element}`)[0])).toEqual(['x=1', 'PT1H', '1', 'Welcome']);
	});

	test('a pass mark decides what success is, and nothing else does', () => {
		const { get, set } = begun({ manifest: { 'cmi.scaled_passing_score': '0.8' } });
		const success = () => get('cmi.success_status')[0];
		set('cmi.success_status', 'passed');
		expect(success()).toBe('unknown');
		set('cmi.score.scaled', '0.79');
		expect(success()).toBe('failed');
		set('cmi.score.scaled', '0.8');
		set('cmi.success_status', 'failed');
		expect(success()).toBe('passed');
	});

	test('a threshold decides what completion is, and that is what is kept', () => {
		const judge = judge2004({ manifest: { 'cmi.completion_threshold': '0.5' } });
		play(judge, { 'cmi.completion_status': 'completed' });
		expect(judge.snapshot()['cmi.completion_status']).toBe('unknown');
		const { get, set } = begun({ manifest: { 'cmi.completion_threshold': '0.5' } });
		set('cmi.progress_measure', '0.4');
		expect(get('cmi.completion_status')).toEqual(['incomplete', '0']);
		set('cmi.progress_measure', '0.5');
		expect(get('cmi.completion_status')).toEqual(['completed', '0']);
	});
});

describe('values', () => {
	test.each<[string, string[]]>([
		['cmi.completion_status', ['unknown', 'not attempted', 'incomplete', 'completed']],
		['cmi.success_status', ['unknown', 'failed', 'passed']],
		['cmi.exit', ['time-out', 'suspend', 'normal', '']],
		['cmi.location', ['', 'x'.repeat(1000), 'tŷ']],
		['cmi.suspend_data', ['', 'x'.repeat(64_000), '’😀\n']],
		['cmi.session_time', ['PT0S', 'PT12M34.5S', 'PT1H', 'PT100H', 'PT0.05S', 'PT1H30S', 'PT3600S']],
		['cmi.progress_measure', ['0', '1', '0.5', '0.3333333']],
		['cmi.score.scaled', ['-1', '1', '0', '-0.5', '1.0']],
		['cmi.score.raw', ['0', '-5', '100', '12.5', '1234567']],
		['cmi.learner_preference.audio_level', ['0', '1', '12.5']],
		['cmi.learner_preference.delivery_speed', ['0', '2']],
		['cmi.learner_preference.audio_captioning', ['-1', '0', '1']],
		['cmi.learner_preference.language', ['', 'en', 'en-GB', 'cym', 'i-klingon', 'x-house']],
		['cmi.comments_from_learner.0.comment', ['', 'x'.repeat(4000), '{lang=cy}Helo', '{lang=en-GB}', `{lang=en}${'x'.repeat(4000)}`, '{this} is no language']],
		['cmi.comments_from_learner.0.location', ['', 'x'.repeat(250)]],
		['cmi.comments_from_learner.0.timestamp', ['2026-11-26T10:42:58.00Z', '2026-11-26T10:42:58.5+01:00', '2026-11-26T10:42:58.00-05', '2026-11-26T10:42:58', '2026-11-26T10:42', '2026-11-26T10', '2026-11-26', '2026-11', '2026', '2028-02-29', '1970', '2038-12-31']],
		['adl.nav.request', ['continue', 'previous', 'exit', 'exitAll', 'suspendAll', '_none_', '{target=item-1}choice']]
	])('%s takes what it should', (element, values) => {
		const { set, findings } = begun();
		for (const value of values) expect([value, ...set(element, value)]).toEqual([value, ...OK]);
		expect(findings).toEqual([]);
	});

	test.each<[string, string[]]>([
		['cmi.completion_status', ['complete', 'Completed', 'passed', 'browsed', '']],
		['cmi.success_status', ['completed', 'Passed', '']],
		['cmi.exit', ['Suspend', 'timeout', ' ']],
		['cmi.location', ['x'.repeat(1001), '\0', '\ud800']],
		['cmi.suspend_data', ['x'.repeat(64_001), '\u0007']],
		['cmi.session_time', ['', 'P', 'PT', 'P0S', 'PT1.234S', 'PT1.S', 'PT.5S', 'PT1.5H', 'PT1M1H', 'P1W', '-PT1S', '00:05:00', '90', 'PT1S ', 'pt1s']],
		['cmi.progress_measure', ['', '1e-7', '1E0', '50%', '.5', '1.', '+1', ' 1', '1,5', 'NaN', 'Infinity']],
		['cmi.score.scaled', ['1e-7', 'half', '']],
		['cmi.score.raw', ['1e2', '']],
		['cmi.learner_preference.audio_captioning', ['2', '-2', '0.5']],
		['cmi.learner_preference.language', ['english-language-x', 'e', 'en_GB', 'en-']],
		['cmi.comments_from_learner.0.comment', ['x'.repeat(4001), '{lang=}x', '{lang=english}x', '{lang=en', `{lang=en}${'x'.repeat(4001)}`]],
		['cmi.comments_from_learner.0.location', ['x'.repeat(251)]],
		['cmi.comments_from_learner.0.timestamp', ['', '2026-11-26T10:42:58.000Z', '2026-11-26T10:42Z', '2026-11-26 10:42:58', '2026-02-30', '2026-13-01', '2027-02-29', '2026-11-26T24:00:00', '2026-11-26T10:60:00', '1969-12-31', '2039', '26-11-2026', '2026-11-26T10:42:58.00Z ']],
		['cmi.objectives.0.id', ['', 'a b', 'tŷ', 'urn:', 'urn:x', '100%', 'x'.repeat(4001)]],
		['adl.nav.request', ['', 'Continue', 'suspend', 'choice', 'choice{target=item-1}', '{target=}choice', '{target=a b}choice', '{target=item-1}jump']]
	])('%s refuses another kind', (element, values) => {
		const { set, findings } = begun();
		for (const value of values) expect([value, ...set(element, value)]).toEqual([value, ...refused('406')]);
		expect(findings).toHaveLength(values.length);
	});

	test.each<[string, string[]]>([
		['cmi.progress_measure', ['-0.1', '1.1', '50']],
		['cmi.score.scaled', ['-1.01', '1.0000001', '80']],
		['cmi.learner_preference.audio_level', ['-1']],
		['cmi.learner_preference.delivery_speed', ['-0.5']]
	])('%s refuses what is out of range', (element, values) => {
		const { set } = begun();
		for (const value of values) expect([value, ...set(element, value)]).toEqual([value, ...refused('407')]);
	});

	test.each<[string, string, string]>([
		['cmi.session_time', 'P0D', 'Not every learning system reads years, months and days, nor a length of time without a T: write PT0S or the like.'],
		['cmi.session_time', 'P1DT1H', 'Not every learning system reads years, months and days, nor a length of time without a T: write PT0S or the like.'],
		['cmi.session_time', 'P2MT5S', 'Not every learning system reads years, months and days, nor a length of time without a T: write PT0S or the like.'],
		['cmi.comments_from_learner.0.timestamp', '2026-11-26T10:42:58Z', 'Moodle refuses a zone without a fraction of a second before it: write .00 before it.'],
		['cmi.score.scaled', '0.66666667', 'Only 7 digits after the point are sure to be kept.']
	])('%s takes %s, and a careful reviewer objects', (element, value, remark) => {
		const { set, words } = begun();
		expect(set(element, value)).toEqual(OK);
		expect(words()).toEqual([remark]);
	});

	test('a value that is no string is objected to', () => {
		const { api, words } = begun();
		expect(api.SetValue('cmi.score.raw', 50 as unknown as string)).toBe('true');
		expect(words()).toEqual(['The value is not a string but a number.']);
	});
});

describe('lists', () => {
	test('an objective has one id for good, which no other has', () => {
		const { set, get, words } = begun();
		for (const [index, id] of ['o1', 'urn:nhs:o-2', 'https://example.org/o?x=1#y', 'x'.repeat(4000)].entries()) expect(set(`cmi.objectives.${index}.id`, id)).toEqual(OK);
		expect([set('cmi.objectives.0.id', 'o1'), get('cmi.objectives._count')]).toEqual([OK, ['4', '0']]);
		expect([set('cmi.objectives.4.id', 'o1'), set('cmi.objectives.0.id', 'o9')]).toEqual([refused('351'), refused('351')]);
		expect(words()).toEqual(['Another objective has this id already.', 'The id of an objective cannot be changed.']);
		expect(get('cmi.objectives._count')).toEqual(['4', '0']);
	});

	test('an objective has statuses before they are set, and nothing else', () => {
		const { set, get } = begun();
		set('cmi.objectives.0.id', 'o1');
		expect(['success_status', 'completion_status', 'progress_measure', 'score.raw', 'description'].map((name) => get(`cmi.objectives.0.${name}`))).toEqual([
			['unknown', '0'],
			['unknown', '0'],
			['', '403'],
			['', '403'],
			['', '403']
		]);
		expect(set('cmi.objectives.0.success_status', 'passed')).toEqual(OK);
		expect([get('cmi.objectives.0.success_status'), get('cmi.objectives.0.score._children')]).toEqual([['passed', '0'], ['scaled,raw,min,max', '0']]);
	});

	test('an index follows the one before', () => {
		const { set, words } = begun();
		expect([set('cmi.interactions.1.id', 'q2'), set('cmi.comments_from_learner.1.comment', 'x')]).toEqual([refused('351'), refused('351')]);
		expect(words()[0]).toBe("The index leaves a gap: the next one is the list's _count.");
	});

	test('comments need no id', () => {
		const { set, get } = begun();
		expect(set('cmi.comments_from_learner.0.timestamp', '2026')).toEqual(OK);
		expect([get('cmi.comments_from_learner._count'), get('cmi.comments_from_learner.0.comment')]).toEqual([['1', '0'], ['', '403']]);
	});
});
