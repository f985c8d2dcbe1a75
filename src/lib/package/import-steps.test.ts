import { expect, test } from 'vitest';
import { importSteps } from './import-steps.ts';
import { COMPLETIONS, type PackageOptions } from './options.ts';
import { PROFILE, PROFILES } from './profiles.ts';

const USUAL: PackageOptions = { standard: 'scorm-1.2', profile: 'generic', completion: 'completed', reportAnswers: false, language: 'en-GB' };

test('every learning system has steps in plain sentences, for everything that it takes', () => {
	for (const profile of PROFILES) {
		for (const standard of PROFILE[profile].standards) {
			for (const completion of COMPLETIONS) {
				const steps = importSteps({ ...USUAL, profile, standard, completion });
				expect(steps.length).toBeGreaterThan(2);
				expect(steps.filter((step) => !/^[A-Z].*\.$/.test(step))).toEqual([]);
			}
		}
	}
});

test('the status to choose is the one that the package sends', () => {
	expect(importSteps(USUAL)).toContain('Where you can choose what counts as complete, choose the status "completed".');
	expect(importSteps({ ...USUAL, completion: 'passed' })).toContain('Where you can choose what counts as complete, choose the status "passed".');
	expect(importSteps({ ...USUAL, profile: 'moodle' })).toContain('In the completion conditions of the activity, require the status "completed".');
});

test('where a pass mark makes Moodle judge by itself, the status to choose is its verdict', () => {
	const judged = { ...USUAL, profile: 'moodle', passMark: 80 } as const;
	expect(importSteps(judged).join()).toContain('require the status "passed": where there is a pass mark, Moodle puts it in the place of "completed".');
	expect(importSteps({ ...judged, standard: 'scorm-2004-4' }).join()).toContain('require the status "completed".');
	expect(importSteps({ ...judged, profile: 'generic' }).join()).toContain('If yours does, choose the status "passed".');
});

test.each([
	[{}, 'It reports "incomplete" at the start, "completed" at the end, no score, and no answers.'],
	[{ completion: 'passed' }, 'It reports "incomplete" at the start, "passed" at the end, no score, and no answers.'],
	[
		{ standard: 'scorm-2004-3', completion: 'passed', passMark: 80, reportAnswers: true },
		'It reports "incomplete" at the start, "completed" and "passed" at the end, the score out of 100 once it has reached 80, and what people answered.'
	],
	[{ standard: 'scorm-2004-4' }, 'It reports "incomplete" at the start, "completed" at the end, no score, and no answers.'],
	[{ passMark: 80 }, 'It reports "incomplete" at the start, "completed" at the end, the score out of 100 once it has reached 80, and no answers.']
] as const)('what is reported with %j is said', (options, sentence) => {
	expect(importSteps({ ...USUAL, ...options })).toContain(sentence);
});

test('the window and the competence are named where there are some', () => {
	const steps = importSteps({ ...USUAL, window: { width: 1024, height: 768 }, competence: '123|LOCAL|Peers - 3 Years|' });
	expect(steps).toContain('Where you can choose the size of the window, choose 1024 by 768.');
	expect(steps).toContain('The competence is called, to the letter: 123|LOCAL|Peers - 3 Years|');
	expect(importSteps(USUAL).join()).not.toMatch(/window|competence/);
});

test('nothing is promised of plain HTML', () => {
	expect(importSteps({ ...USUAL, standard: 'html' }).join()).toContain('Nothing is recorded');
});
