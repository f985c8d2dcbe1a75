// What Lighthouse says of "my training" and of a module's page on its throttled phone: the median of several runs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.js';
import { ask } from './connections.js';
import { demonstrate, end, freePort, serve, signIn } from './site.js';

const RUNS = 5;
const PAGES = { 'my training': '/', 'the page a learner reads': '/modules/working-alongside-peers/page/check' };
const CATEGORIES = { accessibility: '>= 100', 'best-practices': '>= 100', performance: '>= 95' };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @param row prints one figure: its name, ours, the bare limit's, and what it must reach */
export async function askLighthouse(row) {
	if (!CHROMIUM) return console.log('Lighthouse was left out: there is no Chromium on this machine.');
	const work = mkdtempSync(join(tmpdir(), 'alongside-bench-lighthouse-'));
	const running = [];
	const port = await freePort();
	// A browser that Playwright drives as well gives Lighthouse no start of a navigation.
	running.push({ child: spawn(CHROMIUM, [...CHROMIUM_ARGS, '--headless=new', `--remote-debugging-port=${port}`, `--user-data-dir=${join(work, 'browser')}`], { stdio: 'ignore' }) });
	try {
		await listening(port);
		const site = await serve('build/index.js', demonstrate(join(work, 'site.db')), '/about', running);
		const extraHeaders = { Cookie: await signIn(site.origin, 'nurse') };
		for (const [name, path] of Object.entries(PAGES)) {
			const runs = [];
			for (let run = 0; run < RUNS; run += 1) {
				runs.push(await lookOnce(site.origin + path, { port, extraHeaders, onlyCategories: Object.keys(CATEGORIES), logLevel: 'error' }));
			}
			for (const [category, must] of Object.entries(CATEGORIES)) {
				row(`${name}: ${category}`, median(runs.map(({ categories }) => categories[category].score * 100)), '', must);
			}
			for (const [audit, words] of Object.entries({ 'first-contentful-paint': 'first paint', 'largest-contentful-paint': 'largest paint', 'total-blocking-time': 'blocked' })) {
				row(`  ${words} (ms)`, median(runs.map(({ audits }) => audits[audit].numericValue)), '', audit === 'largest-contentful-paint' ? '<= 2500' : 'printed only');
			}
			const lost = new Set(runs.flatMap(({ audits, categories }) => Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id))));
			if (lost.size > 0) console.log(`  less than full: ${[...lost].join(', ')}`);
		}
	} finally {
		await Promise.all(running.map(end));
		rmSync(work, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** One report. On a busy machine the browser's trace has no beginning now and then; Lighthouse then asks to be run again. */
async function lookOnce(url, flags, tries = 4) {
	const { lhr } = await lighthouse(url, flags);
	if (!lhr.runtimeError) return lhr;
	if (lhr.runtimeError.code === 'NO_NAVSTART' && tries > 1) return lookOnce(url, flags, tries - 1);
	throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
}

/** Waits for the browser. */
async function listening(port) {
	for (let tries = 0; tries < 100; tries += 1) {
		const answer = await ask(`http://127.0.0.1:${port}`, { path: '/json/version' }).catch(() => undefined);
		// A browser with a new profile is busy for a while with its first window.
		await new Promise((done) => setTimeout(done, answer ? 3000 : 100));
		if (answer) return;
	}
	throw new Error('Chromium did not start.');
}
