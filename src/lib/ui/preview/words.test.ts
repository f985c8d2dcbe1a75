import { expect, test } from 'vitest';
import { logAsText, stoppedInWords, switchesInWords } from './words.ts';

test('it is said how the training was opened', () => {
	expect(switchesInWords({ system: 'strict', arrival: 'late', saving: 'fails', limits: ['review'] })).toBe(
		'Opened the training. The learning system is a strict one, which refuses what the standard does not allow. It is there late, after 4 seconds. Saving fails each time. The learner only looks back, so nothing may be recorded.'
	);
});

test('it is said what was stopped', () => {
	expect(stoppedInWords('link', 'tel:116123')).toBe('Followed a link to tel:116123, which the preview does not open');
	expect(stoppedInWords('img-src', 'https://evil.example/')).toBe('Tried to reach https://evil.example/, which the preview does not allow (img-src)');
	expect(stoppedInWords('script-src', '')).toBe('Tried to reach something, which the preview does not allow (script-src)');
});

test('the log as text has every line, and each call as it was', () => {
	const at = new Date(2026, 10, 2, 9, 5, 1);
	const text = logAsText('Preview', [
		{ number: 1, at, words: 'Opened the training.' },
		{ number: 2, at, words: 'Told the learning system: in progress', call: { name: 'LMSSetValue', arguments: ['cmi.core.lesson_status', 'incomplete'], answer: 'true' } }
	]);
	expect(text.split('\r\n')).toEqual([
		'Preview',
		'',
		'09:05:01  Opened the training.',
		'09:05:01  Told the learning system: in progress',
		'          LMSSetValue("cmi.core.lesson_status", "incomplete") = "true"',
		''
	]);
});
