import { describe, expect, test } from 'vitest';
import { check } from '#lib/progress/check.ts';
import type { Module } from '#lib/module/module.ts';
import { makeOptions, type AskedOptions, type OptionName, type PackageOptions } from './options.ts';
import { PROFILE, PROFILES } from './profiles.ts';
import { STANDARDS } from './standards.ts';

const QUESTION = ':::question\nWhich?\n\n- [x] this\n  > Yes, this one.\n- [ ] that\n  > That is another one.\n:::';

function moduleFor(audience: string, text: string, lang = 'en-GB'): Module {
	const head = ['---', 'title: A module', 'summary: Made up.', `audience: ${audience}`, 'stage: ongoing', 'minutes: 5', `lang: ${lang}`, 'outcomes:', '  - test', 'sources:', '  - "Made up."', '---'];
	return check({ slug: 'a-module', file: 'module.md', text: `${head.join('\n')}\n\n# One\n\n${text}\n`, files: new Map() }).module!;
}

const staff = moduleFor('all-staff', QUESTION);
const reading = moduleFor('all-staff', 'Only to read.');
const peers = moduleFor('peers', QUESTION);

function made(module: Module, asked: AskedOptions): PackageOptions {
	const options = makeOptions(module, asked);
	if (options.kind === 'refused') throw new Error(JSON.stringify(options.problems));
	return options.options;
}

/** What is refused, as the names of options with the problem and the advice behind each. */
function refused(module: Module, asked: AskedOptions): [OptionName, string][] {
	const options = makeOptions(module, asked);
	return options.kind === 'refused' ? options.problems.map(({ option, problem, advice }) => [option, `${problem} ${advice}`]) : [];
}

const USUAL = { standard: 'scorm-1.2', profile: 'generic', completion: 'completed', reportAnswers: false, language: 'en-GB' };

describe('without anything asked for', () => {
	test('a package is SCORM 1.2 for any learning system, in the language of the module, and reports no answers', () => {
		expect(made(staff, {})).toEqual(USUAL);
	});

	test('empty fields of a form count as nothing', () => {
		expect(made(staff, { standard: '', profile: '', completion: '', passMark: '', language: '', window: '', competence: '' })).toEqual(USUAL);
	});

	test("a module's own pass mark is the usual one, where there is somebody to be told and it can be reached", () => {
		expect(made({ ...staff, pass: 80 }, {}).passMark).toBe(80);
		expect(made({ ...staff, pass: 80 }, { passMark: '60' }).passMark).toBe(60);
		expect(made({ ...staff, pass: 80 }, { standard: 'html' })).not.toHaveProperty('passMark');
		expect(made({ ...reading, pass: 80 }, {})).not.toHaveProperty('passMark');
		expect(made({ ...peers, pass: 80 }, {})).not.toHaveProperty('passMark');
	});
});

describe('what is asked for', () => {
	test('is what is made', () => {
		const asked = { standard: 'scorm-2004-4', profile: 'moodle', completion: 'passed', passMark: '80', reportAnswers: true, language: 'EN-us', window: '800x600', competence: '123|LOCAL|Peers - 3 Years|' };
		expect(makeOptions(staff, asked)).toEqual({
			kind: 'made',
			options: {
				standard: 'scorm-2004-4',
				profile: 'moodle',
				completion: 'passed',
				passMark: 80,
				reportAnswers: true,
				language: 'en-US',
				window: { width: 800, height: 600 },
				competence: '123|LOCAL|Peers - 3 Years|'
			},
			reasons: []
		});
	});

	test('may be a status of "passed" without a pass mark, also for peers', () => {
		expect(made(reading, { completion: 'passed' })).toEqual({ ...USUAL, completion: 'passed' });
		expect(made(peers, { completion: 'passed' })).toEqual({ ...USUAL, completion: 'passed' });
	});

	test.each([
		['standard', 'scorm-2004', 'There is no standard "scorm-2004". Did you mean "scorm-2004-3"? Choose one of: scorm-1.2, scorm-2004-3, scorm-2004-4, html.'],
		['profile', 'moodel', 'There is no profile "moodel". Did you mean "moodle"? Choose one of: generic, learning-hub, esr, moodle, kallidus.'],
		['completion', 'complete', 'There is no status "complete". Did you mean "completed"? Choose one of: completed, passed.'],
		['standard', 'aicc', 'There is no standard "aicc". Choose one of: scorm-1.2, scorm-2004-3, scorm-2004-4, html.']
	] as const)('is refused as %s where nobody knows "%s"', (option, value, says) => {
		expect(refused(staff, { [option]: value })).toEqual([[option, says]]);
	});

	test.each(['0', '101', '80%', '79.5', '-1', ' ', 'eighty', '1e2', '٨٠'])('is refused as a pass mark where it is "%s"', (passMark) => {
		expect(refused(staff, { passMark })).toEqual([['passMark', expect.stringContaining('a whole number from 1 to 100')]]);
	});

	test.each(['1', '100', '080'])('may be a pass mark of %s', (passMark) => {
		expect(made(staff, { passMark }).passMark).toBe(Number(passMark));
	});

	test.each(['639x480', '640x479', '4097x480', '640x2161', '1024', '1024,768', '1024x768px', 'x', '99999x768'])('is refused as a window of %s', (window) => {
		expect(refused(staff, { window })).toEqual([['window', expect.stringContaining('from 640x480 to 4096x2160')]]);
	});

	test.each([['640x480', 640, 480], ['4096×2160', 4096, 2160], ['1024 X 768', 1024, 768]] as const)('may be a window of %s', (window, width, height) => {
		expect(made(staff, { window }).window).toEqual({ width, height });
	});

	test('may be a language that says the same words more exactly, and no other', () => {
		expect(made(staff, { language: 'en' }).language).toBe('en');
		expect(made(moduleFor('all-staff', QUESTION, 'cy'), { language: 'CY-gb' }).language).toBe('cy-GB');
		expect(refused(staff, { language: 'cy' })).toEqual([['language', expect.stringContaining('does not translate them to cy. Choose a tag that starts with en,')]]);
		expect(refused(staff, { language: 'english_please' })).toEqual([['language', expect.stringContaining('is not a language tag')]]);
	});

	test.each([' ', 'two\nlines', 'a\u0000b', 'x'.repeat(501)])('is refused as a competence where it is %j', (competence) => {
		expect(refused(staff, { competence })).toEqual([['competence', expect.stringContaining('one line of text')]]);
	});

	test('is a competence to the letter', () => {
		expect(made(staff, { competence: ' 123|LOCAL|Peers & us  - 3 Years| ' }).competence).toBe(' 123|LOCAL|Peers & us  - 3 Years| ');
	});
});

