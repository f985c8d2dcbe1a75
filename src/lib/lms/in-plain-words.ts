import { ERRORS as ERRORS_12 } from './errors-1.2.ts';
import { ERRORS as ERRORS_2004 } from './errors-2004.ts';
import { NAMES_12, NAMES_2004, type Functions } from './functions.ts';
import type { Call } from './log.ts';

const STATUS: Readonly<Record<string, string>> = {
	'not attempted': 'not started',
	incomplete: 'in progress',
	completed: 'complete',
	passed: 'passed',
	failed: 'not passed',
	browsed: 'looked at',
	unknown: 'not known yet'
};
const RESULT: Readonly<Record<string, string>> = { correct: 'right', wrong: 'not right', incorrect: 'not right', unanticipated: 'not expected', neutral: 'neither right nor wrong' };
const EXIT: Readonly<Record<string, string>> = {
	suspend: 'Asked to go on from the same place next time',
	'time-out': 'Said that the time was up',
	logout: 'Asked to sign the learner out'
};
const REQUEST: Readonly<Record<string, string>> = {
	exitAll: 'Asked to close the training, which is finished',
	suspendAll: 'Asked to close the training for now',
	exit: 'Asked to close this part',
	continue: 'Asked to go to the next part',
	previous: 'Asked to go to the part before',
	abandon: 'Asked to close this part and forget it',
	abandonAll: 'Asked to close the training and forget it',
	_none_: 'Took back what was asked about leaving',
	'': 'Asked for nothing after leaving'
};
const MODE: Readonly<Record<string, string>> = { normal: 'they take the training', review: 'they only look back', browse: 'they only look round' };
const ENTRY: Readonly<Record<string, string>> = { 'ab-initio': 'yes', resume: 'no, they come back' };

const among = (words: Readonly<Record<string, string>>, value: string) => (Object.hasOwn(words, value) ? words[value]! : value);
const nth = (index: string | undefined) => String(Number(index) + 1);
const percent = (value: string) => `${Math.round(Number(value) * 1000) / 10}%`;
const place = (id: string, pages: readonly string[]) => (pages.includes(id) ? `page ${pages.indexOf(id) + 1} of ${pages.length}` : `page ${id}`);
const characters = (value: string) => `${value.length.toLocaleString('en-GB')} ${value.length === 1 ? 'character' : 'characters'}`;

/** What setting an element says, the most particular first; both standards' names stand side by side. */
const SET: [name: RegExp, say: (value: string, index: string | undefined, pages: readonly string[]) => string][] = [
	[/^cmi\.(?:core\.lesson_status|completion_status|success_status)$/, (value) => `Told the learning system: ${among(STATUS, value)}`],
	[/^cmi\.(?:core\.lesson_location|location)$/, (value, _, pages) => `Saved the place: ${place(value, pages)}`],
	[/^cmi\.suspend_data$/, (value) => `Saved what was done so far, in ${characters(value)}`],
	[/^cmi\.(?:core\.)?exit$/, (value) => (Object.hasOwn(EXIT, value) ? EXIT[value]! : 'Said that there is nothing to go on from next time')],
	[/^cmi\.(?:core\.)?session_time$/, (value) => `Reported the time: ${lengthOfTime(value)}`],
	[/^cmi\.(?:core\.)?score\.raw$/, (value) => `Reported the score: ${value}`],
	[/^cmi\.(?:core\.)?score\.min$/, (value) => `Reported the lowest score there is: ${value}`],
	[/^cmi\.(?:core\.)?score\.max$/, (value) => `Reported the highest score there is: ${value}`],
	[/^cmi\.score\.scaled$/, (value) => `Reported the score: ${percent(value)}`],
	[/^cmi\.progress_measure$/, (value) => `Reported how much is done: ${percent(value)}`],
	[/^cmi\.interactions\.(\d+)\.id$/, (value, index) => `Reported question ${nth(index)}: ${value}`],
	[/^cmi\.interactions\.(\d+)\.type$/, (value, index) => `Reported what kind of question ${nth(index)} is: ${value}`],
	[/^cmi\.interactions\.(\d+)\.(?:student|learner)_response$/, (value, index) => `Reported the answer to question ${nth(index)}: ${value}`],
	[/^cmi\.interactions\.(\d+)\.correct_responses\.\d+\.pattern$/, (value, index) => `Reported a right answer to question ${nth(index)}: ${value}`],
	[/^cmi\.interactions\.(\d+)\.result$/, (value, index) => `Reported how the answer to question ${nth(index)} was: ${among(RESULT, value)}`],
	[/^cmi\.interactions\.(\d+)\.(?:time|timestamp)$/, (value, index) => `Reported when question ${nth(index)} was answered: ${value}`],
	[/^cmi\.interactions\.(\d+)\.latency$/, (value, index) => `Reported how long question ${nth(index)} took: ${lengthOfTime(value)}`],
	[/^cmi\.interactions\.(\d+)\.description$/, (value, index) => `Reported the words of question ${nth(index)}: ${value}`],
	[/^cmi\.interactions\.(\d+)\.weighting$/, (value, index) => `Reported how much question ${nth(index)} counts: ${value}`],
	[/^cmi\.interactions\.(\d+)\.objectives\.\d+\.id$/, (value, index) => `Reported what question ${nth(index)} is about: ${value}`],
	[/^adl\.nav\.request$/, (value) => (Object.hasOwn(REQUEST, value) ? REQUEST[value]! : 'Asked to go to another part')]
];

