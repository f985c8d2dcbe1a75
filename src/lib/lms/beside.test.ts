import { expect, test } from 'vitest';
import { beside } from './beside.ts';
import { judge12 } from './judge-1.2.ts';
import { misbehave } from './misbehaviour.ts';
import { scormAgain12 } from './scorm-again-1.2.ts';

test('an observer minds what the LMS lets pass, and answers nothing', () => {
	const lms = scormAgain12();
	const observer = judge12();
	const api = beside(lms.api, observer.api);
	expect([api.LMSInitialize(''), api.LMSSetValue('cmi.suspend_data', 'x'.repeat(9000)), api.LMSGetLastError()]).toEqual(['true', 'true', '0']);
	expect(observer.findings.map(({ element, code }) => [element, code])).toEqual([['cmi.suspend_data', '405']]);
});

test('an observer sees what the content does, whatever the LMS makes of it', () => {
	const observer = judge12();
	const api = beside(misbehave(scormAgain12().api, { away: () => true, throws: ['LMSGetValue'] }), observer.api);
	api.LMSInitialize('');
	api.LMSSetValue('cmi.suspend_data', 'x');
	expect(api.LMSCommit('')).toBe('false');
	expect(() => api.LMSGetValue('cmi.suspend_data')).toThrow('LMSGetValue is broken');
	expect([observer.snapshot()['cmi.suspend_data'], observer.api.LMSGetValue('cmi.suspend_data')]).toEqual(['x', 'x']);
});

test('an observer hears values as they are, and minds those that are no text', () => {
	const observer = judge12();
	const api = beside(scormAgain12().api, observer.api);
	api.LMSInitialize('');
	api.LMSSetValue('cmi.core.score.raw', 50 as unknown as string);
	expect(observer.findings.map(({ words }) => words)).toEqual(['The value is not a string but a number.']);
});
