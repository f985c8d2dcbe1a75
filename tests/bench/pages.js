// Every kind of page that the demonstration has: for axe, without scripts, by keyboard, on a narrow phone, and what it weighs.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './chromium.js';
import { ask } from './connections.js';
import { demonstrate, end, serve, signIn } from './site.js';

/** Between them they may see every page; the last of them is not signed in. */
const PEOPLE = ['nurse', 'experienced-peer', 'author', 'learning', 'peer-lead', 'administrator', undefined];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
const MODULE = '/modules/working-alongside-peers';
/** Most presses of Tab on one page. */
const MOST = 400;

/** Prints the table. */
export async function lookAtPages() {
	if (!CHROMIUM) return console.log('The pages were left out: there is no Chromium on this machine.');
	const work = mkdtempSync(join(tmpdir(), 'alongside-bench-pages-'));
	const running = [];
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
	try {
		const site = await serve('build/index.js', demonstrate(join(work, 'site.db')), '/about', running);
		const seen = new Set();
		const left = new Map(pageRoutes().map((route) => [route.id, route]));
		console.log(`\n${['Page'.padEnd(46), 'axe', 'no scripts', 'keyboard', '320 px', 'HTML KB', 'first KB', 'after KB'].join('  ')}`);
		for (const username of PEOPLE) {
			const cookie = username && (await signIn(site.origin, username));
			const [name, value] = cookie?.split('=') ?? [];
			const cookies = cookie ? [{ name, value, domain: 'localhost', path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }] : [];
			const context = (options = {}) => browser.newContext({ ...options, storageState: { cookies, origins: [] } });
			const [withScripts, without] = [await context(), await context({ javaScriptEnabled: false })];
			const page = await withScripts.newPage();
			const waiting = ['/', ...(await unlinked(site.origin, cookie, page))];
			for (let path; (path = waiting.shift()) !== undefined; ) {
				const route = [...left.values()].find(({ pattern }) => pattern.test(path.split('?')[0]));
				const isNew = route !== undefined;
				// A file to download has the address of a page, now and then.
				const answer = await page.goto(site.origin + path, { waitUntil: 'load' }).catch(() => undefined);
				if (answer?.status() !== 200) continue;
				if (isNew) {
					left.delete(route.id);
					print(`${route.id} (${username ?? 'nobody'})`, await look(page, without, site.origin + path, answer));
				}
				// Whatever can be begun here is begun, so that what comes after it is seen too.
				const begin = page.getByRole('button', { name: /^(Start now|Make the package|Make this package)$/ });
				if ((await begin.count()) > 0) await Promise.all([page.waitForLoadState('load'), begin.first().click()]);
				for (const link of await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.href))) {
					const url = new URL(link);
					const next = url.pathname + url.search;
					if (url.origin !== site.origin || seen.has(`${username} ${next}`) || ![...left.values()].some(({ pattern }) => pattern.test(url.pathname))) continue;
					seen.add(`${username} ${next}`);
					waiting.push(next);
				}
			}
			await withScripts.close();
			await without.close();
		}
		console.log(left.size > 0 ? `\nNo link led to: ${[...left.keys()].join(', ')}` : '\nThat is every page.');
	} finally {
		await browser.close();
		await Promise.all(running.map(end));
		rmSync(work, { recursive: true, force: true });
	}
}

/** Addresses to which no link leads in the demonstration, or only once something has been done; what has to be done for them is done. */
async function unlinked(origin, cookie, page) {
	if (!cookie) return ['/sign-in', '/report-a-problem/without-signing-in', '/verify/AAAAAAAAAAAAAAAAAAAAAA'];
	await page.goto(`${origin}/report-a-problem?page=/support`);
	await page.getByRole('radio').first().check();
	await page.getByRole('textbox').first().fill('A word is missing.');
	await page.getByRole('button', { name: 'Send the report' }).click();
	const { body } = await ask(origin, { path: `${MODULE}/versions`, headers: { cookie, accept: 'text/html' } });
	const [, hash] = /versions\/([0-9a-f]{64})/.exec(String(body));
	return [MODULE, `${MODULE}/finish`, `${MODULE}/comment`, `${MODULE}/versions/${hash}/record`, `${MODULE}/versions/compare?from=${hash}&to=${hash}`, '/packages/all/progress', '/sign-in/held?others', '/problems'];
}

/** The pages of the site as its folders name them, those without parameters first. */
function pageRoutes() {
	return readdirSync('src/routes', { recursive: true })
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => `/${file.replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([^)]+\)/g, '') || '/')
		.sort((a, b) => a.split('[').length - b.split('[').length)
		.map((id) => ({ id, pattern: new RegExp(`^${id.replace(/\./g, '\\.').replace(/\[[^\]]+\]/g, '[^/]+')}$`) }));
}

/** What somebody finds there who needs it to work in another way. */
async function look(page, without, url, answer) {
	const keyboard = await tabThrough(page);
	const { violations } = await new AxeBuilder({ page }).exclude('iframe').withTags(RULES).analyze();
	const html = await answer.body();
	const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await page.request.get(file)).body()).length));
	const size = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 480 });
	const narrow = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
	await page.setViewportSize(size);
	const plain = await without.newPage();
	await plain.goto(url);
	const [ours, theirs] = await Promise.all([page, plain].map((one) => one.locator('h1').first().innerText()));
	const isWhole = ours === theirs && (await plain.locator('main').innerText()).length > 0;
	await plain.close();
	const after = gzipSync(html).length;
	return { axe: violations.map(({ id }) => id), isWhole, keyboard, narrow, html: html.length, first: sizes.reduce((sum, size) => sum + size, after), after };
}

/** Presses Tab until the end of the page; returns the controls that it did not come to, or that did not show that they have the focus. */
async function tabThrough(page) {
	await page.evaluate(() => document.body.focus());
	const unseen = [];
	for (let press = 0; press < MOST; press += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			if (!element || element === document.body) return 'end';
			// Within a frame it goes from control to control as well.
			if (element.tagName === 'IFRAME') return 'shown';
			if (element.dataset.tabbed) return 'end';
			element.dataset.tabbed = 'yes';
			// Radios and checkboxes show it on the label's box beside them.
			const styles = [getComputedStyle(element), getComputedStyle(element.nextElementSibling ?? element, '::before'), getComputedStyle(element.parentElement)];
			return styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none') ? 'shown' : element.outerHTML.slice(0, 80);
		});
		if (focused === 'end') break;
		if (focused !== 'shown') unseen.push(focused);
	}
	const missed = await page.evaluate((controls) => {
		const isGroup = (element) => element.type === 'radio' && document.querySelector(`input[type=radio][name="${element.name}"][data-tabbed]`);
		const all = [...document.querySelectorAll(controls)].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0 && !isGroup(element));
		return all.filter((element) => !element.dataset.tabbed).map((element) => element.outerHTML.slice(0, 80));
	}, CONTROLS);
	return [...unseen, ...missed];
}

function print(name, { axe, isWhole, keyboard, narrow, html, first, after }) {
	const kb = (bytes) => (bytes / 1024).toFixed(1);
	console.log([name.padEnd(46), String(axe.length).padStart(3), (isWhole ? 'same' : 'other').padStart(10), (keyboard.length === 0 ? 'all' : `not ${keyboard.length}`).padStart(8), (narrow ? 'fits' : 'wide').padStart(6), kb(html).padStart(7), kb(first).padStart(8), kb(after).padStart(8)].join('  '));
	for (const what of [...axe, ...keyboard]) console.log(`    ${what}`);
}
