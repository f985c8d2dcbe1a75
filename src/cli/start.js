// `npm start`: does what is missing, then serves a demonstration on this machine.
// See prepare.js for why this is written for an old Node.
import { spawn } from 'child_process';
import { accessSync, constants as access, mkdirSync } from 'fs';
import { get } from 'http';
import { createServer } from 'net';
import { constants } from 'os';
import { join } from 'path';
import { CannotGoOn, must, prepare, runMain } from './prepare.js';

const root = join(String(process.argv[1]), '..', '..', '..');
const PATIENCE = 60000;
/** As the README has it for production: Node tidies up sooner, and the server keeps to half the memory. */
const LITTLE_MEMORY = '--max-old-space-size=512';

async function main() {
	const options = { verbose: process.argv.includes('--verbose') };
	const port = readPort(process.env.PORT || '3000');
	// Both before the slow work, which would be in vain.
	await checkPort(port);
	checkFolder(join(root, 'data'));
	await prepare(root, options);

	const database = join('data', 'demonstration.db');
	const made = await must(
		[process.execPath, 'build/cli/main.js', 'demonstrate', '--database', database, '--accounts'],
		root,
		{ verbose: false },
		'The demonstration could not be made.'
	);
	return serve(port, database, JSON.parse(made));
}

/** @param {string} text */
function readPort(text) {
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
	throw new CannotGoOn(`PORT is "${text}": set it to a whole number from 1 to 65535, or leave it out for 3000.`);
}

/**
 * Stops where something else answers on `port`. Both addresses are tried, since
 * browsers try both for "localhost".
 * @param {number} port
 */
async function checkPort(port) {
	for (const host of ['127.0.0.1', '::1']) {
		const code = await new Promise((resolve) => {
			const server = createServer();
			server.on('error', (error) => resolve('code' in error ? error.code : ''));
			server.listen({ port, host }, () => server.close(() => resolve('')));
		});
		const another = process.platform === 'win32' ? '$env:PORT=3001; npm start' : 'PORT=3001 npm start';
		if (code === 'EADDRINUSE') {
			throw new CannotGoOn(
				`Something else is using port ${port}, perhaps Alongside in another window: close it, or use another port with "${another}".`
			);
		}
		if (code === 'EACCES') throw new CannotGoOn(`This user may not use port ${port}: use another one with "${another}".`);
	}
}

/** @param {string} folder */
function checkFolder(folder) {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, access.W_OK);
	} catch (error) {
		throw new CannotGoOn(`The folder ${folder}, where the database goes, cannot be written: let this user write to it and run the command again.`);
	}
}

/**
 * Serves the site until it is stopped.
 * @param {number} port
 * @param {string} database
 * @param {{ organisation: string, password: string, accounts: { username: string, shows: string }[] }} demonstration
 * @returns {Promise<number>} the server's exit code
 */
async function serve(port, database, demonstration) {
	const origin = `http://localhost:${port}`;
	const settings = {
		HOST: '127.0.0.1',
		PORT: String(port),
		ORIGIN: origin,
		DATABASE: database,
		DEMONSTRATION: 'true',
		ORGANISATION: demonstration.organisation,
		LOG_LEVEL: process.env.LOG_LEVEL || 'warn'
	};
	const server = spawn(process.execPath, [LITTLE_MEMORY, 'build'], {
		cwd: root,
		env: Object.assign({}, process.env, settings),
		stdio: ['ignore', 'pipe', 'inherit']
	});
	server.stdout.setEncoding('utf8').on('data', (text) => {
		// The adapter prints the address with the number in it. Forms sent from
		// there would be refused, since the origin is another.
		process.stdout.write(text.replace(/^Listening on .*\n/m, ''));
	});
	/** @type {Promise<number>} */
	const ended = new Promise((resolve) => {
		server.on('close', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : Number(code)));
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => server.kill(signal));
	}

	const answer = await Promise.race([ended, answers(port)]);
	if (answer === 'no answer') {
		server.kill();
		await ended;
		throw new CannotGoOn(`The site did not answer on ${origin} within ${PATIENCE / 1000} seconds.`);
	}
	if (answer === 'answer') welcome(origin, demonstration);
	return ended;
}

/**
 * Asks for the sign-in page until it comes.
 * @param {number} port
 * @returns {Promise<'answer' | 'no answer'>}
 */
async function answers(port) {
	const deadline = Date.now() + PATIENCE;
	while (Date.now() < deadline) {
		const status = await new Promise((resolve) => {
			const request = get({ host: '127.0.0.1', port, path: '/sign-in', timeout: 5000 }, (response) => {
				response.resume();
				resolve(response.statusCode);
			});
			request.on('timeout', () => request.destroy());
			request.on('error', () => resolve(0));
		});
		if (status >= 200 && status < 500) return 'answer';
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return 'no answer';
}

/**
 * @param {string} origin
 * @param {{ password: string, accounts: { username: string, shows: string }[] }} demonstration
 */
function welcome(origin, { password, accounts }) {
	const width = Math.max(...accounts.map(({ username }) => username.length));
	console.log(`\nAlongside is running at ${origin}\n`);
	console.log(`Everybody in it is invented. The password of each account is "${password}".\n`);
	for (const { username, shows } of accounts) console.log(`  ${username.padEnd(width)}  ${shows}`);
	console.log('\nPress Ctrl+C to stop.');
}

runMain(main);
