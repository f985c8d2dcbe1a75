import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { placeModules, QUESTION, runCommand } from '../../tests/command-line.ts';

// Each test starts processes, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FOR_PEERS = QUESTION.replace('audience: all-staff', 'audience: peers');
const BROKEN = QUESTION.replace('[x]', '[ ]');
const lookAhead = (cwd: string, ...args: string[]) => runCommand(['preflight', ...args], { cwd });

describe('of one module', () => {
	test('everything that was looked at is told in words, for each standard, and a table comes last', async () => {
		const cwd = placeModules({ tea: QUESTION });
		const { code, out, err } = await lookAhead(cwd, 'tea');
		expect([code, err]).toEqual([0, '']);
		for (const standard of ['SCORM 1.2', 'SCORM 2004 3rd edition', 'SCORM 2004 4th edition', 'plain HTML']) expect(out).toContain(`tea, ${standard}\n  passed  `);
		expect(out).toContain('Played through: We played it from start to end as a learner in 5 kinds of learning system');
		expect(out).toContain('noted   Review by peer workers: This version is a draft');
		expect(out).toMatch(/^tea +scorm-1\.2 +\d+ +passed +5 of 5 +\d+ +\d+$/m);
		expect(out).toMatch(/^tea +html +\d+ +passed *$/m);
		expect(out).toContain('4 packages looked at. All of them may be handed out.');
		expect(readdirSync(cwd)).toEqual(['modules']);
	});

	test('one standard is looked at where one is asked for, and those alone that a learning system takes', async () => {
		const cwd = placeModules({ tea: QUESTION });
		const one = await lookAhead(cwd, 'tea', '--standard', 'scorm-2004-4');
		expect(one.out).toContain('1 package looked at. It may be handed out.');
		const esr = await lookAhead(cwd, 'tea', '--profile', 'esr');
		expect(esr.out).toContain('tea, SCORM 1.2\n');
		expect(esr.out).toContain('1 package looked at.');
	});

	test('a pass mark and answers that are told are played too, in the systems that can have them', async () => {
		const { code, out } = await lookAhead(placeModules({ tea: QUESTION }), 'tea', '--pass-mark', '80', '--report-answers');
		expect(code).toBe(0);
		expect(out).toContain('3 packages looked at.');
		expect(out).toMatch(/^tea +scorm-1\.2 .* 4 of 4 /m);
	});
});

test('of many modules there is a table', async () => {
	const { code, out } = await lookAhead(placeModules({ tea: QUESTION, milk: QUESTION }), '--all', '--standard', 'scorm-1.2');
	expect(code).toBe(0);
	expect(out).not.toContain('Review by peer workers');
	expect(out.split('\n')[0]).toMatch(/^module +standard +zip KB +preflight +played in +longest state +worst state$/);
	expect(out).toContain('2 packages looked at.');
});

test('for other programs there is everything, and nothing but that', async () => {
	const { code, out } = await lookAhead(placeModules({ tea: QUESTION }), 'tea', '--standard', 'scorm-1.2', '--format', 'json');
	expect(code).toBe(0);
	const [found] = JSON.parse(out) as [{ module: string; ready: boolean; checks: { state: string }[]; played: { calls: number[]; left: Record<string, string> }[] }];
	expect(found).toMatchObject({ module: 'tea', standard: 'scorm-1.2', ready: true });
	// 3 cuts make 4 sittings, and then it is opened once more.
	expect(found.played[0]!.calls).toHaveLength(5);
	expect(found.played[0]!.left).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
});

describe('what keeps it from being looked at', () => {
	test('a module with something to mend, told where, beside those without', async () => {
		const cwd = placeModules({ tea: QUESTION, broken: BROKEN });
		const { code, out } = await lookAhead(cwd, '--all', '--standard', 'scorm-1.2');
		expect(code).toBe(1);
		expect(out).toContain('[question-without-right-answer]');
		expect(out).toContain('1 package looked at.');
		const json = await lookAhead(cwd, '--all', '--standard', 'scorm-1.2', '--format', 'json');
		expect([json.code, JSON.parse(json.out)]).toEqual([1, [expect.objectContaining({ module: 'tea' })]]);
		expect(json.err).toContain('npx alongside check broken');
	});

	test('what a module cannot have', async () => {
		const { code, err } = await lookAhead(placeModules({ tea: QUESTION, peers: FOR_PEERS }), '--all', '--report-answers');
		expect([code, err]).toEqual([2, expect.stringContaining('peers: no package. --report-answers: This module is for people whose role')]);
	});

	test.each([
		[[], 'Name a module, or add --all for every one.'],
		[['nothing'], 'There is no module nothing here.'],
		[['tea', '--format', 'csv'], 'There is no format "csv".'],
		[['tea', '--standard', 'scorm'], '--standard: There is no standard "scorm".'],
		[['tea', '--pass-mrak', '80'], 'Did you mean "--pass-mark"?']
	])('%j', async (args, words) => {
		const { code, err } = await lookAhead(placeModules({ tea: QUESTION }), ...args);
		expect([code, err]).toEqual([2, expect.stringContaining(words)]);
	});
});

test('the help has one line for each option', async () => {
	const cwd = placeModules({ tea: QUESTION });
	const { code, out } = await lookAhead(cwd, '--help');
	expect(code).toBe(0);
	const { err } = await lookAhead(cwd, 'tea', '--nothing');
	for (const [name] of err.matchAll(/--[a-z-]+(?=,| and|\.)/g)) if (name !== '--nothing') expect(out.split('\n').filter((line) => line.startsWith(`  ${name} `)), name).toHaveLength(1);
});
