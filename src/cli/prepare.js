// What `npm start` and `npm test` have in common. It runs before any package is
// installed, so it uses Node's own modules only; and on a Node that is too old,
// so that it can say so: syntax of 2018, functions of Node 12, and no `node:` in
// front of module names.
import { spawn } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'fs';
import { join } from 'path';

const NEEDED = { major: 20, minor: 19 };

/** What the build reads. Modules are not among it: they are published when the server starts. */
const BUILD_INPUTS = ['src', 'static', 'package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];

const NOT_INSTALLED =
	'The packages could not be installed, for the reason above: often there is no internet connection, or on Linux no g++, make and python3.';
const NOT_COMPILED =
	'The database was not compiled: run "npm rebuild better-sqlite3 --ignore-scripts=false" and then the command again.';

/** Nothing can go on, for a reason that the message says in a sentence. */
export class CannotGoOn extends Error {}

/**
 * What to say where this Node is too old, or nothing.
 * @param {string} version for example `18.20.4`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return undefined;
	const needed = `${NEEDED.major}.${NEEDED.minor}`;
	return `Alongside needs Node ${needed} or later and this is ${version}: install Node 24 from https://nodejs.org and run the command again.`;
}

/**
 * Runs `main` and ends with its exit code, or with 2 and a sentence.
 * @param {() => Promise<number>} main
 */
export function runMain(main) {
	const problem = nodeProblem(process.versions.node);
	(problem ? Promise.reject(new CannotGoOn(problem)) : main()).then(
		(code) => {
			process.exitCode = code;
		},
		(error) => {
			console.error(error instanceof CannotGoOn ? error.message : error);
			process.exitCode = 2;
		}
	);
}

/**
 * Installs the packages and builds, where that is missing or older than what it is made from.
 * @param {string} root the folder of package.json
 * @param {{ verbose: boolean }} options
 */
export async function prepare(root, options) {
	await bringUpToDate(join(root, 'node_modules', '.alongside-stamp'), packagesHash(root), async () => {
		console.log('Installing packages (about a minute the first time) …');
		// A machine that is set up for production would leave out what the build needs.
		await must(npm('ci', '--include=dev', '--no-audit', '--no-fund'), root, options, NOT_INSTALLED);
		// Where npm is set up to run no scripts, it installs the database without its compiled part and says nothing.
		await must([process.execPath, '-e', "new (require('better-sqlite3'))(':memory:')"], root, options, NOT_COMPILED);
	});
	await bringUpToDate(join(root, 'build', '.alongside-stamp'), buildHash(root), async () => {
		console.log('Building (less than a minute) …');
		await must(npm('run', 'build'), root, options, 'The site could not be built, for the reason above.');
	});
}

/**
 * Calls `make` unless the stamp says that the same has been made already.
 * @param {string} stamp the file that holds the hash of what was made last
 * @param {string} hash
 * @param {() => Promise<void>} make
 */
export async function bringUpToDate(stamp, hash, make) {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
	// Gone while it is being made, so that one that stops halfway is made again.
	if (existsSync(stamp)) unlinkSync(stamp);
	await make();
	mkdirSync(join(stamp, '..'), { recursive: true });
	writeFileSync(stamp, hash);
}

/**
 * What decides which packages are installed: the lockfile, and what compiled packages are compiled for.
 * @param {string} root
 */
export function packagesHash(root) {
	return `${hashOf(root, ['package-lock.json'])} ${process.versions.modules} ${process.platform} ${process.arch}`;
}

/**
 * What decides the build.
 * @param {string} root
 */
export function buildHash(root) {
	return hashOf(root, BUILD_INPUTS);
}

/**
 * One hash of the names and the content of files and of everything in folders, but tests.
 * @param {string} root
 * @param {string[]} names
 */
function hashOf(root, names) {
	const hash = createHash('sha256');
	for (const name of names.reduce((/** @type {string[]} */ all, name) => all.concat(filesIn(root, name)), [])) {
		const content = readFileSync(join(root, name));
		hash.update(`${name}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function filesIn(root, name) {
	const path = join(root, name);
	if (!existsSync(path) || name.endsWith('.test.ts')) return [];
	if (!statSync(path).isDirectory()) return [name];
	const inside = readdirSync(path).sort();
	return inside.reduce((/** @type {string[]} */ all, entry) => all.concat(filesIn(root, `${name}/${entry}`)), []);
}

/**
 * The command line of npm: the same npm that runs this, where one does.
 * @param {...string} args
 */
export function npm(...args) {
	const itself = process.env.npm_execpath || '';
	return itself.endsWith('npm-cli.js') ? [process.execPath, itself, ...args] : ['npm', ...args];
}

/**
 * Runs a command, silently, and stops everything with its output and `problem` where it fails.
 * @param {string[]} commandLine
 * @param {string} cwd
 * @param {{ verbose: boolean }} options
 * @param {string} problem
 * @returns {Promise<string>} what it printed, where it was silent
 */
export async function must(commandLine, cwd, { verbose }, problem) {
	const { code, output } = await run(commandLine, { cwd, quiet: !verbose });
	if (code === 0) return output;
	throw new CannotGoOn(`${output}\n${problem}`.trim());
}

/**
 * Runs a command to its end. A quiet one's output is collected instead of shown.
 * @param {string[]} commandLine
 * @param {{ cwd: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([command, ...args], { cwd, quiet = false, env = process.env }) {
	return new Promise((resolve) => {
		// On Windows npm is a script, which only a shell can run.
		const shell = process.platform === 'win32' && command === 'npm';
		const child = spawn(String(command), args, { cwd, env, shell, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			if (stream) stream.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', (error) => resolve({ code: 127, output: error.message }));
		child.on('close', (code) => resolve({ code: code === null ? 1 : code, output }));
	});
}
