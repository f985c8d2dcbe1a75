import { expect, test } from 'vitest';
import { begun } from './judge-2004-trial.ts';
import { OK, refused } from './trial.ts';

/** A session with an interaction of a type, or of none yet. */
function about(type?: string) {
	const session = begun();
	session.set('cmi.interactions.0.id', 'q1');
	if (type) session.set('cmi.interactions.0.type', type);
	return session;
}
const RESPONSE = 'cmi.interactions.0.learner_response';
const PATTERN = 'cmi.interactions.0.correct_responses.0.pattern';
const many = (count: number, part = (index: number) => `a${index}`) => Array.from({ length: count }, (_, index) => part(index)).join('[,]');

test.each<[string, string[], string[]]>([
	['true-false', ['true', 'false'], ['t', 'True', '1', '']],
	['choice', ['a', 'a[,]c', 'page-2.q1', '', many(36)], ['a[,]a', 'a[,]', '[,]a', 'a b', 'x'.repeat(251), many(37)]],
	['fill-in', ['tea', 'tea[,]coffee', '{lang=cy}te[,]{lang=en}tea', '', 'a\nb', many(10)], ['x'.repeat(251), '{lang=}x', many(11)]],
	['long-fill-in', ['', 'x'.repeat(4000), 'a\nb', '{lang=cy}te', 'a[,]b'], ['x'.repeat(4001), '{lang=}x']],
	['likert', ['3', 'not-at-all'], ['', 'a b', 'x'.repeat(251)]],
	['matching', ['1[.]a', '1[.]a[,]2[.]b', '', many(36, (index) => `${index}[.]a`)], ['1.a', '1', '1[.]', '[.]a', '1[.]a[.]b', '1[.]a[,]', many(37, (index) => `${index}[.]a`)]],
	['performance', ['open[.]1', '[.]the door', 'open[.]', 'open[.]1[,]shut[.]2', many(125, (index) => `s${index}[.]1`)], ['', 'open', '[.]', 'a b[.]1', `open[.]${'x'.repeat(251)}`, many(126, (index) => `s${index}[.]1`)]],
	['sequencing', ['a', 'a[,]c[,]b', 'a[,]a', '', many(36)], ['a[,]', 'a b', many(37)]],
	['numeric', ['1', '-0.5', '100'], ['one', '1e-7', '1[:]2', '']],
	['other', ['', 'anything at all', 'x'.repeat(4000)], ['x'.repeat(4001)]]
])('an answer of the type %s has its own form', (type, good, bad) => {
	const { set, get, findings } = about(type);
	for (const value of good) {
		expect([value, ...set(RESPONSE, value)]).toEqual([value, ...OK]);
		expect(get(RESPONSE)).toEqual([value, '0']);
	}
	expect(findings).toEqual([]);
	for (const value of bad) expect([value, ...set(RESPONSE, value)]).toEqual([value, ...refused('406')]);
});

test.each<[string, string[], string[]]>([
	['true-false', ['true', 'false'], ['t', '']],
	['choice', ['a[,]c', ''], ['a[,]a', 'a b']],
	['fill-in', ['tea', '{case_matters=true}tea', '{order_matters=false}{case_matters=true}{lang=en}tea[,]milk', '{case_matters=false}{order_matters=true}tea'], ['{case_matters=yes}tea', '{case_matters=true}{case_matters=true}{case_matters=true}tea', many(11)]],
	['long-fill-in', ['{case_matters=true}{lang=en}tea', 'tea'], ['{case_matters=1}tea', 'x'.repeat(4001)]],
	['likert', ['3'], ['']],
	['matching', ['1[.]a[,]2[.]b'], ['1.a']],
	['performance', ['{order_matters=false}open[.]1[:]10[,]shut[.]x', '[.][:]5', 'open[.]the door'], ['{order_matters=no}open[.]1', 'open[.]9[:]1', 'open[.]a[:]b', 'open']],
	['sequencing', ['a[,]c[,]b'], ['a b']],
	['numeric', ['1[:]10', '[:]10', '1[:]', '[:]', '4[:]4'], ['4', '10[:]1', '1[:]2[:]3', 'a[:]b', '1e-7[:]1']],
	['other', ['anything'], ['x'.repeat(4001)]]
])('a correct answer of the type %s has its own form', (type, good, bad) => {
	const { set, findings } = about(type);
	for (const value of good) expect([value, ...set(PATTERN, value)]).toEqual([value, ...OK]);
	expect(findings).toEqual([]);
	for (const value of bad) expect([value, ...set(PATTERN, value)]).toEqual([value, ...refused('406')]);
});

