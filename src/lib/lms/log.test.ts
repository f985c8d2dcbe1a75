import { expect, test } from 'vitest';
import { judge12 } from './judge-1.2.ts';
import { judge2004 } from './judge-2004.ts';
import { logged } from './log.ts';
import { misbehave } from './misbehaviour.ts';
import { scormAgain2004 } from './scorm-again-2004.ts';

test('a log has every call by the name that the standard has for it, with what came back', () => {
	const one = logged(judge12().api);
	one.api.LMSInitialize('');
	one.api.LMSSetValue('cmi.core.exit', 'suspend');
	one.api.LMSGetValue('cmi.core.entry');
	expect(one.calls).toEqual([
		{ name: 'LMSInitialize', arguments: [''], answer: 'true' },
		{ name: 'LMSSetValue', arguments: ['cmi.core.exit', 'suspend'], answer: 'true' },
		{ name: 'LMSGetValue', arguments: ['cmi.core.entry'], answer: 'ab-initio' }
	]);
	const other = logged(judge2004().api);
	other.api.Initialize('');
	other.api.GetValue('cmi.suspend_data');
	other.api.GetLastError();
	expect(other.calls).toEqual([
		{ name: 'Initialize', arguments: [''], answer: 'true' },
		{ name: 'GetValue', arguments: ['cmi.suspend_data'], answer: '' },
		{ name: 'GetLastError', arguments: [], answer: '403' }
	]);
});

test('what is thrown is thrown on, and what is no string stays what it is', () => {
	const { api, calls } = logged(misbehave(judge2004().api, { throws: ['Commit'], booleans: true }));
	api.Initialize('');
	expect(() => api.Commit('')).toThrow('Commit is broken');
	expect(api.SetValue('cmi.location', 'x')).toBe(true);
	expect(calls.map(({ answer }) => answer)).toEqual(['true', 'threw', 'true']);
});

test('an API that is an object of a class is called on its object', () => {
	const { api, calls } = logged(scormAgain2004().api);
	expect([api.Initialize(''), api.GetValue('cmi.mode')]).toEqual(['true', 'normal']);
	expect(calls).toHaveLength(2);
});

test('who listens hears of each call when it is over, also of one that threw', () => {
	const heard: string[] = [];
	const { api } = logged(misbehave(judge12().api, { throws: ['LMSCommit'] }), ({ name, answer }) => heard.push(`${name} ${answer}`));
	api.LMSInitialize('');
	expect(() => api.LMSCommit('')).toThrow('LMSCommit is broken');
	expect(heard).toEqual(['LMSInitialize true', 'LMSCommit threw']);
});
