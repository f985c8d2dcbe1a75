// Opens a package and a bare page in Chromium, in turn, and reads the browser's own clock.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';

const RUNS = 7;
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', png: 'image/png' };
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * @param {Record<string, Uint8Array>} files the package's
 * @param {string} bare the same page without its data
 * @returns medians for both, or undefined where there is no browser
 */
export async function openPackage(files, bare) {
	const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
	if (!executablePath) return undefined;
	const plain = new TextEncoder().encode(bare.replace(/<script[^>]*>[\s\S]*?<\/script>|<link rel="stylesheet"[^>]*>/g, ''));
	const server = createServer((request, response) => {
		const name = new URL(request.url, 'http://localhost').pathname.slice(1);
		const body = name === 'bare.html' ? plain : files[name];
		response.writeHead(body ? 200 : 404, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' });
		response.end(body);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${server.address().port}`;
	const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
	const browser = await chromium.launch({ executablePath, args });
	try {
		const ours = await several(browser, `${address}/index.html`, true);
		return { ours, bare: await several(browser, `${address}/bare.html`, false) };
	} finally {
		await browser.close();
		server.close();
	}
}

async function several(browser, url, hasStart) {
	const runs = [];
	for (let run = 0; run <= RUNS; run += 1) runs.push(await once(browser, url, hasStart));
	// The first run warms the browser up.
	const of = (name) => median(runs.slice(1).map((run) => run[name]));
	return { requests: of('requests'), paint: of('paint'), interactive: of('interactive'), shift: of('shift') };
}

async function once(browser, url, hasStart) {
	const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
	const page = await context.newPage();
	let requests = 0;
	page.on('request', (request) => (requests += request.resourceType() === 'image' ? 0 : 1));
	await page.addInitScript(() => {
		window.shift = 0;
		new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
		const ready = () => [...document.querySelectorAll('button')].some((button) => button.textContent.trim() === 'Start now');
		new MutationObserver(() => (window.interactive ??= ready() ? performance.now() : undefined)).observe(document, { childList: true, subtree: true });
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
