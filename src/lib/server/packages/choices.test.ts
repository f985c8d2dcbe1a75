import { expect, test } from 'vitest';
import { readAsked } from './choices.ts';

test('a form becomes what was asked for: always in one order, without what was left empty', () => {
	const form = new FormData();
	for (const [name, value] of Object.entries({ window: ' 1024x768 ', competence: '', reportAnswers: 'yes', profile: 'moodle', person: 'demo-doctor' })) form.set(name, value);
	expect(JSON.stringify(readAsked(form))).toBe('{"profile":"moodle","window":"1024x768","reportAnswers":true}');
});

test('what is no text counts as what nobody can have, and nothing is made of it', () => {
	const form = new FormData();
	form.set('profile', new File(['x'], 'x'));
	form.set('reportAnswers', 'perhaps');
	expect(readAsked(form)).toEqual({ profile: '[object File]' });
});
