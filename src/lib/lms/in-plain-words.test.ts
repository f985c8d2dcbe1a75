import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAMES_12, NAMES_2004 } from './functions.ts';
import { inPlainWords } from './in-plain-words.ts';
import { judge2004 } from './judge-2004.ts';
import { logged, type Call } from './log.ts';
import { misbehave } from './misbehaviour.ts';

const say = (name: Call['name'], given: string[], answer = 'true') => inPlainWords({ name, arguments: given, answer });

test.each<[string, string[], string]>([
	['Told the learning system: in progress', ['cmi.core.lesson_status', 'cmi.completion_status'], 'incomplete'],
	['Told the learning system: complete', ['cmi.core.lesson_status', 'cmi.completion_status'], 'completed'],
	['Told the learning system: passed', ['cmi.core.lesson_status', 'cmi.success_status'], 'passed'],
	['Told the learning system: not passed', ['cmi.core.lesson_status', 'cmi.success_status'], 'failed'],
	['Told the learning system: not known yet', ['cmi.success_status'], 'unknown'],
	['Saved the place: page what-peers-do', ['cmi.core.lesson_location', 'cmi.location'], 'what-peers-do'],
	['Saved what was done so far, in 12 characters', ['cmi.suspend_data'], '1~a.b.c~d=e;'],
	['Saved what was done so far, in 1 character', ['cmi.suspend_data'], '1'],
	['Asked to go on from the same place next time', ['cmi.core.exit', 'cmi.exit'], 'suspend'],
	['Said that there is nothing to go on from next time', ['cmi.core.exit', 'cmi.exit'], ''],
	['Said that there is nothing to go on from next time', ['cmi.exit'], 'normal'],
	['Said that the time was up', ['cmi.core.exit', 'cmi.exit'], 'time-out'],
	['Asked to sign the learner out', ['cmi.core.exit', 'cmi.exit'], 'logout'],
	['Reported the time: 1 hour 2 minutes 3 seconds', ['cmi.core.session_time'], '0001:02:03.5'],
	['Reported the time: 12 minutes 34 seconds', ['cmi.session_time'], 'PT12M34.5S'],
	['Reported the time: 1 day 1 second', ['cmi.session_time'], 'P1DT1S'],
	['Reported the time: less than a second', ['cmi.core.session_time'], '0000:00:00'],
	['Reported the time: less than a second', ['cmi.session_time'], 'PT0S'],
	['Reported the time: P1Y', ['cmi.session_time'], 'P1Y'],
	['Reported the score: 80', ['cmi.core.score.raw', 'cmi.score.raw'], '80'],
	['Reported the lowest score there is: 0', ['cmi.core.score.min', 'cmi.score.min'], '0'],
	['Reported the highest score there is: 100', ['cmi.core.score.max', 'cmi.score.max'], '100'],
	['Reported the score: 66.7%', ['cmi.score.scaled'], '0.66667'],
	['Reported how much is done: 50%', ['cmi.progress_measure'], '0.5'],
	['Reported question 1: q1', ['cmi.interactions.0.id'], 'q1'],
	['Reported what kind of question 2 is: choice', ['cmi.interactions.1.type'], 'choice'],
	['Reported the answer to question 11: a,c', ['cmi.interactions.10.student_response', 'cmi.interactions.10.learner_response'], 'a,c'],
	['Reported a right answer to question 1: a', ['cmi.interactions.0.correct_responses.0.pattern'], 'a'],
	['Reported how the answer to question 1 was: right', ['cmi.interactions.0.result'], 'correct'],
	['Reported how the answer to question 1 was: not right', ['cmi.interactions.0.result'], 'wrong'],
	['Reported how the answer to question 1 was: not right', ['cmi.interactions.0.result'], 'incorrect'],
	['Reported when question 1 was answered: 10:42:58', ['cmi.interactions.0.time', 'cmi.interactions.0.timestamp'], '10:42:58'],
	['Reported how long question 1 took: 3 seconds', ['cmi.interactions.0.latency'], 'PT3S'],
	['Reported the words of question 1: Which?', ['cmi.interactions.0.description'], 'Which?'],
	['Reported how much question 1 counts: 1', ['cmi.interactions.0.weighting'], '1'],
	['Reported what question 1 is about: o1', ['cmi.interactions.0.objectives.0.id'], 'o1'],
	['Asked to close the training, which is finished', ['adl.nav.request'], 'exitAll'],
	['Asked to close the training for now', ['adl.nav.request'], 'suspendAll'],
	['Asked to go to another part', ['adl.nav.request'], '{target=x}choice'],
	['Set cmi.comments to "x"', ['cmi.comments'], 'x']
])('"%s" is what setting %j says', (words, elements, value) => {
	for (const element of elements) for (const name of ['LMSSetValue', 'SetValue'] as const) expect(say(name, [element, value])).toBe(words);
});

