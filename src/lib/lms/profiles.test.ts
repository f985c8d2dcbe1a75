import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MODEL } from './elements-1.2.ts';
import { begun as begun12, playWell } from './judge-1.2-trial.ts';
import { judge12 } from './judge-1.2.ts';
import { begun as begun2004, FINISHING, LEAVING, play } from './judge-2004-trial.ts';
import { judge2004 } from './judge-2004.ts';
import { PROFILES_12 } from './profiles-1.2.ts';
import { PROFILES_2004 } from './profiles-2004.ts';
import { OK, refused } from './trial.ts';

const names12 = Object.keys(PROFILES_12) as (keyof typeof PROFILES_12)[];
const names2004 = Object.keys(PROFILES_2004) as (keyof typeof PROFILES_2004)[];

test.each(names12)('content that does everything right in SCORM 1.2 is not objected to by %s', (profile) => {
	const judge = judge12({ profile });
	playWell(judge);
	expect(judge.findings).toEqual([]);
});

test.each(names2004.flatMap((profile) => [LEAVING, FINISHING].map((values) => [profile, values] as const)))('content that does everything right in SCORM 2004 is not objected to by %s', (profile, values) => {
	const judge = judge2004({ profile });
	play(judge, values);
	expect(judge.findings).toEqual([]);
});

test.each(PROFILES_12.esr.only!)("ESR's adapter names an element that there is: %s", (name) => {
	expect(MODEL.lookUp(name).kind).toBe('element');
});

test('the Learning Hub takes 4 digits of hours and crashes on fewer', () => {
	const { set } = begun12({ profile: 'learning-hub' });
	expect([set('cmi.core.session_time', '0000:05:00'), set('cmi.core.session_time', '00:05:00'), set('cmi.core.session_time', '000:05:00')]).toEqual([OK, refused('405'), refused('405')]);
});

test('the Learning Hub takes less than 4,096 characters of state', () => {
	const { set } = begun12({ profile: 'learning-hub' });
	expect([set('cmi.suspend_data', 'x'.repeat(4095)), set('cmi.suspend_data', 'x'.repeat(4096))]).toEqual([OK, refused('405')]);
});

test.each([
	['cmi.interactions.0.id', 'question 1'],
	['cmi.interactions.0.result', 'incorrect'],
	['cmi.interactions.0.result', '1000'],
	['cmi.interactions.0.result', '-1'],
	['cmi.interactions.0.weighting', '1000'],
	['cmi.core.session_time', '0000:00:00.123'],
	['cmi.core.score.raw', '101'],
	['cmi.core.exit', 'normal']
])('Moodle refuses in SCORM 1.2 that %s is %s', (element, value) => {
	const { set } = begun12({ profile: 'moodle' });
	set('cmi.interactions.0.id', 'q1');
	expect(set(element, value)).toEqual(refused('405'));
});

const inMoodle = (type: string) => {
	const session = begun2004({ profile: 'moodle' });
	session.set('cmi.interactions.0.id', 'q1');
	session.set('cmi.interactions.0.type', type);
	return session;
};

test.each([
	['choice', 'learner_response', 'page-2'],
	['choice', 'learner_response', 'a[,]page-2'],
	['choice', 'learner_response', 'a,c'],
	['choice', 'learner_response', ''],
	['choice', 'correct_responses.0.pattern', 'page-2'],
	['sequencing', 'learner_response', 'a-1[,]b'],
	['matching', 'learner_response', '1-a[.]b'],
	['performance', 'learner_response', 'open-it[.]1'],
	['performance', 'learner_response', 'open[.]the door'],
	['likert', 'learner_response', 'not-at-all'],
	['long-fill-in', 'learner_response', 'one line\nand another'],
	['long-fill-in', 'correct_responses.0.pattern', 'one line\nand another'],
	['fill-in', 'learner_response', 'one line\nand another'],
	['fill-in', 'correct_responses.0.pattern', 'one line\nand another'],
	['performance', 'correct_responses.0.pattern', 'open-it[.]1'],
	['numeric', 'learner_response', '100000'],
	['choice', 'description', 'one line\nand another'],
	['choice', 'timestamp', '2026-11-26T10:42:58Z'],
	['choice', 'timestamp', '2026-11-26T10:42:58+01:00'],
	['choice', 'timestamp', '2026-11-26T10:42:58-01:00'],
	['choice', 'timestamp', '2026-11-26T10:42:58.123Z'],
	['choice', 'latency', 'PT1.123S'],
	['choice', 'result', 'wrong'],
	['choice', 'result', '10000'],
	['choice', 'weighting', '1e-7']
])('Moodle refuses in SCORM 2004, of the type %s, that %s is %j', (type, name, value) => {
	expect(inMoodle(type).set(`cmi.interactions.0.${name}`, value)).toEqual(refused('406'));
});

