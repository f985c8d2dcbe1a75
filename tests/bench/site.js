// The built site, run for a measurement: with the demonstration in a database of its own, on a free port of this machine.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { ask } from './connections.js';

/** How the README has the site started. */
const FLAGS = ['--max-old-space-size=512'];
/** In ms, for a server to start. */
const PATIENCE = 20_000;

/** Makes the demonstration in `database`; returns the settings to serve it with. */
export function demonstrate(database) {
	const made = spawnSync(process.execPath, ['build/cli/main.js', 'demonstrate', '--database', database], { encoding: 'utf8' });
	if (made.status !== 0) throw new Error(made.stderr);
	return { DEMONSTRATION: 'true', DATABASE: database, LOG_LEVEL: 'silent' };
}

/** Serves a built site on a free port of this machine, and waits for its first answer at `path`. */
export async function serve(program, settings, path, running) {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const started = performance.now();
	const { PATH, HOME, TMPDIR } = process.env;
	const env = { PATH, HOME, TMPDIR, HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, ...settings };
	const child = spawn(process.execPath, [...FLAGS, program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	running.push({ child });
	for (;;) {
		const answered = await ask(origin, { path }).catch(() => undefined);
		if (answered?.status === 200) return { child, origin, started: performance.now() - started };
		if (child.exitCode !== null || performance.now() > started + PATIENCE) throw new Error(`${program} did not answer.`);
		await new Promise((done) => setTimeout(done, 5));
	}
}

/** Ends a server at once. */
export async function end({ child }) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((done) => child.once('exit', done));
	child.kill('SIGKILL');
	await ended;
}

/** A port of this machine that nobody uses. */
export async function freePort() {
	const server = createServer();
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address();
	await new Promise((done) => server.close(done));
	return port;
}

/** Signs somebody of the demonstration in; returns their cookie. */
export async function signIn(origin, username) {
	const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', origin };
	const { body } = await ask(origin, { path: '/sign-in', headers: { accept: 'text/html' } });
	const [, token] = /name="token" value="([^"]*)"/.exec(String(body));
	const signedIn = await ask(origin, { path: '/sign-in?/signIn', method: 'POST', headers, body: `username=${username}&password=demonstration&token=${token}` });
	const cookie = signedIn.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
	if (!cookie) throw new Error(`${username} could not sign in.`);
	return cookie;
}

/** The memory of a running server, in MB. */
export function memory({ child }) {
	return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout) / 1024;
}
