// What a learner waits for: the built site with a demonstration, beside a bare SvelteKit site on the same machine in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildBareSite, sendTheSame } from './bare-site.js';
import { ask, ask100000, load } from './connections.js';
import { demonstrate, end, memory, serve, signIn } from './site.js';

const PEOPLE = ['nurse', 'doctor', 'receptionist', 'peer', 'experienced-peer', 'manager', 'author', 'peer-lead', 'learning', 'administrator'];
const MODULE = '/modules/working-alongside-peers';
/** Where there are 5 questions to answer: the largest page of the module. */
const PAGE = `${MODULE}/page/check`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** @param row prints one figure: its name, ours, the bare limit's, and what it must reach */
export async function measureServing(row) {
	const work = mkdtempSync(join(tmpdir(), 'alongside-bench-serving-'));
	const running = [];
	try {
		const bareFile = join(work, 'bare.db');
		const bare = await serve(buildBareSite(join(work, 'bare')), { DATABASE: bareFile }, '/', running);
		const settings = demonstrate(join(work, 'site.db'));
		// The first start publishes the modules; what counts is any other.
		await end(await serve('build/index.js', settings, '/about', running));
		const site = await serve('build/index.js', settings, '/about', running);
		const learners = await Promise.all(PEOPLE.map((name) => begin(site.origin, name)));
		const get = (path) => (number) => ({ path, headers: { cookie: learners[number], accept: 'text/html' } });
		const answer = (number, count) => ({
			path: `${PAGE}?/answer`,
			method: 'POST',
			headers: { ...FORM, cookie: learners[number], accept: 'application/json', 'x-sveltekit-action': 'true', origin: site.origin },
			body: `question=first-question&chosen=${'ab'[count % 2]}`
		});

		const pages = await pagesOf(site.origin, learners[0]);
		const bodies = await Promise.all([...pages, '/'].map(async (path) => String((await ask(site.origin, get(path)(0))).body)));
		sendTheSame(bareFile, bodies);

		const barePage = await load(bare.origin, () => ({ path: '/' }));
		const same = await load(bare.origin, (_, count) => ({ path: `/same/${2 + (count % pages.length)}` }));
		const page = await load(site.origin, (number, count) => get(pages[count % pages.length])(number));
		const sameTraining = await load(bare.origin, () => ({ path: `/same/${2 + pages.length}` }));
		const training = await load(site.origin, get('/'));
		const bareWrite = await load(bare.origin, (_, count) => ({ path: '/write', method: 'POST', headers: { ...FORM, origin: bare.origin }, body: `chosen=${count}` }));
		const answers = await load(site.origin, answer);

		console.log(`Serving: 10 connections, 10 learners, 15 s each; all ${pages.length} pages of a module in turn. Node ${process.versions.node}.\n`);
		console.log(['Serving'.padEnd(58), 'ours'.padStart(10), 'bare'.padStart(9), 'ratio'.padStart(7), '  must reach'].join(' '));
		row('the page a learner reads (a second)', page.perSecond, barePage.perSecond, '>= 0.6 of bare');
		row('  99 of 100 within (ms)', page.p99, barePage.p99, '<= 40');
		row('  beside a bare page that sends the same HTML', page.perSecond, same.perSecond, 'printed only');
		row('recording an answer (a second)', answers.perSecond, bareWrite.perSecond, '>= 0.6 of bare');
		row('  99 of 100 within (ms)', answers.p99, bareWrite.p99, 'printed only');
		row('my training (a second)', training.perSecond, barePage.perSecond, '>= 0.5 of bare');
		row('  99 of 100 within (ms)', training.p99, barePage.p99, 'printed only');
		row('  beside a bare page that sends the same HTML', training.perSecond, sameTraining.perSecond, 'printed only');
		for (const [name, path] of [['my training', '/'], ['the largest page of the module', PAGE]]) {
			const { html, again, first } = await weigh(site.origin, get(path)(0));
			row(`${name}: HTML (KB)`, html, '', path === '/' ? '<= 20' : 'printed only');
			row(`${name}: first visit, gzipped (KB)`, first, '', path === '/' ? '<= 45' : 'printed only');
			row(`${name}: after it, gzipped (KB)`, again, '', path === '/' ? '<= 12' : 'printed only');
		}
		row('start of the server to first answer (ms)', site.started, bare.started, '<= 1000');
		row('memory after this load (MB)', memory(site), memory(bare), '<= 250');
		console.log('');
	} finally {
		await Promise.all(running.map(end));
		rmSync(work, { recursive: true, force: true });
	}
}

/** How much the server holds after many requests, and whether it grows. */
export async function measureMemory(row) {
	const work = mkdtempSync(join(tmpdir(), 'alongside-bench-memory-'));
	const running = [];
	try {
		const site = await serve('build/index.js', demonstrate(join(work, 'site.db')), '/about', running);
		const learners = await Promise.all(PEOPLE.map((name) => begin(site.origin, name)));
		const read = (number, count) => ({ path: count % 3 === 0 ? '/' : PAGE, headers: { cookie: learners[number], accept: 'text/html' } });
		await ask100000(site.origin, read);
		const before = memory(site);
		await ask100000(site.origin, read);
		const after = memory(site);
		row('after 100,000 requests (MB)', before, '', 'printed only');
		row('after 200,000 requests (MB)', after, before, '<= 250, and 1.05 of the row above');
	} finally {
		await Promise.all(running.map(end));
		rmSync(work, { recursive: true, force: true });
	}
}

/** Signs somebody of the demonstration in and begins the module; returns their cookie. */
async function begin(origin, username) {
	const cookie = await signIn(origin, username);
	await ask(origin, { path: `${MODULE}?/start`, method: 'POST', headers: { ...FORM, accept: 'text/html', origin, cookie }, body: '' });
	return cookie;
}

/** The addresses of the pages of the module. */
async function pagesOf(origin, cookie) {
	const { body } = await ask(origin, { path: PAGE, headers: { cookie, accept: 'text/html' } });
	return [...new Set([...String(body).matchAll(/href="(\/modules\/[^"]*\/page\/[^"]+)"/g)].map(([, path]) => path).concat(PAGE))];
}

/** What a page weighs in KB: its HTML, that gzipped, and with everything that a first visit fetches. */
async function weigh(origin, asked) {
	const { body } = await ask(origin, asked);
	const files = [...body.toString().matchAll(/<link[^>]*href="([^"]*\/_app\/[^"]+)"/g)].map(([, href]) => new URL(href, origin + asked.path).pathname);
	const fetched = await Promise.all([...new Set(files)].map((path) => ask(origin, { path })));
	const kb = (bytes) => gzipSync(bytes).length / 1024;
	const again = kb(body);
	return { html: body.length / 1024, again, first: fetched.reduce((sum, file) => sum + kb(file.body), again) };
}
