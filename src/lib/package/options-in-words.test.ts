import { expect, test } from 'vitest';
import { optionsInLine, optionsInWords } from './options-in-words.ts';
import type { PackageOptions } from './options.ts';

const USUAL: PackageOptions = { standard: 'scorm-1.2', profile: 'moodle', completion: 'completed', reportAnswers: false, language: 'en-GB' };

test('everything that was chosen is said, with why the profile chose it', () => {
	const words = optionsInWords(USUAL);
	expect(words.map(({ name, value }) => `${name}: ${value}`)).toEqual([
		'Learning system: Moodle or Totara',
		'Standard: SCORM 1.2',
		'Status when done: "completed"',
		'Pass mark: None',
		'Answers: Not reported',
		'Language: en-GB',
		'Window: As the learning system has it',
		'Competence in ESR: None'
	]);
	expect(words.find(({ name }) => name === 'Status when done')!.because).toContain('would leave it incomplete');
});

test('what somebody chose against the profile has no reason of the profile\'s', () => {
	const passed = optionsInWords({ ...USUAL, completion: 'passed', passMark: 80, reportAnswers: true, window: { width: 800, height: 600 }, competence: '1|LOCAL|X|' });
	expect(passed.find(({ name }) => name === 'Status when done')).toEqual({ name: 'Status when done', value: '"passed"' });
	expect(passed.map(({ value }) => value)).toEqual(expect.arrayContaining(['80 out of 100', 'The learning system is told what people answered', '800 by 600', '1|LOCAL|X|']));
	const hub = optionsInWords({ ...USUAL, profile: 'learning-hub', window: { width: 1024, height: 768 } });
	expect(hub.find(({ name }) => name === 'Window')!.because).toContain('1024 by 768');
});

test('plain HTML has a standard and nothing else', () => {
	expect(optionsInWords({ ...USUAL, profile: 'generic', standard: 'html' }).map(({ value }) => value)).toEqual(['Any learning system', 'plain HTML']);
});

test('in one line stands what differs from one package to another', () => {
	expect(optionsInLine(USUAL)).toBe('Moodle or Totara, SCORM 1.2, status "completed"');
	expect(optionsInLine({ ...USUAL, passMark: 80, reportAnswers: true, competence: 'x' })).toBe('Moodle or Totara, SCORM 1.2, status "completed", pass mark 80, answers reported, with a competence');
	expect(optionsInLine({ ...USUAL, profile: 'generic', standard: 'html' })).toBe('Any learning system, plain HTML');
});