test.each<[string, string[], string]>([
	['Asked what was saved last time: nothing', ['cmi.suspend_data'], ''],
	['Asked what was saved last time: nothing', ['cmi.suspend_data'], 'null'],
	['Asked what was saved last time: 4,000 characters', ['cmi.suspend_data'], 'x'.repeat(4000)],
	['Asked how far the learner was last time: not started', ['cmi.core.lesson_status'], 'not attempted'],
	['Asked how far the learner was last time: not known yet', ['cmi.completion_status', 'cmi.success_status'], 'unknown'],
	['Asked which page was open last time: page-2', ['cmi.core.lesson_location', 'cmi.location'], 'page-2'],
	['Asked what the learner is here for: they take the training', ['cmi.core.lesson_mode', 'cmi.mode'], 'normal'],
	['Asked what the learner is here for: they only look back', ['cmi.core.lesson_mode', 'cmi.mode'], 'review'],
	['Asked whether this is the first time: yes', ['cmi.core.entry', 'cmi.entry'], 'ab-initio'],
	['Asked whether this is the first time: no, they come back', ['cmi.core.entry', 'cmi.entry'], 'resume'],
	['Asked how long the learner was here before: 1 minute 30 seconds', ['cmi.core.total_time'], '0000:01:30'],
	['Asked for the pass mark: 80', ['cmi.student_data.mastery_score', 'cmi.scaled_passing_score'], '80'],
	['Asked who the learner is: Example, A', ['cmi.core.student_name', 'cmi.learner_name'], 'Example, A'],
	['Asked how many questions are reported so far: 2', ['cmi.interactions._count'], '2'],
	['Asked what the learning system can keep: raw,min,max', ['cmi.core.score._children'], 'raw,min,max'],
	['Asked for cmi.launch_data: x', ['cmi.launch_data'], 'x']
])('"%s" is what asking for %j says', (words, elements, answer) => {
	for (const element of elements) for (const name of ['LMSGetValue', 'GetValue'] as const) expect(say(name, [element], answer)).toBe(words);
});

test.each<[string, Call['name'][], string[], string]>([
	['Told the learning system that somebody has opened the training', ['LMSInitialize', 'Initialize'], [''], 'true'],
	['Told the learning system that somebody has opened the training. The learning system did not start.', ['LMSInitialize', 'Initialize'], [''], 'false'],
	['Asked the learning system to keep everything', ['LMSCommit', 'Commit'], [''], 'true'],
	['Asked the learning system to keep everything. The learning system did not keep it.', ['LMSCommit', 'Commit'], [''], 'false'],
	['Asked the learning system to keep everything. The learning system did not answer.', ['LMSCommit', 'Commit'], [''], 'threw'],
	['Told the learning system that the learner has left', ['LMSFinish', 'Terminate'], [''], 'true'],
	['Told the learning system that the learner has left. The learning system did not take it.', ['LMSFinish', 'Terminate'], [''], 'false'],
	['Saved the place: page x. The learning system did not keep it.', ['LMSSetValue', 'SetValue'], ['cmi.location', 'x'], 'false'],
	['Saved the place: page x. The learning system did not answer.', ['LMSSetValue', 'SetValue'], ['cmi.location', 'x'], 'threw'],
	['Asked what was saved last time. The learning system did not answer.', ['LMSGetValue', 'GetValue'], ['cmi.suspend_data'], 'threw'],
	['Asked whether anything went wrong: nothing is wrong', ['LMSGetLastError', 'GetLastError'], [], '0'],
	['Asked whether anything went wrong: the value is not of the kind that this element takes', ['LMSGetLastError'], [], '405'],
	['Asked whether anything went wrong: this element can only be written', ['GetLastError'], [], '405'],
	['Asked whether anything went wrong: error 999', ['LMSGetLastError', 'GetLastError'], [], '999'],
	['Asked whether anything went wrong. The learning system did not answer.', ['LMSGetLastError', 'GetLastError'], [], 'threw'],
	['Asked what error 405 means: Incorrect data type', ['LMSGetErrorString', 'LMSGetDiagnostic', 'GetErrorString', 'GetDiagnostic'], ['405'], 'Incorrect data type']
])('"%s" is what is said of %j', (words, names, given, answer) => {
	for (const name of names) expect(say(name, given, answer)).toBe(words);
});

test('a whole session can be read by somebody who knows nothing of SCORM', () => {
	let gone = false;
	const { api, calls } = logged(misbehave(judge2004().api, { away: () => gone, booleans: true }));
	api.Initialize('');
	api.GetValue('cmi.suspend_data');
	api.SetValue('cmi.completion_status', 'incomplete');
	gone = true;
	api.Commit('');
	api.SetValue('cmi.session_time', '90');
	expect(calls.map((call) => inPlainWords(call))).toEqual([
		'Told the learning system that somebody has opened the training',
		'Asked what was saved last time: nothing',
		'Told the learning system: in progress',
		'Asked the learning system to keep everything. The learning system did not keep it.',
		'Reported the time: 1 minute 30 seconds. The learning system did not keep it.'
	]);
});

test('every call has words, whatever is in it', () => {
	const names = [...Object.values(NAMES_12), ...Object.values(NAMES_2004)];
	const element = fc.oneof(fc.constantFrom('cmi.score.scaled', 'cmi.session_time', 'cmi.core.session_time', 'cmi.interactions.0.result', 'adl.nav.request', 'cmi.exit', 'toString'), fc.string());
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.array(element, { maxLength: 2 }), fc.oneof(fc.constantFrom('true', 'false', 'threw'), fc.string()), (name, given, answer) => {
			expect(say(name, given, answer)).toMatch(/^(Told|Asked|Saved|Said|Set|Reported|Took) ./);
		})
	);
});

test('a place has a number where the pages are known', () => {
	const call: Call = { name: 'LMSSetValue', arguments: ['cmi.core.lesson_location', 'check'], answer: 'true' };
	expect(['check-in', 'check', 'end'].map((_, index, pages) => inPlainWords(call, pages.slice(index)))).toEqual(['Saved the place: page 2 of 3', 'Saved the place: page 1 of 2', 'Saved the place: page check']);
});
