import { unzipSync } from 'fflate';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { appendFileSync, chmodSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { COMMAND, HEAD, moduleFile, placeModules, QUESTION, runCommand, startCommand } from '../../tests/command-line.ts';

// Each test starts processes, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FOR_PEERS = QUESTION.replace('audience: all-staff', 'audience: peers');
const ZIP = /^([a-z-]+)-[0-9a-f]{8}-(scorm-1\.2|scorm-2004-[34]|html)\.zip$/;

const place = (modules: Record<string, string> = { tea: QUESTION }) => placeModules(modules);
const names = (cwd: string, out = 'out') => readdirSync(join(cwd, out)).sort();
const pack = (cwd: string, ...args: string[]) => runCommand(['package', '--out', 'out', ...args], { cwd });
/** The files of the one package in a folder, which are checked against their sums as they are read. */
const unpacked = (cwd: string, out = 'out') => Object.keys(unzipSync(readFileSync(join(cwd, out, names(cwd, out)[0]!))));

describe('a package', () => {
	test('is written with its size, and how to import it stands below', async () => {
		const cwd = place();
		const { code, out, err } = await pack(cwd, 'tea');
		expect([code, err]).toEqual([0, '']);
		const [name] = names(cwd);
		expect(name).toMatch(ZIP);
		expect(out).toContain(`${join('out', name!)} (${Math.ceil(statSync(join(cwd, 'out', name!)).size / 1024)} KB)\n\nWhat to do with it:\n  1. `);
		expect(out).toContain('choose the status "completed".');
		expect(unpacked(cwd)[0]).toBe('imsmanifest.xml');
	});

	test.each(['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4', 'html'])('follows %s where that is asked for', async (standard) => {
		const cwd = place();
		expect((await pack(cwd, 'tea', '--standard', standard)).code).toBe(0);
		expect(ZIP.exec(names(cwd)[0]!)![2]).toBe(standard);
	});

	test('takes all of its options', async () => {
		const cwd = place();
		const options = ['--profile', 'moodle', '--completion', 'passed', '--pass-mark', '80', '--report-answers', '--language', 'en', '--window', '800x600', '--competence', '123|LOCAL|Tea|'];
		const { code, out } = await pack(cwd, 'tea', ...options);
		expect(code).toBe(0);
		for (const part of ['"passed" at the end', 'once it has reached 80', 'what people answered', '800 by 600', '123|LOCAL|Tea|']) expect(out).toContain(part);
		const manifest = Buffer.from(unzipSync(readFileSync(join(cwd, 'out', names(cwd)[0]!)))['imsmanifest.xml']!).toString();
		for (const part of ['<adlcp:masteryscore>80<', 'xml:lang="en"', '800 by 600', '123|LOCAL|Tea|']) expect(manifest).toContain(part);
	});

	test('says once what the profile chose and why, and what to do, for however many modules', async () => {
		const { out } = await pack(place({ tea: QUESTION, milk: QUESTION }), '--all', '--profile', 'learning-hub', '--completion', 'passed');
		expect(out.match(/Chosen for NHS Learning Hub:/g)).toHaveLength(1);
		expect(out.match(/--window 1024x768: The NHS Learning Hub opens/g)).toHaveLength(1);
		expect(out).not.toContain('--completion completed:');
		expect(out.match(/What to do with them:/g)).toHaveLength(1);
	});

	test('of a module for peers comes with a word about who can see that it was opened', async () => {
		const cwd = place({ tea: QUESTION, peers: FOR_PEERS });
		expect((await pack(cwd, '--all')).out).toContain('who is in a peer role: peers.');
		expect((await pack(cwd, 'tea')).out).not.toContain('peer role');
		expect((await pack(cwd, '--all', '--standard', 'html')).out).not.toContain('peer role');
	});

	test('takes the place of an earlier one in a single step', async () => {
		const cwd = place();
		await pack(cwd, 'tea');
		const file = join(cwd, 'out', names(cwd)[0]!);
		const whole = readFileSync(file);
		writeFileSync(file, 'an earlier one');
		// Whoever is reading the earlier one reads it to its end.
		const reader = openSync(file, 'r');
		await pack(cwd, 'tea');
		expect(readFileSync(reader, 'utf8')).toBe('an earlier one');
		expect(readFileSync(file).equals(whole)).toBe(true);
		expect(names(cwd)).toHaveLength(1);
	});
});

describe('the help', () => {
	test('has one line for each option', async () => {
		const cwd = place();
		const { out } = await pack(cwd, '--help');
		const { code, err } = await pack(cwd, 'tea', '--pass-mrak', '80');
		expect([code, err]).toEqual([2, expect.stringContaining('There is no option --pass-mrak. Did you mean "--pass-mark"?')]);
		const known = [...err.matchAll(/--[a-z-]+(?=,| and|\.)/g)].map(([name]) => name).filter((name) => name !== '--pass-mrak');
		expect(known).toHaveLength(12);
		for (const name of known) expect(out.split('\n').filter((line) => line.startsWith(`  ${name} `)), name).toHaveLength(1);
	});
});

describe('what cannot be had', () => {
	test('is told all at once, each with how to mend it, and nothing is written', async () => {
		const cwd = place({ tea: QUESTION, milk: QUESTION });
		const { code, err } = await pack(cwd, '--all', '--standard', 'scrom-1.2', '--profile', 'mooodle', '--pass-mark', '200');
		expect([code, err]).toEqual([
			2,
			[
				'--profile: There is no profile "mooodle". Did you mean "moodle"? Choose one of: generic, learning-hub, esr, moodle, kallidus.',
				'--standard: There is no standard "scrom-1.2". Did you mean "scorm-1.2"? Choose one of: scorm-1.2, scorm-2004-3, scorm-2004-4, html.',
				'--pass-mark: "200" cannot be a pass mark. Choose a whole number from 1 to 100, such as 80.',
				''
			].join('\n')
		]);
		expect(readdirSync(cwd)).not.toContain('out');
	});

	test('of one module keeps no other from its package', async () => {
		const cwd = place({ tea: QUESTION, peers: FOR_PEERS });
		const { code, err } = await pack(cwd, '--all', '--report-answers');
		expect([code, err]).toEqual([2, expect.stringMatching(/^peers: no package\. --report-answers: This module is for people whose role/)]);
		expect(names(cwd)).toEqual([expect.stringMatching(/^tea-/)]);
	});

	test('a module with mistakes has no package, and the others have theirs', async () => {
		const cwd = place({ tea: QUESTION, broken: `${HEAD}\n# Page\n\n<b>\n` });
		const { code, out } = await pack(cwd, '--all');
		expect([code, out]).toEqual([1, expect.stringContaining('modules/broken/module.md:15:1: error [raw-html]')]);
		expect(names(cwd)).toEqual([expect.stringMatching(/^tea-/)]);
	});
});

describe('a folder that cannot take the package', () => {
	/** A disk of `kilobytes`, where whoever runs the tests may have one. */
	function mountDisk(folder: string, kilobytes: number): boolean {
		mkdirSync(folder);
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0;
		if (mounted) onTestFinished(() => void execFileSync('umount', [folder]));
		return mounted;
	}

	test('because the disk is full holds no half of it', async ({ skip }) => {
		const cwd = place();
		if (!mountDisk(join(cwd, 'out'), 16)) skip('no disk can be mounted here');
		const { code, err } = await pack(cwd, 'tea');
		expect([code, err]).toEqual([2, expect.stringMatching(/^out\/tea-.*\.zip could not be written: there is no room left on the disk\. Make room, or choose another folder, and try again\. Nothing was left half-written\.\n$/)]);
		expect(names(cwd)).toEqual([]);
	});

	test('because files may not grow so large holds no half of it', () => {
		const cwd = place();
		// 8 blocks of 512 bytes, or of 1,024.
		const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, COMMAND, 'package', 'tea', '--out', 'out'], { cwd, encoding: 'utf8' });
		expect([status, stderr]).toEqual([2, expect.stringContaining('files of this size are not allowed there.')]);
		expect(names(cwd)).toEqual([]);
	});

	test('because nobody may write there is named', async () => {
		const cwd = place();
		chmodSync(cwd, 0o555);
		const { code, err } = await runCommand(['package', 'tea', '--out', 'out'], { cwd, unprivileged: true });
		chmodSync(cwd, 0o755);
		expect([code, err]).toEqual([2, expect.stringContaining('could not be written: you may not write there. Choose another folder, and try again.')]);
	});

	test('because it is a file is named, and the file stays', async () => {
		const cwd = place();
		writeFileSync(join(cwd, 'out'), 'mine');
		const { code, err } = await pack(cwd, 'tea');
		expect([code, err]).toEqual([2, expect.stringContaining('a file stands where a folder is needed. Choose another folder')]);
		expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe('mine');
	});

	test('because a folder has its very name is named, and that folder stays', async () => {
		const cwd = place();
		await pack(cwd, 'tea');
		const [name] = names(cwd);
		rmSync(join(cwd, 'out', name!));
		mkdirSync(join(cwd, 'out', name!));
		writeFileSync(join(cwd, 'out', name!, 'mine.txt'), 'mine');
		const { code, err } = await pack(cwd, 'tea');
		expect([code, err]).toEqual([2, expect.stringContaining('a folder has that name.')]);
		expect(names(cwd)).toEqual([name]);
		expect(readdirSync(join(cwd, 'out', name!))).toEqual(['mine.txt']);
	});
});