describe('what does not go together', () => {
	test('answers and pass marks are refused of a module for people who could be outed by them, and of an unknown audience', () => {
		for (const module of [peers, moduleFor('nobody-knows', QUESTION)]) {
			expect(refused(module, { reportAnswers: true, passMark: '80' })).toEqual([
				['passMark', expect.stringContaining('Nobody passes or fails it.')],
				['reportAnswers', expect.stringContaining('What they answer stays with them.')]
			]);
			expect(made(module, { reportAnswers: false }).reportAnswers).toBe(false);
		}
	});

	test('a pass mark needs a question that counts', () => {
		expect(refused(reading, { passMark: '80' })).toEqual([['passMark', expect.stringContaining('no question that counts')]]);
	});

	test.each(['esr', 'learning-hub'])('%s takes SCORM 1.2 only', (profile) => {
		for (const standard of STANDARDS.filter((name) => name !== 'scorm-1.2')) {
			expect(refused(staff, { profile, standard })).toEqual([['standard', expect.stringMatching(/takes SCORM 1\.2 only, and not .*Choose scorm-1\.2, or another profile\.$/)]]);
		}
	});

	test('ESR has no place for answers', () => {
		expect(refused(staff, { profile: 'esr', reportAnswers: true })).toEqual([['reportAnswers', expect.stringContaining('no place for answers')]]);
	});

	test('plain HTML takes nothing that only a learning system could be told', () => {
		const asked = { completion: 'completed', passMark: '80', reportAnswers: true, language: 'en', window: '800x600', competence: 'x' };
		expect(refused(staff, { standard: 'html', ...asked }).map(([option]) => option)).toEqual(Object.keys(asked));
		expect(made(staff, { standard: 'html' })).toEqual({ ...USUAL, standard: 'html' });
	});

	test('everything that is wrong is said at once', () => {
		const asked = { standard: 'scrom-1.2', profile: 'mooodle', completion: 'done', passMark: '0', reportAnswers: true, language: 'fr', window: 'big', competence: '\n' };
		expect(refused(staff, asked).map(([option]) => option)).toEqual(['profile', 'standard', 'completion', 'passMark', 'language', 'window', 'competence']);
	});
});

describe('a profile', () => {
	test.each(PROFILES)('%s makes options for each of its standards, and gives a reason for all that it chose', (profile) => {
		for (const standard of PROFILE[profile].standards) {
			const options = makeOptions(staff, { profile, standard });
			if (options.kind === 'refused') throw new Error(JSON.stringify(options.problems));
			expect(options.options).toMatchObject({ profile, standard });
			const chosen = Object.keys(PROFILE[profile].settings).filter((name) => name !== 'standard');
			expect(options.reasons.map(({ option }) => option)).toEqual(chosen);
			expect(options.reasons.filter(({ because }) => !/^[A-Z].*\.$/.test(because))).toEqual([]);
		}
	});

	test('chooses what its learning system needs, and gives way to what was asked for', () => {
		expect(made(staff, { profile: 'learning-hub' })).toEqual({ ...USUAL, profile: 'learning-hub', window: { width: 1024, height: 768 } });
		const asked = makeOptions(staff, { profile: 'learning-hub', window: '800x600', completion: 'passed', standard: 'scorm-1.2' });
		expect(asked).toEqual({ kind: 'made', options: { ...USUAL, profile: 'learning-hub', completion: 'passed', window: { width: 800, height: 600 } }, reasons: [] });
	});
});
