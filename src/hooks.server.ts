import { randomUUID } from 'node:crypto';
import { redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { pino, type Logger } from 'pino';
import type { Wording } from '#lib/module/checks/wording.ts';
import { isOtherLoopback } from '#lib/server/accounts/loopback.ts';
import { isNobodys, isOpenRoute } from '#lib/server/accounts/open-routes.ts';
import { isNeverHeld } from '#lib/server/accounts/held-form.ts';
import { isAnothers } from '#lib/server/accounts/reader.ts';
import { comesFromHere } from '#lib/server/accounts/same-origin.ts';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { findSession } from '#lib/server/accounts/sessions.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import { listenProblem } from '#lib/server/listen.ts';
import { startBuilding } from '#lib/server/packages/builder.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { start } from '#lib/server/start.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

let db: Kysely<Schema>;
let settings: Settings;
let log: Logger;
let wording: Wording | undefined;

export const init: ServerInit = async () => {
	const read = readSettings({ NODE_ENV: import.meta.env.DEV ? 'development' : undefined, ...process.env });
	if (!read.ok) refuseToStart(read.problems);
	settings = read.settings;
	// adapter-node reads HOST and PORT after this. Where HOST is not set, or to nothing, it would listen on every network address.
	process.env.HOST = settings.host;
	if (process.env.PORT?.trim() === '') delete process.env.PORT;
	// In development, Vite is listening already; a socket of the system's own has no port.
	const listens = !import.meta.env.DEV && !process.env.SOCKET_PATH && !process.env.LISTEN_FDS;
	const problem = listens && (await listenProblem(settings));
	if (problem) refuseToStart([problem]);
	log = pino({ level: settings.logLevel });
	try {
		({ db, wording } = await start(settings, log, new Date()));
	} catch (error) {
		const expected = error instanceof Error && ['CannotOpenDatabase', 'CannotReadFolder'].includes(error.name);
		if (!expected) throw error;
		refuseToStart([error.message]);
	}
	// What was waiting when the server stopped is made now.
	startBuilding({ db, log });
};

function refuseToStart(problems: string[]): never {
	for (const problem of problems) console.error(problem);
	process.exit(1);
}

/** Leads somebody who typed this machine's other name to the one by which forms are taken. */
function leadToOwnName({ request: { method, headers }, url }: RequestEvent): Response | undefined {
	if (!['GET', 'HEAD'].includes(method) || !isOtherLoopback(headers.get('host'), settings.origin)) return undefined;
	return new Response(null, { status: 307, headers: { location: settings.origin + url.pathname + url.search } });
}

/** Refuses whatever would change something and does not come from a page of this site, whatever its method and content type. */
function refuseForeign({ request }: RequestEvent): Response | undefined {
	if (comesFromHere(request, settings.origin)) return undefined;
	return new Response('This did not come from a page of this site.', { status: 403, headers: { 'content-type': 'text/plain' } });
}

/**
 * Refuses `?/constructor` and the like: Kit looks an action up by its name, and
 * finds what every object inherits. It throws at `?/default`.
 */
function refuseInherited({ url }: RequestEvent): Response | undefined {
	const names = [...url.searchParams.keys()].filter((key) => key.startsWith('/')).map((key) => key.slice(1));
	if (!names.some((name) => name === 'default' || name in Object.prototype)) return undefined;
	return new Response('There is no such action.', { status: 404, headers: { 'content-type': 'text/plain' } });
}

/** Asks who makes the request, unless the request is one that nobody may make. */
async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const refused = leadToOwnName(event) ?? refuseForeign(event) ?? refuseInherited(event);
	if (refused) return refused;
	const { locals, cookies } = event;
	const now = new Date();
	Object.assign(locals, { db, settings, log, wording, now });
	if (isNobodys(event.route.id)) return resolve(event);
	const cookie = sessionCookie(settings.origin);
	const token = cookies.get(cookie.name);
	const found = token ? await findSession(db, token, now) : undefined;
	if (found) {
		locals.person = found.person;
		locals.sessionId = found.session.id;
		locals.anothers = !isOpenRoute(event.route.id) && (await isAnothers(event.request, found.person.id));
		if (found.session.renewed) cookies.set(cookie.name, token!, { ...cookie.attributes, expires: found.session.expiresAt });
	}
	if (!found && !isOpenRoute(event.route.id)) return askToSignIn(event);
	return resolve(event);
}

/** Sends somebody to sign in, and what they were sending with them, so that it is still there afterwards. */
function askToSignIn({ request, url, route, isDataRequest }: RequestEvent): Response {
	const next = new URLSearchParams({ next: url.pathname + url.search });
	// Kit makes data of a redirect that is thrown. Any other is returned, so that it has the headers of every response.
	if (isDataRequest) redirect(303, `/sign-in?${next}`);
	const lead = (status: number, location: string) => new Response(null, { status, headers: { location } });
	if (request.method === 'GET' || request.method === 'HEAD') return lead(303, `/sign-in?${next}`);
	if (!request.headers.get('accept')?.includes('text/html')) return Response.json({ message: 'You have been signed out.' }, { status: 401 });
	if (isNeverHeld(route.id)) return lead(303, `/sign-in?lost&${new URLSearchParams({ next: pageOf(url) })}`);
	// 307 keeps the method and the body: the sign-in page gets the form's fields and holds them.
	return lead(307, `/sign-in?/hold&${next}`);
}

/** The address of the page on which a form stands. */
function pageOf(url: URL): string {
	const page = new URL(url);
	for (const key of [...page.searchParams.keys()]) if (key.startsWith('/')) page.searchParams.delete(key);
	return page.pathname + page.search;
}

/** Gives every answer, whoever gave it, what a browser has to know of this site, and writes it down. */
export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await answer(event, resolve);
	const { headers } = response;
	if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'same-origin');
	headers.set('X-Content-Type-Options', 'nosniff');
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
	// Kit gives its pages a policy; whatever has none is shown in no frame either.
	if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', "frame-ancestors 'none'");
	if (settings.origin.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
	// On a shared computer nobody reads the last person's pages by going back, nor what they typed to sign in.
	const isSomebodys = event.locals.person !== undefined || event.route.id === '/sign-in';
	if (isSomebodys && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
	// The route and not the address, and nobody's name: a log says how the site does, not who reads what.
	log.info({ method: event.request.method, route: event.route.id, status: response.status, ms: Math.round(performance.now() - started) });
	return response;
};

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message: 'Page not found' };
	if (status === 413) return { message: 'Sorry, this is too long to send' };
	// What is wrong with a request is no fault of ours, and its address has no place in the log.
	if (status < 500) return { message: 'Sorry, the site could not read this' };
	const reference = randomUUID().slice(0, 8);
	log.error({ err: error, reference, route: event.route.id, status }, message);
	return { message: 'Sorry, there is a problem with this site', reference };
};