describe('a run that is killed', () => {
	/** A module with a video so large that writing its package takes a while. */
	function placeLarge(): string {
		const cwd = place();
		const folder = join(cwd, 'modules', 'large');
		cpSync(resolve('tests/samples/ok-media'), folder, { recursive: true });
		appendFileSync(join(folder, 'kettle.mp4'), randomFillSync(Buffer.alloc(30_000_000)));
		mkdirSync(join(cwd, 'out'));
		return cwd;
	}

	/** Starts a run and kills it as soon as something is there of its package. */
	async function killWhileWriting(cwd: string): Promise<void> {
		const watcher = watch(join(cwd, 'out'));
		const running = startCommand(['package', 'large', '--out', 'out'], { cwd });
		await new Promise<void>((seen) => watcher.once('change', () => seen()));
		await running.kill();
		watcher.close();
	}

	test('leaves nothing under the name of the package, and what it leaves is cleared away by the next', async () => {
		const cwd = placeLarge();
		await killWhileWriting(cwd);
		const [left, ...more] = names(cwd);
		expect([left, more]).toEqual([expect.stringMatching(/^large-.*\.zip\..*\.\d+\.part$/), []]);
		expect((await pack(cwd, 'large')).code).toBe(0);
		expect(names(cwd)).toEqual([expect.stringMatching(ZIP)]);
		expect(unpacked(cwd)).toContain('media/kettle.mp4');
	});

	test('is told from one that is still writing, and from those of other machines', async () => {
		const cwd = place();
		mkdirSync(join(cwd, 'out'));
		const here = hostname().replaceAll('.', '-');
		const dead = spawnSync(process.execPath, ['--version']).pid;
		const [left, live, elsewhere, foreign] = [`a.zip.${here}.${dead}.part`, `a.zip.${here}.${process.pid}.part`, `a.zip.not-${here}.${dead}.part`, 'notes.part'];
		for (const name of [left, live, elsewhere, foreign]) writeFileSync(join(cwd, 'out', name!), 'half');
		await pack(cwd, 'tea');
		expect(names(cwd).filter((name) => ZIP.test(name))).toHaveLength(1);
		expect(names(cwd).filter((name) => !ZIP.test(name))).toEqual([live, elsewhere, foreign].sort());
	});
});

test('two runs at once into one folder leave one whole package each, and nothing else', async () => {
	const cwd = place({ tea: QUESTION, milk: QUESTION, sugar: QUESTION });
	const runs = await Promise.all([pack(cwd, '--all'), pack(cwd, '--all'), pack(cwd, '--all')]);
	expect(runs.map(({ code, err }) => [code, err])).toEqual(runs.map(() => [0, '']));
	expect(names(cwd).map((name) => ZIP.exec(name)?.[1])).toEqual(['milk', 'sugar', 'tea']);
	await pack(cwd, '--all', '--out', 'alone');
	for (const name of names(cwd)) expect(readFileSync(join(cwd, 'out', name)).equals(readFileSync(join(cwd, 'alone', name))), name).toBe(true);
});