/** What asking for an element says, and how what came back is said. */
const GET: [name: RegExp, question: string, say?: (value: string) => string][] = [
	[/^cmi\.(?:core\.lesson_status|completion_status|success_status)$/, 'Asked how far the learner was last time', (value) => among(STATUS, value)],
	[/^cmi\.(?:core\.lesson_location|location)$/, 'Asked which page was open last time'],
	[/^cmi\.suspend_data$/, 'Asked what was saved last time', characters],
	[/^cmi\.(?:core\.lesson_mode|mode)$/, 'Asked what the learner is here for', (value) => among(MODE, value)],
	[/^cmi\.(?:core\.)?entry$/, 'Asked whether this is the first time', (value) => among(ENTRY, value)],
	[/^cmi\.(?:core\.)?total_time$/, 'Asked how long the learner was here before', lengthOfTime],
	[/^cmi\.(?:student_data\.mastery_score|scaled_passing_score)$/, 'Asked for the pass mark'],
	[/^cmi\.(?:core\.student_name|learner_name)$/, 'Asked who the learner is'],
	[/^cmi\.interactions\._count$/, 'Asked how many questions are reported so far'],
	[/_children$/, 'Asked what the learning system can keep']
];

const EMPTY = ['', 'null', 'undefined'];
const NOT_KEPT = 'The learning system did not keep it.';
const NO_ANSWER = 'The learning system did not answer.';

/** Says what a call is about to whoever knows nothing of SCORM, and what came of it. With the ids of the training's `pages` a place has a number. */
export function inPlainWords({ name, arguments: [first = '', second = ''], answer }: Call, pages: readonly string[] = []): string {
	const told = (words: string, failure: string) => (answer === 'true' ? words : `${words}. ${answer === 'threw' ? NO_ANSWER : failure}`);
	switch (functionCalled(name)) {
		case 'initialize':
			return told('Told the learning system that somebody has opened the training', 'The learning system did not start.');
		case 'terminate':
			return told('Told the learning system that the learner has left', 'The learning system did not take it.');
		case 'commit':
			return told('Asked the learning system to keep everything', NOT_KEPT);
		case 'set':
			return told(wordsOfSetting(first, second, pages), NOT_KEPT);
		case 'get': {
			const [, question = `Asked for ${first}`, say = String] = GET.find(([pattern]) => pattern.test(first)) ?? [];
			return asked(question, answer, say);
		}
		case 'lastError':
			return asked('Asked whether anything went wrong', answer, (code) => meaningOf(name, code));
		default:
			return asked(`Asked what error ${first} means`, answer, String);
	}
}

function asked(question: string, answer: string, say: (value: string) => string): string {
	if (answer === 'threw') return `${question}. ${NO_ANSWER}`;
	return `${question}: ${EMPTY.includes(answer) ? 'nothing' : say(answer)}`;
}

function wordsOfSetting(element: string, value: string, pages: readonly string[]): string {
	for (const [name, say] of SET) {
		const found = name.exec(element);
		if (found) return say(value, found[1], pages);
	}
	return `Set ${element} to "${value}"`;
}

function functionCalled(name: Call['name']): keyof Functions {
	const named = [...Object.entries(NAMES_12), ...Object.entries(NAMES_2004)] as [keyof Functions, Call['name']][];
	return named.find(([, called]) => called === name)![0];
}

function meaningOf(name: Call['name'], code: string): string {
	const errors: Readonly<Record<string, { meaning: string }>> = name.startsWith('LMS') ? ERRORS_12 : ERRORS_2004;
	return Object.hasOwn(errors, code) ? errors[code]!.meaning.replace(/\.$/, '').replace(/^./, (letter) => letter.toLowerCase()) : `error ${code}`;
}

const UNITS = { day: 86_400, hour: 3600, minute: 60, second: 1 };

/** `0001:02:03.5` and `PT1H2M3.5S` as "1 hour 2 minutes 3 seconds". */
function lengthOfTime(value: string): string {
	const found = /^(?:P(?:(\d+)D)?)?T?(?:(\d+)(?:H|:))?(?:(\d+)(?:M|:))?(?:(\d+)(?:\.\d+)?S?)?$/.exec(value);
	if (!found) return value;
	let left = Object.values(UNITS).reduce((sum, seconds, index) => sum + seconds * Number(found[index + 1] ?? 0), 0);
	const parts = Object.entries(UNITS).flatMap(([unit, seconds]) => {
		const count = Math.floor(left / seconds);
		left -= count * seconds;
		return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
	});
	return parts.join(' ') || 'less than a second';
}
