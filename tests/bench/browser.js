// Opens a package and a bare page in Chromium, in turn, and reads the browser's own clock.
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.js';

const RUNS = 7;
/** As on a ward: 1.6 Mbit/s, 150 ms there and back, and an old computer. */
const FAR_AWAY = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const SLOWER = 4;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', png: 'image/png' };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * @param {Record<string, Uint8Array>} files the package's
 * @param {string} bare the same page without its data
 * @returns medians for both, or undefined where there is no browser
 */
export async function openPackage(files, bare) {
	if (!CHROMIUM) return undefined;
	const plain = new TextEncoder().encode(bare.replace(/<script[^>]*>[\s\S]*?<\/script>|<link rel="stylesheet"[^>]*>/g, ''));
	// Text is compressed once, as web servers do that have it in a cache.
	const served = Object.fromEntries(Object.entries({ ...files, 'bare.html': plain }).map(([name, bytes]) => [name, name.endsWith('.png') ? bytes : gzipSync(bytes)]));
	const server = createServer((request, response) => {
		const name = new URL(request.url, 'http://localhost').pathname.slice(1);
		const type = TYPES[name.split('.').pop()] ?? 'text/plain';
		const compressed = name in served && type !== 'image/png';
		response.writeHead(name in served ? 200 : 404, { 'content-type': type, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
		response.end(served[name]);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${server.address().port}`;
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
	try {
		const [page, limit] = ['index.html', 'bare.html'].map((name) => `${address}/${name}`);
		return {
			ours: await several(browser, page, true),
			bare: await several(browser, limit, false),
			oursFarAway: await several(browser, page, true, true),
			bareFarAway: await several(browser, limit, false, true),
			axe: await lookThrough(browser, page)
		};
	} finally {
		await browser.close();
		server.close();
	}
}

async function several(browser, url, hasStart, farAway = false) {
	const runs = [];
	for (let run = 0; run <= RUNS; run += 1) runs.push(await once(browser, url, hasStart, farAway));
	// The first run warms the browser up.
	const of = (name) => median(runs.slice(1).map((run) => run[name]));
	return { requests: of('requests'), paint: of('paint'), interactive: of('interactive'), shift: of('shift') };
}

async function once(browser, url, hasStart, farAway) {
	const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
	const page = await context.newPage();
	if (farAway) {
		const session = await context.newCDPSession(page);
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', FAR_AWAY);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	}
	let requests = 0;
	page.on('request', (request) => (requests += request.resourceType() === 'image' ? 0 : 1));
	await page.addInitScript(() => {
		window.shift = 0;
		new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
		const ready = () => [...document.querySelectorAll('button')].some((button) => button.textContent.trim() === 'Start now' && button.checkVisibility({ visibilityProperty: true }));
		new MutationObserver(() => (window.interactive ??= ready() ? performance.now() : undefined)).observe(document, { attributes: true, childList: true, subtree: true });
	});
	await page.goto(url);
	if (hasStart) await page.getByRole('button', { name: 'Start now' }).waitFor();
	await page.waitForTimeout(300);
	const seen = await page.evaluate(() => ({
		paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
		interactive: window.interactive ?? performance.getEntriesByType('navigation')[0].domInteractive,
		shift: window.shift
	}));
	await context.close();
	return { ...seen, requests };
}

/** What axe finds on every part of the package, from the start to the end. */
async function lookThrough(browser, url) {
	const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
	const page = await context.newPage();
	await page.goto(url);
	const found = [];
	let parts = 0;
	for (const name of ['Get support', 'Pause', 'Start now', ...Array(7).fill('Continue'), 'Finish', undefined]) {
		for (const button of await page.locator('[data-showing] button:text-is("Check your answer")').all()) {
			await page.locator('[data-showing] label').first().click();
			await button.click();
		}
		const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
		found.push(...violations.flatMap(({ id, nodes }) => nodes.map(() => id)));
		parts += 1;
		if (name === 'Start now') await page.locator('[data-showing]').getByRole('button', { name: 'Continue' }).click();
		if (name) await page.getByRole('button', { name, exact: true }).click();
	}
	await context.close();
	return { parts, kinds: new Set(found).size, instances: found.length };
}