test.each<[string, string[], string[]]>([
	['id', ['q1', 'urn:nhs:q-1', 'https://example.org/q?x=1#y'], ['', 'a b', 'tŷ', 'x'.repeat(4001)]],
	['type', ['true-false', 'choice', 'fill-in', 'long-fill-in', 'likert', 'matching', 'performance', 'sequencing', 'numeric', 'other'], ['multiple-choice', 'Choice', '']],
	['result', ['correct', 'incorrect', 'unanticipated', 'neutral', '0.5', '-1'], ['wrong', 'right', '', '1e-7']],
	['weighting', ['0', '1.5', '-2'], ['', 'heavy', '1e-7']],
	['latency', ['PT0S', 'PT3.25S'], ['3', 'PT3.255S', '00:00:03']],
	['timestamp', ['2026-11-26T10:42:58.00Z'], ['2026-11-26T10:42:58.123Z', '10:42:58']],
	['description', ['', 'Which of these?', '{lang=cy}Pa un?', 'x'.repeat(250)], ['x'.repeat(251), '{lang=}x']],
	['objectives.0.id', ['o1'], ['', 'a b']]
])('%s of an interaction has its own values', (name, good, bad) => {
	const { set } = about();
	for (const value of good) expect([value, ...set(`cmi.interactions.0.${name}`, value)]).toEqual([value, ...OK]);
	for (const value of bad) expect([value, ...set(`cmi.interactions.0.${name}`, value)]).toEqual([value, ...refused('406')]);
});

test.each(['type', 'timestamp', 'weighting', 'learner_response', 'result', 'latency', 'description', 'objectives.0.id', 'correct_responses.0.pattern'])('%s comes after the id', (name) => {
	const { set, get, words } = begun();
	expect(set(`cmi.interactions.0.${name}`, 'x')).toEqual(refused('408'));
	expect([words(), get('cmi.interactions._count')[0]]).toEqual([['The id comes first.'], '0']);
});

test.each(['learner_response', 'correct_responses.0.pattern'])('%s comes after the type', (name) => {
	const { set, words } = about();
	expect(set(`cmi.interactions.0.${name}`, 'a')).toEqual(refused('408'));
	expect(words()).toEqual(['The type of the interaction comes first.']);
});

test('they are counted and can be read', () => {
	const { set, get } = about('choice');
	set('cmi.interactions.1.id', 'q2');
	set('cmi.interactions.0.objectives.0.id', 'o1');
	set(PATTERN, 'a');
	expect(['cmi.interactions._count', 'cmi.interactions.0.objectives._count', 'cmi.interactions.0.correct_responses._count', 'cmi.interactions.1.objectives._count'].map((name) => get(name)[0])).toEqual(['2', '1', '1', '0']);
	expect([get('cmi.interactions.1.id'), get('cmi.interactions.1.type'), get('cmi.interactions.2.id')]).toEqual([['q2', '0'], ['', '403'], ['', '301']]);
});

test('two interactions may have the same id, and one that gets another is objected to', () => {
	const { set, words } = about();
	expect([set('cmi.interactions.1.id', 'q1'), set('cmi.interactions.1.id', 'q2')]).toEqual([OK, OK]);
	expect(words()).toEqual(['What was reported of another interaction is now said of this one.']);
});

test('an interaction is about an objective once', () => {
	const { set } = about();
	set('cmi.interactions.0.objectives.0.id', 'o1');
	expect(set('cmi.interactions.0.objectives.1.id', 'o1')).toEqual(refused('351'));
	set('cmi.interactions.1.id', 'q2');
	expect(set('cmi.interactions.1.objectives.0.id', 'o1')).toEqual(OK);
});

test.each(['true-false', 'likert', 'numeric', 'other'])('an interaction of the type %s has one correct answer', (type) => {
	const { set, words } = about(type);
	const value = type === 'numeric' ? '1[:]2' : 'true';
	expect([set(PATTERN, value), set('cmi.interactions.0.correct_responses.1.pattern', value)]).toEqual([OK, refused('351')]);
	expect(words()).toEqual([`An interaction of the type ${type} has one correct answer.`]);
});

test.each(['choice', 'sequencing'])('correct answers of the type %s differ', (type) => {
	const { set } = about(type);
	expect([set(PATTERN, 'a'), set('cmi.interactions.0.correct_responses.1.pattern', 'a'), set('cmi.interactions.0.correct_responses.1.pattern', 'b')]).toEqual([OK, refused('351'), OK]);
});
