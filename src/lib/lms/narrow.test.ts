import { expect, test } from 'vitest';
import { functionsOf, type Api } from './functions.ts';
import { narrowed, type Narrowing } from './narrow.ts';
import { PROFILES_12 } from './profiles-1.2.ts';
import { scormAgain12 } from './scorm-again-1.2.ts';
import { scormAgain2004 } from './scorm-again-2004.ts';

/** A session that has begun, with what each call answers and the error that it leaves. */
function begun(api: Api, narrowing: Narrowing) {
	const functions = functionsOf(narrowed(api, narrowing));
	functions.initialize('');
	const after = (answer: unknown) => [answer, functions.lastError()];
	return { functions, set: (element: string, value: string) => after(functions.set(element, value)), get: (element: string) => after(functions.get(element)) };
}
const ESR = { only: PROFILES_12.esr.only };

test.each(['cmi.core.score.min', 'cmi.core._children', 'cmi.interactions._count', 'cmi.interactions.0.id', 'cmi.objectives.0.id', 'cmi.student_data.mastery_score'])('an LMS of some elements has no %s', (element) => {
	const { set, get } = begun(scormAgain12().api, ESR);
	expect([get(element), set(element, '0')]).toEqual([['', '401'], ['false', '401']]);
});

test('an LMS of some elements has those', () => {
	const { set, get } = begun(scormAgain12().api, ESR);
	expect([set('cmi.core.lesson_status', 'incomplete'), get('cmi.core.lesson_status')]).toEqual([['true', '0'], ['incomplete', '0']]);
});

test('an error is of the call that led to it, and is gone with the next', () => {
	const { functions, set, get } = begun(scormAgain12().api, ESR);
	set('cmi.core.score.min', '0');
	expect([functions.lastError(), functions.errorString('401'), functions.lastError()]).toEqual(['401', expect.stringMatching(/not implemented/i), '401']);
	expect(get('cmi.suspend_data')).toEqual(['', '0']);
});

test.each([
	['SCORM 1.2', () => scormAgain12(), '405'],
	['SCORM 2004', () => scormAgain2004(), '406']
])('of %s a short LMS keeps 4,095 characters and refuses one more', (_, lms, code) => {
	const { functions, set } = begun(lms().api, { short: true });
	const most = 'x'.repeat(4095);
	expect([set('cmi.suspend_data', most), set('cmi.suspend_data', `${most}x`), functions.get('cmi.suspend_data')]).toEqual([['true', '0'], ['false', code], most]);
});

test('where nothing is narrow, everything passes', () => {
	const { set } = begun(scormAgain12().api, {});
	expect([set('cmi.core.score.min', '0'), set('cmi.suspend_data', 'x'.repeat(9000))]).toEqual([['true', '0'], ['true', '0']]);
});
