import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { BLOCK_NAMES } from '#lib/module/pages.ts';
import { check } from '#lib/progress/check.ts';
import { moduleFile, runCommand } from '../../tests/command-line.ts';
import { writeModule } from './new/details.ts';
import { ask } from './new/questions.ts';

vi.setConfig({ testTimeout: 30_000 });

const read = (text: string) => check({ slug: 'a-module', file: 'module.md', text, files: new Map() });

describe('the template', () => {
	test('is a module with nothing to mend', () => {
		expect(read(writeModule({})).diagnostics).toEqual([]);
	});

	/** A new folder has no picture and no recording, and nobody has agreed to anything yet. */
	const NOT_YET = ['image', 'audio', 'video', 'voice'];

	test.each(BLOCK_NAMES.filter((name) => !NOT_YET.includes(name)))('shows :::%s', (name) => {
		expect(writeModule({})).toMatch(new RegExp(`^:::${name}$`, 'm'));
	});

	test.each(['Peers: a "first" look', "It's #1", '*stars* & {brackets}', '- dashes', '12', 'true', 'null', '$& $1 $`', 'C:\\temp\\new', '\u8336 \u{1f375}', '@you', '%', '!tag', '|', '? what', 'a: b: c'])(
		'takes the title %s as it is',
		(title) => {
			const { module, diagnostics } = read(writeModule({ title }));
			expect(diagnostics).toEqual([]);
			expect(module!.title).toBe(title);
		}
	);
});

describe('npx alongside new', () => {
	const ALL = ['--title', 'Tea: a start', '--audience', 'peers', '--stage', 'ongoing', '--minutes', '25'];

	test('writes a module that can be checked at once, and says what comes next', async () => {
		const cwd = trialFolder();
		const { code, out } = await runCommand(['new', 'a-cup-of-tea', ...ALL], { cwd });
		expect(code).toBe(0);
		expect(out).toContain('npx alongside preview a-cup-of-tea');
		expect(out).toContain('npx alongside check modules/a-cup-of-tea');
		const written = readFileSync(moduleFile(cwd, 'a-cup-of-tea'), 'utf8');
		expect(read(written).module).toMatchObject({ title: 'Tea: a start', audience: 'peers', stage: 'ongoing', minutes: 25 });
		expect(await runCommand(['check'], { cwd })).toEqual({ code: 0, out: '1 module read. Nothing to mend.\n', err: '' });
	});

	test('with --yes asks for nothing', async () => {
		const cwd = trialFolder();
		expect((await runCommand(['new', 'tea', '--yes'], { cwd })).code).toBe(0);
		expect(readFileSync(moduleFile(cwd, 'tea'), 'utf8')).toBe(writeModule({}));
	});

	test('says what is missing where nobody can be asked', async () => {
		const cwd = trialFolder();
		expect(await runCommand(['new', 'tea', '--title', 'Tea', '--minutes', '5'], { cwd })).toEqual({
			code: 2,
			out: '',
			err: 'There is no terminal to ask you in. Add --audience, --stage, or --yes to use what is usual.\n'
		});
		expect(readdirSync(cwd)).toEqual([]);
	});

	test('writes over nothing', async () => {
		const cwd = trialFolder();
		mkdirSync(join(cwd, 'modules/tea'), { recursive: true });
		const { code, err } = await runCommand(['new', 'tea', '--yes'], { cwd });
		expect([code, err]).toEqual([2, 'There is a folder modules/tea already, and nothing in it was changed. Choose another name.\n']);
		expect(readdirSync(join(cwd, 'modules/tea'))).toEqual([]);
	});

	test.each([
		[[], 'Say what the module is called in its address: npx alongside new my-first-module'],
		[['Joining A Team'], 'Did you mean "joining-a-team"?'],
		[['joining', 'a', 'team'], 'Did you mean "joining-a-team"?'],
		[['9-lives'], 'Did you mean "lives"?'],
		[['../tea'], 'Did you mean "tea"?'],
		[['constructor'], '"constructor" cannot be the address of a module.'],
		[['tea', '--audience', 'peer'], 'Did you mean "peers"?'],
		[['tea', '--stage', 'later'], '--stage: "later" is not one of induction,'],
		[['tea', '--minutes', 'ten'], 'it must be a number of minutes, such as 20.'],
		[['tea', '--title', 'a'.repeat(101)], 'the name of the module, up to 100 letters']
	])('refuses %j and says why', async (args, words) => {
		const cwd = trialFolder();
		const { code, err } = await runCommand(['new', ...args, '--yes'], { cwd });
		expect(code).toBe(2);
		expect(err).toContain(words);
		expect(err).not.toMatch(/\n\s+at /);
		expect(readdirSync(cwd)).toEqual([]);
	});
});

describe('the questions', () => {
	async function answer(typed: string, known = {}) {
		const [input, output] = [new PassThrough(), new PassThrough()];
		input.end(typed);
		const answers = await ask(known, input, output);
		output.end();
		return { answers, shown: await text(output) };
	}

	test('come one by one with what is usual, and again until the answer can be used', async () => {
		const { answers, shown } = await answer('Tea\n\nlater\nongoing\n\n');
		expect(answers).toEqual({ title: 'Tea', audience: 'all-staff', stage: 'ongoing', minutes: '15' });
		expect(shown).toContain('\nWho is it for?\n  all-staff\n');
		expect(shown).toContain('(all-staff) ');
		expect(shown).toContain('"later" is not one of induction,');
	});

	test('leave out what is known', async () => {
		const { answers, shown } = await answer('10\n', { title: 'Tea', audience: 'peers', stage: 'ongoing' });
		expect(answers).toEqual({ title: 'Tea', audience: 'peers', stage: 'ongoing', minutes: '10' });
		expect(shown).not.toContain('Who is it for?');
	});

	test('end with nothing where nobody answers any more', async () => {
		expect((await answer('Tea\n')).answers).toBeUndefined();
	});
});
