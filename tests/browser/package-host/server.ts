import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { Config } from './lms.ts';
import type { Standard } from '#lib/package/standards.ts';
import type { Packages } from './packages.ts';

/** Where the package is, seen from the LMS's window. */
export type Arrangement = 'frame' | 'nested' | 'pop-up' | 'pop-up with a frame';

/** A small LMS on this machine. */
export interface Host {
	/** The address of an LMS's page that offers the package, or one part of it. */
	launch(name: string, arrangement: Arrangement, config?: Config, part?: string): string;
	/** The address of the package itself. */
	package(name: string, standard?: Standard): string;
	/** The LMS as a script, for a page of its own. */
	script: string;
	origin: string;
	packages: Packages;
	stop(): Promise<void>;
}

const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', png: 'image/png', jpg: 'image/jpeg', mp3: 'audio/mpeg', mp4: 'video/mp4', vtt: 'text/vtt', xml: 'text/xml', xsd: 'text/xml' };

/** Starts it with `packages` in it. */
export async function startHost(packages: Packages): Promise<Host> {
	const script = await bundle();
	const records = new Map<string, string>();
	const server = createServer((request, response) => {
		const url = new URL(request.url!, 'http://localhost');
		if (url.pathname.startsWith('/record/')) return keep(records, url.pathname, request, response);
		const body = answer(url, script, packages);
		const type = TYPES[url.pathname.slice(url.pathname.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
		// Moodle forbids `unload`, so a package that relied on it would be seen here.
		response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, 'permissions-policy': 'unload=()' });
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		launch: (name, arrangement, config = {}, part = '') => `${origin}/lms.html?${new URLSearchParams({ name, arrangement, config: JSON.stringify(config), part })}`,
		package: (name, standard = 'scorm-1.2') => `${origin}${addressOf(name, standard)}`,
		script,
		origin,
		packages,
		stop: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done())))
	};
}

/** What an LMS's server has of one learner: what was put last. */
function keep(records: Map<string, string>, name: string, request: IncomingMessage, response: ServerResponse): void {
	if (request.method === 'GET') return void response.end(records.get(name) ?? '{}');
	let body = '';
	request.setEncoding('utf8').on('data', (text: string) => (body += text));
	request.on('end', () => (records.set(name, body), response.end()));
}

const addressOf = (name: string, standard: Standard) => `/package/${standard}/${name}/index.html`;

function answer({ pathname, searchParams }: URL, script: string, packages: Packages): string | Uint8Array | undefined {
	if (pathname === '/lms.js') return script;
	if (pathname === '/lms.html') return lmsPage(searchParams);
	if (pathname === '/around.html') return page(`<iframe title="Training" src="${searchParams.get('address')}"></iframe>`);
	if (pathname === '/elsewhere.html') return page('<p>Elsewhere</p>');
	if (pathname === '/favicon.ico') return '';
	const [, standard, name, file] = /^\/package\/([^/]+)\/([^/]+)\/(.+)$/.exec(decodeURI(pathname)) ?? [];
	return name === undefined ? undefined : packages.find(name, standard as Standard)?.[file!];
}

const page = (body: string) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A learning system</title><style>body{margin:0}iframe{border:0;height:95vh;width:100%}</style></head><body>${body}</body></html>`;

function lmsPage(query: URLSearchParams): string {
	const part = query.get('part');
	const { standard = 'scorm-1.2' } = JSON.parse(query.get('config')!) as Config;
	const address = `${addressOf(query.get('name')!, standard)}?LMS_URL=x${part ? `#page-${part}` : ''}`;
	const around = `/around.html?address=${encodeURIComponent(address)}`;
	const inside: Record<Arrangement, string> = {
		frame: `<iframe title="Training" src="${address}"></iframe>`,
		nested: `<iframe title="Training" src="${around}"></iframe>`,
		'pop-up': `<button onclick="window.open('${address}', '', 'width=1024,height=768')">Open</button>`,
		'pop-up with a frame': `<button onclick="window.open('${around}', '', 'width=1024,height=768')">Open</button>`
	};
	const script = `<script src="/lms.js"></script><script>lms.install(window, JSON.parse(new URLSearchParams(location.search).get('config')))</script>`;
	return page(script + inside[query.get('arrangement') as Arrangement]);
}

async function bundle(): Promise<string> {
	const built = (await build({
		root: resolve(import.meta.dirname, '../../..'),
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'lms.ts'), formats: ['iife'], name: 'lms' } }
	})) as Rolldown.RolldownOutput[];
	return built[0]!.output[0].code;
}