test.each([
	['cmi.learner_preference.audio_level', '100000'],
	['cmi.score.raw', '100000'],
	['cmi.score.raw', `0.${'3'.repeat(19)}`],
	['cmi.comments_from_learner.0.comment', 'one line\nand another'],
	['cmi.session_time', 'PT1.123S']
])('Moodle refuses in SCORM 2004 that %s is %j', (element, value) => {
	expect(begun2004({ profile: 'moodle' }).set(element, value)).toEqual(refused('406'));
});

test.each([
	['choice', 'learner_response', 'a[,]page_2.q1'],
	['choice', 'correct_responses.0.pattern', 'a'],
	['sequencing', 'learner_response', 'a[,]b'],
	['matching', 'learner_response', '1[.]a[,]2[.]b'],
	['performance', 'learner_response', 'open[.]1[,][.]2'],
	['performance', 'correct_responses.0.pattern', '{order_matters=false}open[.]-1.5'],
	['likert', 'learner_response', 'not_at_all'],
	['long-fill-in', 'learner_response', 'one line'],
	['fill-in', 'learner_response', 'tea[,]coffee'],
	['numeric', 'learner_response', '99999.5'],
	['choice', 'timestamp', '2026-11-26T10:42:58.00Z'],
	['choice', 'timestamp', '2026-11-26T10:42:58.0-01:00'],
	['choice', 'timestamp', '2026-11-26T10:42:58'],
	['choice', 'timestamp', '2026'],
	['choice', 'result', '-0.5']
])('Moodle takes in SCORM 2004, of the type %s, that %s is %j', (type, name, value) => {
	expect(inMoodle(type).set(`cmi.interactions.0.${name}`, value)).toEqual(OK);
});

/** What a profile may not take when the whole standard does not: the same calls go to both. */
const values = fc.oneof(
	fc.constantFrom('', 'a', 'a-b[,]c', '1[.]a', 'x[.]y[:]z', '1[:]2', 'true', 't', 'correct', 'wrong', '1e-7', '100000', '0.5', '-1', '00:05:00', '0000:05:00', 'PT1.5S', 'P1D', '2026-11-26T10:42:58Z', '2026-11-26T10:42:58.00Z', '{lang=en}a\nb', 'suspend', 'normal', 'completed'),
	fc.string({ maxLength: 12 }),
	fc.double({ noNaN: true }).map(String)
);
const types = ['true-false', 'choice', 'fill-in', 'long-fill-in', 'likert', 'matching', 'performance', 'sequencing', 'numeric', 'other'];

type Setting = (element: string, value: string) => unknown[];

/** Tries values of `names` on an LMS of a profile and on one of the whole standard. */
function neverMore(names: string[], narrow: () => { set: Setting }, whole: () => { set: Setting }): void {
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.constantFrom(...types), values, (name, type, value) => {
			const [inProfile, inStandard] = [narrow(), whole()].map(({ set }) => {
				set('cmi.interactions.0.id', 'q1');
				set('cmi.interactions.0.type', type);
				return set(`cmi.${name}`, value)[0];
			});
			return inProfile === 'false' || inStandard === 'true';
		})
	);
}
const ofInteractions = ['result', 'weighting', 'student_response', 'learner_response', 'correct_responses.0.pattern', 'latency', 'timestamp'].map((name) => `interactions.0.${name}`);

test.each(names12)('whatever %s takes of SCORM 1.2, the whole standard takes', (profile) => {
	neverMore(['core.session_time', 'core.score.raw', 'core.exit', 'core.lesson_status', 'suspend_data', ...ofInteractions], () => begun12({ profile }), begun12);
});

test.each(names2004)('whatever %s takes of SCORM 2004, the whole standard takes', (profile) => {
	neverMore(['session_time', 'score.raw', 'exit', 'comments_from_learner.0.comment', 'comments_from_learner.0.timestamp', ...ofInteractions], () => begun2004({ profile }), begun2004);
});
