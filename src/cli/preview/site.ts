import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mediaType } from '#lib/module/files.ts';
import { PLAYER_SCRIPTS, playerStyles } from '#lib/package/assets.ts';
import { explanationOf, isCode } from '#lib/module/explanation.ts';
import type { Desk } from './desk.ts';
import type { Streams } from './events.ts';
import { explanationPage, moduleList, plainPage, shellPage, tellUpdate } from './pages.ts';
import plainScript from './plain.js?raw';
import shellStyles from './shell.css?raw';
import shellScript from './shell.js?raw';

/** What is sent back. */
interface Answer {
	status?: number;
	type: string;
	body: string | Uint8Array;
	/** What a page may load, as a Content-Security-Policy. */
	policy?: string;
	location?: string;
	/** The same for as long as the preview runs, so that a browser compiles the player once. */
	tag?: string;
}

const HTML = 'text/html; charset=utf-8';
const SHELL = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const NO_PAGE: Answer = { status: 404, ...page('There is no such page', '<p><a href="/">All modules</a></p>') };

/** What is the same for every module. */
const ASSETS: Record<string, Answer> = {
	'/player.css': asset('text/css', playerStyles),
	'/player.js': asset('text/javascript', PLAYER_SCRIPTS.html),
	'/shell.css': asset('text/css', shellStyles),
	'/shell.js': asset('text/javascript', shellScript),
	'/plain.js': asset('text/javascript', plainScript)
};

function asset(type: string, body: string): Answer {
	return { type: `${type}; charset=utf-8`, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

/** The names that a browser on this machine has for it. Another one is that of a website which points its name here. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The preview's pages over HTTP. Only what was read from a module's folder is
 * served, by its exact name; no address becomes a path.
 *
 * @param home where `/` leads, where only one module is previewed
 */
export function previewSite(desk: Desk, streams: Streams, home?: string): Server {
	return createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			console.error(error);
			send(response, { status: 500, ...page('Something went wrong', '<p>The terminal says more.</p>') });
		});
	});

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (!isOurs(request)) return send(response, { status: 403, type: 'text/plain; charset=utf-8', body: 'The preview answers on http://localhost only.' });
		const { method, url, headers } = request;
		// Node leaves the body out of what it answers to HEAD.
		if (method !== 'GET' && method !== 'HEAD') return send(response, { status: 405, type: 'text/plain; charset=utf-8', body: 'The preview can be looked at only.' });
		const path = pathOf(url!);
		if (path === undefined) return send(response, NO_PAGE);
		const [, slug, rest] = /^\/modules\/([^/]+)\/(.*)$/s.exec(path) ?? [];
		if (path === '/events' || rest === 'events') return listen(slug, response, method === 'GET');
		const found = slug === undefined ? await general(path) : await ofModule(slug, rest!);
		if (found?.tag !== undefined && headers['if-none-match'] === found.tag) return send(response, { ...found, status: 304, body: '' });
		send(response, found ?? NO_PAGE);
	}

	/** `stays` unless only the head of the answer is asked for. */
	async function listen(slug: string | undefined, response: ServerResponse, stays: boolean): Promise<void> {
		if (slug !== undefined && !(await desk.refresh(slug))) return send(response, { status: 404, ...page('There is no such module', '') });
		if (!stays) return send(response, { type: 'text/event-stream', body: '' });
		streams.add(slug ?? '', response);
		await tell(desk, streams, slug ?? '');
	}

	async function general(path: string): Promise<Answer | undefined> {
		if (path === '/' && home !== undefined) return { status: 302, type: HTML, body: '', location: `/modules/${encodeURIComponent(home)}/` };
		if (path === '/') return page('Modules', moduleList(await desk.list()));
		const code = /^\/explain\/(.+)$/.exec(path)?.[1];
		if (code !== undefined && isCode(code)) return { type: HTML, body: explanationPage(explanationOf(code)), policy: SHELL };
		return Object.hasOwn(ASSETS, path) ? ASSETS[path] : undefined;
	}

	async function ofModule(slug: string, rest: string): Promise<Answer | undefined> {
		if (rest === '') {
			const rendering = await desk.refresh(slug);
			return rendering && { type: HTML, body: shellPage(slug, home !== undefined, tellUpdate(slug, rendering)), policy: SHELL };
		}
		const training = desk.rendering(slug)?.training;
		if (!training) return undefined;
		if (rest === 'training/index.html') return { type: HTML, body: training.page, policy: trainingPolicy(training.page) };
		if (rest === 'training/player.css' || rest === 'training/player.js') return ASSETS[rest.replace('training', '')];
		const name = rest.startsWith('training/media/') ? rest.slice('training/media/'.length) : undefined;
		const bytes = name === undefined ? undefined : training.media.get(name);
		return bytes && { type: mediaType(name!)!, body: bytes };
	}
}

/** Tells the pages that show `topic`, a module or the list of all, how it is now. */
export async function tell(desk: Desk, streams: Streams, topic: string): Promise<void> {
	if (topic === '') return streams.send(topic, { list: moduleList(await desk.list()) });
	const rendering = await desk.refresh(topic);
	if (rendering) streams.send(topic, tellUpdate(topic, rendering));
}

/** Whether it is asked of a name of ours. */
function isOurs({ headers }: IncomingMessage): boolean {
	try {
		return OWN_NAMES.includes(new URL(`http://${headers.host}`).hostname);
	} catch {
		return false;
	}
}

/** The path that is asked for, or undefined where it cannot be read. */
function pathOf(url: string): string | undefined {
	try {
		// An image's name may have spaces and accents; what cannot be decoded is nobody's name.
		return decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return undefined;
	}
}

/** The packaged page has one script of its own in its head, and the policy allows that one. */
function trainingPolicy(page: string): string {
	const script = /<script>([^<]*)<\/script>/.exec(page)![1]!;
	const hash = createHash('sha256').update(script).digest('base64');
	return `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self' data:; media-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`;
}

function page(title: string, content: string): Answer {
	return { type: HTML, body: plainPage(title, content), policy: SHELL };
}

function send(response: ServerResponse, { status = 200, type, body, policy, location, tag }: Answer): void {
	response.writeHead(status, {
		'content-type': type,
		'cache-control': tag === undefined ? 'no-store' : 'no-cache',
		'cross-origin-resource-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff',
		...(policy === undefined ? {} : { 'content-security-policy': policy }),
		...(location === undefined ? {} : { location }),
		...(tag === undefined ? {} : { etag: tag })
	});
	response.end(body);
}
