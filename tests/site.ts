import Database from 'better-sqlite3';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(import.meta.dirname, '..');
const PATIENCE = 20_000;

/** The built site, running as a process of its own. */
export interface Site {
	origin: string;
	/** The SQLite file. */
	database: string;
	/** Everything that the process has printed. */
	log(): string;
	/** Whether it is the process that was started, and still runs. */
	running(): boolean;
	/** Ends it as an operator would, and takes away its folder. */
	stop(): Promise<void>;
	/** Ends it at once, as a crash of the machine would; its files stay, for another start. */
	kill(): Promise<void>;
}

export interface SiteOptions {
	/** A database file that stays when the site stops. Without one, a new demonstration is made. */
	database?: string;
	env?: Record<string, string>;
}

/** Starts the built site on a free port of this machine, with a demonstration in a database of its own. */
export async function startSite({ database, env = {} }: SiteOptions = {}): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-site-'));
	const file = database ?? join(folder, 'site.db');
	if (!database) await makeDemonstration(file);
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const settings = { HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin, DEMONSTRATION: 'true', DATABASE: file, LOG_LEVEL: 'info', ...env };
	const { child, printed, ended } = launch(settings);
	const clear = () => rmSync(folder, { recursive: true, force: true });
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		child.kill(signal);
		await ended;
	};
	await listening(child.stdout, ended, printed).catch(async (error) => {
		await end('SIGKILL');
		clear();
		throw error;
	});
	return {
		origin,
		database: file,
		log: printed,
		running: () => child.exitCode === null && child.signalCode === null,
		async stop() {
			await end('SIGTERM');
			clear();
		},
		kill: () => end('SIGKILL')
	};
}

/** Starts the built site with these settings and no others, and waits for it to give up. */
export async function failToStart(settings: Record<string, string>): Promise<{ code: number | null; printed: string }> {
	const { child, printed, ended } = launch(settings);
	const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
	const code = await ended;
	clearTimeout(timer);
	return { code, printed: printed() };
}

/** Makes a demonstration's database in `file`. */
export async function makeDemonstration(file: string): Promise<void> {
	await promisify(execFile)(process.execPath, [built('cli/main.js'), 'demonstrate', '--database', file], { cwd: ROOT });
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

function built(path: string): string {
	if (!existsSync(join(ROOT, 'build', path))) throw new Error('The site is not built: run "npm run build" first.');
	return join(ROOT, 'build', path);
}

function launch(settings: Record<string, string>) {
	// The tests' own NODE_ENV would let the server guess its settings, so it gets none but these.
	const { PATH = '', HOME = '', TMPDIR = '', SystemRoot = '' } = process.env;
	const child = spawn(process.execPath, [built('index.js')], { cwd: ROOT, env: { PATH, HOME, TMPDIR, SystemRoot, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => (text += more));
	const ended = new Promise<number | null>((done) => child.on('close', done));
	return { child, printed: () => text, ended };
}

async function listening(stdout: NodeJS.ReadableStream, ended: Promise<unknown>, printed: () => string): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const ready = new Promise<void>((done) => stdout.on('data', () => printed().includes('Listening on') && done()));
	const failed = ended.then(() => Promise.reject(new Error(`The site did not start:\n${printed()}`)));
	const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error(`The site did not answer:\n${printed()}`)), PATIENCE)));
	// Whichever comes later must not count as a failure that nobody saw.
	failed.catch(() => {});
	late.catch(() => {});
	await Promise.race([ready, failed, late]);
	clearTimeout(timer);
}

/** A person's own browser, as far as a test without one needs it: cookies, and where a request comes from. */
export interface Client {
	/** The session cookie's token, or nothing. */
	token(): string | undefined;
	get(path: string, init?: RequestInit): Promise<Response>;
	/** Posts a form from a page of the site. */
	post(path: string, fields?: Record<string, string | string[]>, init?: RequestInit): Promise<Response>;
}

/** A client that nobody has signed in with, or with a token that somebody has. */
export function client(site: Pick<Site, 'origin'>, token?: string): Client {
	let held = token;
	async function send(path: string, init: RequestInit): Promise<Response> {
		const headers = new Headers({ accept: 'text/html', ...(held ? { cookie: `session=${held}` } : {}) });
		new Headers(init.headers).forEach((value, name) => headers.set(name, value));
		const response = await fetch(site.origin + path, { redirect: 'manual', ...init, headers });
		for (const cookie of response.headers.getSetCookie()) held = /^session=([^;]*)/.exec(cookie)?.[1] || undefined;
		return response;
	}
	return {
		token: () => held,
		get: (path, init = {}) => send(path, init),
		post(path, fields = {}, { headers, ...init } = {}) {
			const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
			return send(path, { method: 'POST', body, headers: { origin: site.origin, ...Object.fromEntries(new Headers(headers)) }, ...init });
		}
	};
}

/** Sends a sign-in form that nobody has sent before. */
export async function trySigningIn(browser: Client, username: string, password: string, { next, ...init }: RequestInit & { next?: string } = {}): Promise<Response> {
	const [, token] = /name="token" value="([^"]*)"/.exec(await (await browser.get('/sign-in')).text())!;
	return browser.post(`/sign-in?/signIn${next === undefined ? '' : `&next=${encodeURIComponent(next)}`}`, { username, password, token: token! }, init);
}

/** Signs somebody in with the demonstration's password. */
export async function signIn(site: Pick<Site, 'origin'>, username: string): Promise<Client> {
	const browser = client(site);
	const response = await trySigningIn(browser, username, 'demonstration');
	if (response.status !== 303 || !browser.token()) throw new Error(`${username} could not sign in: ${response.status}`);
	return browser;
}

/** Makes the package of a module as somebody does who may, and downloads it. */
export async function downloadPackage(browser: Client, slug: string): Promise<Response> {
	const made = await browser.post(`/packages/${slug}?/make`, { confirm: 'yes' });
	const address = made.headers.get('location');
	return address ? browser.get(`${address}/download`) : made;
}

/** Reads or changes a site's database beside it. */
export function withDatabase<T>(site: Pick<Site, 'database'>, use: (database: Database.Database) => T): T {
	const database = new Database(site.database, { timeout: 5000 });
	try {
		return use(database);
	} finally {
		database.close();
	}
}

/** Adds somebody who is like one of the demonstration's people in everything but their name, and has done nothing yet. */
export function addPersonLike(site: Pick<Site, 'database'>, like: string, username: string, name = `Demo ${username}`): void {
	const named = { id: username, like: `demo-${like}`, username, name };
	withDatabase(site, (database) => {
		database
			.prepare(
				`INSERT INTO person (id, username, name, password_hash, state, team_id, created_at)
				SELECT @id, @username, @name, password_hash, state, team_id, created_at FROM person WHERE id = @like`
			)
			.run(named);
		database.prepare('INSERT INTO audience_member (audience, person_id, since) SELECT audience, @id, since FROM audience_member WHERE person_id = @like').run(named);
		database.prepare('INSERT INTO permission SELECT @id, name FROM permission WHERE person_id = @like').run(named);
		database.prepare('INSERT INTO peer_role_holder SELECT role, @id FROM peer_role_holder WHERE person_id = @like').run(named);
	});
}
