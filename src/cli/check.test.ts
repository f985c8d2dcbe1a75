import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { COMMAND, HEAD, moduleFile, runCommand, startCommand } from '../../tests/command-line.ts';

// Each test starts processes, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const SOUND = `${HEAD}\n# Page\n\nText\n`;

/** A folder that holds these modules. */
function place(modules: Record<string, string>): string {
	const folder = trialFolder();
	chmodSync(folder, 0o755);
	for (const [slug, text] of Object.entries(modules)) save(folder, slug, text);
	return folder;
}

function save(folder: string, slug: string, text: string): void {
	const file = moduleFile(folder, slug);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

describe('what was found', () => {
	const flawed = `${HEAD}\n# Page\n\nSee <b>this</b>.\n\n:::question\nWho?\n\n- [ ] you\n  > You may know more than you think.\n- [ ] me\n  > I may not be there.\n:::\n`;

	test('is shown with its place, the line itself, a pointer and what to do', async () => {
		const { code, out, err } = await runCommand(['check'], { cwd: place({ 'a-module': flawed }) });
		expect([code, err]).toEqual([1, '']);
		expect(out).toBe(`modules/a-module/module.md:15:5: error [raw-html] \`<b>\` is HTML, which does not work here.
  15 | See <b>this</b>.
     |     ^^^
    Take it out, or use Markdown or a block instead. To show it to readers as it is, put it between backticks.

modules/a-module/module.md:17:1: error [question-without-right-answer] The question has no right answer.
  17 | :::question
     | ^
    Mark at least one option with \`[x]\`.

2 things to mend, 0 things to think about.
To learn more about one: npx alongside explain raw-html
`);
	});

	test('ends with how to learn more about what is to mend, where there is such a thing', async () => {
		const doubtful = SOUND.replace('Text', '[here](https://a.example)');
		const { out: warned } = await runCommand(['check'], { cwd: place({ 'a-module': doubtful }) });
		const [, warning] = /: warning \[([a-z-]+)\]/.exec(warned)!;
		expect(warned).toMatch(new RegExp(`npx alongside explain ${warning}\n$`));
		const { out } = await runCommand(['check'], { cwd: place({ 'a-module': `${doubtful}\n<b>\n` }) });
		expect(out).toMatch(new RegExp(`: warning \\[${warning}\\][^]*: error \\[raw-html\\][^]*npx alongside explain raw-html\n$`));
	});

	test('is in colour where that is asked for, and plain in a pipe, whatever CI says', async () => {
		const cwd = place({ 'a-module': flawed });
		const plain: Record<string, string>[] = [{}, { CI: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }];
		for (const env of plain) expect((await runCommand(['check'], { cwd, env })).out).not.toContain('\u001b');
		expect((await runCommand(['check'], { cwd, env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[31merror');
	});

	test('is shown in part where it is a lot, and as a whole in JSON', async () => {
		const cwd = place({ long: `${HEAD}\n# Page\n\n${'<b>x</b>\n\n'.repeat(80)}`, other: flawed });
		const { out } = await runCommand(['check'], { cwd });
		expect(out.match(/long\/module\.md:\d+:\d+/g)).toHaveLength(50);
		expect(out).toContain('modules/long/module.md: and 30 more. Mend some of these first, and check again.');
		expect(out).toContain('modules/other/module.md:15:5');
		const { out: json, code } = await runCommand(['check', '--format', 'json'], { cwd });
		expect(code).toBe(1);
		expect(JSON.parse(json)).toHaveLength(82);
		expect(JSON.parse(json)[0]).toMatchObject({ code: 'raw-html', severity: 'error', file: 'modules/long/module.md', line: 15, problem: expect.any(String), advice: expect.any(String) });
	});

	test('ends without a word where whoever reads it stops', async () => {
		const cwd = place({ long: `${HEAD}\n# Page\n\n${'<b>x</b>\n\n'.repeat(3000)}` });
		const reading = `"${process.execPath}" "${COMMAND}" check --format json 2>complaint | head -c 20`;
		expect(execFileSync('sh', ['-c', `${reading}; cat complaint`], { cwd, encoding: 'utf8' })).toMatch(/^\[\n  \{\n    "code": "\w$/);
	});
});

test('a module is found by its folder, its module.md, the folder around it or its name', async () => {
	const cwd = place({ one: SOUND, two: SOUND });
	for (const path of ['modules/one', 'modules/one/', './modules/one/module.md', 'one', join(cwd, 'modules/one')]) {
		expect((await runCommand(['check', path], { cwd })).out).toBe('1 module read. Nothing to mend.\n');
	}
	for (const path of ['modules', '.']) expect((await runCommand(['check', path], { cwd: path === '.' ? join(cwd, 'modules') : cwd })).out).toContain('2 modules read.');
	expect((await runCommand(['check', 'one', 'modules', 'modules/two'], { cwd })).out).toContain('2 modules read.');
});

describe('what cannot be read is named, and keeps no other module from being checked:', () => {
	async function alone(make: (folder: string) => void): Promise<string> {
		const cwd = place({ sound: SOUND });
		mkdirSync(join(cwd, 'modules/odd'));
		make(join(cwd, 'modules/odd'));
		const { code, out, err } = await runCommand(['check'], { cwd, unprivileged: true });
		expect(err).not.toMatch(/\n\s+at |node:/);
		expect(code).not.toBe(0);
		expect(`${out}${err}`).toMatch(code === 2 ? /1 module read/ : /odd\/module\.md:\d+:\d+: error/);
		return out + err;
	}

	test('a link', async () => {
		const said = await alone((folder) => symlinkSync('/etc/hostname', join(folder, 'module.md')));
		expect(said).toContain('modules/odd/module.md is a link, and links are not followed.');
	});

	test('a folder', async () => {
		expect(await alone((folder) => mkdirSync(join(folder, 'module.md')))).toContain('modules/odd/module.md is not a file.');
	});

	test('a file without permission', async () => {
		const said = await alone((folder) => {
			writeFileSync(join(folder, 'module.md'), SOUND);
			chmodSync(join(folder, 'module.md'), 0);
		});
		expect(said).toContain('You may not read modules/odd/module.md.');
	});

	test('a folder without permission', async () => {
		expect(await alone((folder) => chmodSync(folder, 0))).toContain('You may not read modules/odd/module.md.');
	});

	test('a picture beside it without permission', async () => {
		const said = await alone((folder) => {
			writeFileSync(join(folder, 'module.md'), `${SOUND}\n![A cup](cup.png)\n`);
			writeFileSync(join(folder, 'cup.png'), '');
			chmodSync(join(folder, 'cup.png'), 0);
		});
		expect(said).toContain('[file-not-found]');
	});

	test('5 GB', async () => {
		const said = await alone((folder) => {
			writeFileSync(join(folder, 'module.md'), '');
			truncateSync(join(folder, 'module.md'), 5_000_000_000);
		});
		expect(said).toContain('[file-too-large] The file has 5000000 KB of text.');
	});

	test.each([
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
		['a text that is not UTF-8', Buffer.from('Caf\u00e9', 'latin1')]
	])('%s', async (_, bytes) => {
		expect(await alone((folder) => writeFileSync(join(folder, 'module.md'), bytes))).toContain('[file-not-text]');
	});
});

describe('a mistake in the command', () => {
	test.each([
		[['check', '--format', 'xml'], 'There is no format "xml". Use --format json, or leave it out for text.\n'],
		[['check', 'nowhere'], 'There is no module nowhere here. Name the folder of a module, its module.md, or a folder of modules.\n'],
		[['check', '--watch', '--format', 'json'], '--watch is for reading along. Leave it out, or leave out --format json.\n']
	])('%j is answered in a sentence', async (args, sentence) => {
		const { code, out, err } = await runCommand(args, { cwd: place({ one: SOUND }) });
		expect([code, out, err]).toEqual([2, '', sentence]);
	});

	test('an empty folder is told how to get a module', async () => {
		const cwd = trialFolder();
		mkdirSync(join(cwd, 'modules'));
		expect(await runCommand(['check'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('npx alongside new my-first-module') });
	});
});

test('--watch checks on every save, also after the folder was gone for a while', async () => {
	const cwd = place({ one: SOUND });
	const command = startCommand(['check', '--watch'], { cwd });
	try {
		await command.until(/— \d\d:\d\d:\d\d —\n1 module read[^]*Ctrl\+C/);
		save(cwd, 'one', `${SOUND}<b>`);
		await command.until(/1 thing to mend/);
		rmSync(join(cwd, 'modules'), { recursive: true });
		await command.until(/There is no module modules here/);
		save(cwd, 'one', SOUND);
		await command.until(/There is no module[^]*1 module read/);
		save(cwd, 'two', SOUND);
		await command.until(/2 modules read/);
	} finally {
		expect((await command.interrupt()).err).not.toMatch(/\n\s+at /);
	}
});

test('--watch of one module, by its name, hears of its saves and of the list of wording', async () => {
	const cwd = place({ one: SOUND });
	const command = startCommand(['check', '--watch', 'one'], { cwd });
	try {
		await command.until(/1 module read[^]*Ctrl\+C/);
		save(cwd, 'one', `${SOUND}<b>`);
		await command.until(/1 thing to mend/);
		save(cwd, 'one', SOUND);
		await command.until(/1 thing to mend[^]*1 module read/);
		writeFileSync(join(cwd, 'modules/wording.yaml'), '- instead-of: [text]\n  say: words\n  because: It is a word.\n');
		await command.until(/1 thing to think about/);
	} finally {
		await command.interrupt();
	}
});
