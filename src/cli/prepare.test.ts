import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { bringUpToDate, buildHash, must, nodeProblem, packagesHash, run } from './prepare.js';

function project(files: Record<string, string> = {}): string {
	const root = trialFolder();
	const all = { 'package.json': '{}', 'package-lock.json': '{}', 'src/a.ts': 'a', 'src/deep/b.ts': 'b', ...files };
	for (const [name, content] of Object.entries(all)) write(root, name, content);
	return root;
}

function write(root: string, name: string, content: string): void {
	mkdirSync(dirname(join(root, name)), { recursive: true });
	writeFileSync(join(root, name), content);
}

describe('the hash of the build', () => {
	test('is the same for the same files, wherever they are', () => {
		expect(buildHash(project())).toBe(buildHash(project()));
	});

	test.each(['src/deep/b.ts', 'package.json', 'package-lock.json', 'vite.config.ts', 'svelte.config.js', 'static/favicon.svg', 'src/new.ts'])(
		'changes with %s',
		(name) => expect(buildHash(project({ [name]: 'changed' }))).not.toBe(buildHash(project()))
	);

	test('changes when a file goes, takes another name or gives some of its text to the next', () => {
		const root = project();
		const before = buildHash(root);
		rmSync(join(root, 'src/a.ts'));
		const without = buildHash(root);
		write(root, 'src/c.ts', 'a');
		expect(new Set([before, without, buildHash(root)]).size).toBe(3);
		expect(buildHash(project({ 'src/a.ts': 'ab', 'src/deep/b.ts': '' }))).not.toBe(before);
	});

	test.each(['modules/one/module.md', 'src/a.test.ts', 'README.md', 'tests/browser/journey.ts'])('stays the same with %s', (name) => {
		expect(buildHash(project({ [name]: 'changed' }))).toBe(buildHash(project()));
	});
});

test('the hash of the packages changes with the lockfile and nothing else in the folder', () => {
	expect(packagesHash(project())).toBe(packagesHash(project({ 'src/a.ts': 'changed', 'package.json': '{"name":"x"}' })));
	expect(packagesHash(project())).not.toBe(packagesHash(project({ 'package-lock.json': 'changed' })));
	expect(packagesHash(project())).toContain(` ${process.versions.modules} `);
});

describe('bringUpToDate', () => {
	async function makes(stamp: string, hash: string, make = async () => {}): Promise<boolean> {
		let made = false;
		await bringUpToDate(stamp, hash, async () => {
			made = true;
			await make();
		});
		return made;
	}

	test('makes what has no stamp, and not again until the hash changes', async () => {
		const stamp = join(trialFolder(), 'build', '.alongside-stamp');
		expect(await makes(stamp, 'one')).toBe(true);
		expect(await makes(stamp, 'one')).toBe(false);
		expect(await makes(stamp, 'two')).toBe(true);
		expect(readFileSync(stamp, 'utf8')).toBe('two');
	});

	test('makes it again when it stopped halfway, also where the files are as they were before', async () => {
		const stamp = join(trialFolder(), '.alongside-stamp');
		await makes(stamp, 'one');
		await expect(makes(stamp, 'two', () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
		expect(await makes(stamp, 'one')).toBe(true);
	});

	test('writes the stamp into a folder that is made afresh', async () => {
		const root = trialFolder();
		const stamp = join(root, 'build', '.alongside-stamp');
		await makes(stamp, 'one', async () => rmSync(join(root, 'build'), { recursive: true, force: true }));
		expect(await makes(stamp, 'one')).toBe(false);
	});
});

test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('goes on with Node %s', (version) => {
	expect(nodeProblem(version)).toBeUndefined();
});

test.each(['12.22.12', '18.20.4', '20.9.0', '20.18.3', '8.17.0'])('says what to do with Node %s', (version) => {
	expect(nodeProblem(version)).toBe(
		`Alongside needs Node 20.19 or later and this is ${version}: install Node 24 from https://nodejs.org and run the command again.`
	);
});

describe('running a command', () => {
	const script = (code: string) => [process.execPath, '-e', code];

	test('gives its exit code and what it printed', async () => {
		const ended = await run(script("console.log('out'); console.error('err'); process.exitCode = 3"), { cwd: '.', quiet: true });
		expect(ended.code).toBe(3);
		expect(ended.output.split('\n').sort()).toEqual(['', 'err', 'out']);
	});

	test('counts a missing program and one that is killed as failed', async () => {
		expect((await run(['no-such-program'], { cwd: '.', quiet: true })).code).toBe(127);
		expect((await run(script("process.kill(process.pid, 'SIGKILL')"), { cwd: '.', quiet: true })).code).toBe(1);
	});

	test('shows the output of one that must not fail, and then what to do', async () => {
		const failing = must(script("console.log('details'); process.exit(1)"), '.', { verbose: false }, 'Do this.');
		await expect(failing).rejects.toThrow(/^details\n+Do this\.$/);
	});
});

// Node 12 does not know what came after 2019 and would stop with a syntax error
// before it could say that it is too old. Svelte brings the parser.
test.each(['start.js', 'test.js', 'prepare.js', 'chromium.js'])('an old Node can read %s', (name) => {
	const { parse } = createRequire(createRequire(import.meta.url).resolve('svelte/package.json'))('acorn');
	const source = readFileSync(join(import.meta.dirname, name), 'utf8');
	expect(() => parse(source, { ecmaVersion: 2018, sourceType: 'module' })).not.toThrow();
	expect(source).not.toMatch(/from 'node:/);
});
