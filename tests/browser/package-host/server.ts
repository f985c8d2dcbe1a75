import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { Config } from './lms.ts';
import type { Files } from './packages.ts';

/** Where the package is, seen from the LMS's window. */
export type Arrangement = 'frame' | 'nested' | 'pop-up' | 'pop-up with a frame';

/** A small LMS on this machine. */
export interface Host {
	/** The address of an LMS's page that offers the package, or one part of it. */
	launch(name: string, arrangement: Arrangement, config?: Config, part?: string): string;
	/** The address of the package itself. */
	package(name: string): string;
	/** The LMS as a script, for a page of its own. */
	script: string;
	origin: string;
	packages: ReadonlyMap<string, Files>;
	stop(): Promise<void>;
}

const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript', png: 'image/png', jpg: 'image/jpeg', mp3: 'audio/mpeg', mp4: 'video/mp4', vtt: 'text/vtt', xml: 'text/xml', xsd: 'text/xml' };

/** Starts it with `packages` in it, by name. */
export async function startHost(packages: ReadonlyMap<string, Files>): Promise<Host> {
	const script = await bundle();
	const server = createServer((request, response) => {
		const url = new URL(request.url!, 'http://localhost');
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
		package: (name) => `${origin}/package/${name}/index.html`,
		script,
		origin,
		packages,
		stop: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done())))
	};
}

function answer({ pathname, searchParams }: URL, script: string, packages: ReadonlyMap<string, Files>): string | Uint8Array | undefined {
	if (pathname === '/lms.js') return script;
	if (pathname === '/lms.html') return lmsPage(searchParams);
	if (pathname === '/around.html') return page(`<iframe title="Training" src="/package/${searchParams.get('name')}/index.html"></iframe>`);
	if (pathname === '/elsewhere.html') return page('<p>Elsewhere</p>');
	if (pathname === '/favicon.ico') return '';
	const [, name, file] = /^\/package\/([^/]+)\/(.+)$/.exec(decodeURI(pathname)) ?? [];
	return name === undefined ? undefined : packages.get(name)?.[file!];
}

const page = (body: string) =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A learning system</title><style>body{margin:0}iframe{border:0;height:95vh;width:100%}</style></head><body>${body}</body></html>`;

function lmsPage(query: URLSearchParams): string {
	const name = query.get('name')!;
	const part = query.get('part');
	const address = `/package/${name}/index.html?LMS_URL=x${part ? `#page-${part}` : ''}`;
	const inside: Record<Arrangement, string> = {
		frame: `<iframe title="Training" src="${address}"></iframe>`,
		nested: `<iframe title="Training" src="/around.html?name=${name}"></iframe>`,
		'pop-up': `<button onclick="window.open('${address}', '', 'width=1024,height=768')">Open</button>`,
		'pop-up with a frame': `<button onclick="window.open('/around.html?name=${name}', '', 'width=1024,height=768')">Open</button>`
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
