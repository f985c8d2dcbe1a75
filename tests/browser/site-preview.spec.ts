import { strToU8 } from 'fflate';
import type { FrameLocator, Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Standard } from '#lib/package/standards.ts';
import { everything } from '../http/ask.ts';
import type { Site } from '../site.ts';
import { storePackage } from '../stored-package.ts';
import { heading, press, shown } from './package-host/learner.ts';
import { packagesOf, type Files } from './package-host/packages.ts';
import { ATTEMPTS, DEPARTURES, got, hostilePackage } from './preview/hostile.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { expect, rows, test as base } from './site/journey.ts';

/** Packages of the module for all staff, and of one with media, made once for each worker. */
const test = base.extend<object, { packed: Record<'scorm-1.2' | 'scorm-2004-4' | 'html' | 'media', Files> }>({
	packed: [
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'alongside-packed-'));
			const packages = packagesOf(folder, { media: { path: resolve(import.meta.dirname, '../samples/ok-media') } });
			const make = (standard: Standard, name = 'working-alongside-peers') => packages.find(name, standard)!;
			await use({ 'scorm-1.2': make('scorm-1.2'), 'scorm-2004-4': make('scorm-2004-4'), html: make('html'), media: make('scorm-1.2', 'media') });
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	]
});

/** A page that calls each of `calls` and shows what came back. */
const probe = (calls: string): Files => ({
	'index.html': strToU8(`<!doctype html><html lang="en"><head><title>A probe</title></head><body><h1>A probe</h1><p id="answers"></p><script>
		addEventListener('load', () => { const api = window.API; document.getElementById('answers').textContent = JSON.stringify([${calls}].map(String)); });
	</script></body></html>`)
});

const training = (page: Page): FrameLocator => page.frameLocator('iframe');
const log = (page: Page) => page.getByRole('log');
const status = (page: Page) => training(page).getByRole('status').first();

async function openPreview(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/preview`);
	await expect(log(page)).toContainText('Opened the training.');
}

/** Opens the training once more in a learning system that misbehaves. */
async function openLike(page: Page, ...choices: string[]): Promise<void> {
	const form = page.locator('form', { has: page.getByRole('button', { name: 'Open it like this' }) });
	if (!(await form.isVisible())) await page.getByText('Make the learning system misbehave').click();
	await form.evaluate((element) => (element as HTMLFormElement).reset());
	for (const choice of choices) await form.getByLabel(choice).check();
	const opened = await log(page).getByText('Opened the training.').count();
	await form.getByRole('button').click();
	await expect(log(page).getByText('Opened the training.')).toHaveCount(opened + 1);
}

const savedFor = (site: Site, username: string) => rows(site, 'SELECT saved FROM preview_state WHERE person_id = ?', username).map(({ saved }) => JSON.parse(saved as string) as Record<string, string>);

for (const standard of ['scorm-1.2', 'scorm-2004-4'] as const) {
	test(`a package of ${standard} that is left half-way goes on where it was`, async ({ page, enter, site, packed }) => {
		const username = await enter('learning');
		const address = storePackage(site, packed[standard], { standard });
		await openPreview(page, address);
		await expect(status(page)).toContainText('Saved');
		await press(training(page), 'Start now');
		await press(training(page), 'Continue');
		await press(training(page), 'Continue');
		const here = await heading(training(page));
		await expect(log(page)).toContainText('Told the learning system that somebody has opened the training');
		await expect(log(page)).toContainText('Told the learning system: in progress');
		await expect(log(page)).toContainText('Saved the place: page 3 of 12');
		await expect(page.getByText('The learning system keeps how far you are.')).toBeVisible();

		await page.getByRole('button', { name: 'Leave and come back' }).click();
		await expect(log(page)).toContainText(/Told the learning system that the learner has left[^]*Left the training[^]*Opened the training/);
		await expect.poll(() => heading(training(page))).toBe(here);

		// In another browser too: the server has it.
		await page.reload();
		await expect.poll(() => heading(training(page))).toBe(here);
		expect(savedFor(site, username)).toHaveLength(1);

		const [other] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Open in a new window' }).click()]);
		await expect.poll(() => heading(training(other))).toBe(here);
		await expect(page.getByText('The training is open in another window')).toBeVisible();
		await press(training(other), 'Continue');
		await expect(log(other)).toContainText('Saved the place: page 4 of 12');
		const further = await heading(training(other));
		await expect.poll(() => JSON.stringify(savedFor(site, username))).toContain('the-different-roles');
		await other.close();
		await page.getByRole('button', { name: 'Come back here' }).click();
		await expect.poll(() => heading(training(page))).toBe(further);

		await page.getByText('Start again', { exact: true }).click();
		await page.getByRole('button', { name: 'Yes, start again' }).click();
		await expect(training(page).getByRole('button', { name: 'Start now' })).toBeVisible();
		await expect(page.getByText('Nothing so far.')).toBeVisible();
	});
}

test('what it tells can be read in words, call by call, as a table and as a file', async ({ page, enter, site, packed }) => {
	await enter('learning');
	await openPreview(page, storePackage(site, packed['scorm-1.2']));
	await expect(status(page)).toContainText('Saved');
	await openDetails(page);
	await expect(page.getByRole('table', { name: 'The last calls' }).getByRole('row', { name: 'LMSSetValue cmi.core.lesson_status, incomplete true' })).toBeVisible();
	await expect(page.getByRole('table', { name: 'What the learning system holds' }).getByRole('row', { name: 'cmi.core.lesson_status incomplete incomplete' })).toBeVisible();
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the log' }).click()]);
	expect(file.suggestedFilename()).toMatch(/^working-alongside-peers-.*-log\.txt$/);
	const text = readFileSync(await file.path(), 'utf8');
	expect(text).toMatch(/\d\d:\d\d:\d\d {2}Told the learning system: in progress\r\n +LMSSetValue\("cmi\.core\.lesson_status", "incomplete"\) = "true"/);
});

test('whatever the learning system does, the training says what comes of it', async ({ page, enter, site, packed }) => {
	test.setTimeout(60_000);
	await enter('learning');
	await page.clock.install();
	await openPreview(page, storePackage(site, packed['scorm-1.2']));
	await expect(status(page)).toContainText('Saved');

	await openLike(page, 'Never: the training finds no learning system');
	await expect(status(page)).toContainText('Looking for your learning record');
	await page.clock.runFor(11_000);
	await expect(status(page)).toContainText('Nothing is being recorded');

	await openLike(page, 'Late, after 4 seconds');
	await expect(status(page)).toContainText('Looking for your learning record');
	await page.clock.runFor(5000);
	await expect(status(page)).toContainText('Saved');

	await openLike(page, 'Fails each time');
	await expect(status(page)).toContainText('Your progress is not being saved');
	await expect(log(page)).toContainText('Asked the learning system to keep everything. The learning system did not keep it.');

	await openLike(page, 'Fails 3 times and then works');
	await expect(status(page)).toContainText('Your progress is not being saved');
	await page.clock.runFor(60_000);
	await expect(status(page)).toContainText('Saved');

	await openLike(page, 'Is slow: 1.5 seconds each time');
	await expect(status(page)).toContainText('Saved');

	await openLike(page, 'The learner only looks back, so nothing may be recorded');
	await expect(status(page)).toContainText('You are reading this again, so nothing new is recorded');
	await expect(log(page)).toContainText('Asked what the learner is here for: they only look back');

	await openLike(page, 'It has only what ESR has', 'A strict one, which refuses what the standard does not allow');
	await expect(status(page)).toContainText('Saved');
	await expect(page.getByText('Nothing so far.')).toBeVisible();
});

test('what a learning system refuses is seen, and what a strict reviewer minds', async ({ page, enter, site }) => {
	await enter('learning');
	const calls = "api.LMSInitialize(''), api.LMSSetValue('cmi.suspend_data', 'x'.repeat(5000)), api.LMSSetValue('cmi.core.score.min', '0'), api.LMSGetLastError()";
	await openPreview(page, storePackage(site, probe(calls)));
	const answers = training(page).locator('#answers');
	await expect(answers).toHaveText('["true","true","true","0"]');
	await expect(page.getByRole('listitem').filter({ hasText: 'at most 4,095 characters of ASCII' })).toContainText('cmi.suspend_data');
	await openLike(page, 'It keeps fewer than 4,096 characters of what was done');
	await expect(answers).toHaveText('["true","false","true","0"]');
	await expect(log(page)).toContainText('Saved what was done so far, in 5,000 characters. The learning system did not keep it.');
	await openLike(page, 'It has only what ESR has');
	await expect(answers).toHaveText('["true","true","false","401"]');
	await openLike(page, 'A strict one, which refuses what the standard does not allow');
	await expect(answers).toHaveText('["true","false","true","0"]');
});

test('plain HTML is shown, and reports to nobody', async ({ page, enter, site, packed }) => {
	await enter('learning');
	await page.goto(`${storePackage(site, packed.html, { standard: 'html' })}/preview`);
	await expect(page.getByText('It reports to nobody.')).toBeVisible();
	await expect(training(page).getByRole('heading', { level: 1 }).first()).toBeVisible();
	await expect(log(page)).toHaveCount(0);
});

test('pictures, sound, video and captions are there', async ({ page, enter, site, packed }) => {
	await enter('learning');
	await openPreview(page, storePackage(site, packed.media));
	await expect(status(page)).toContainText('Saved');
	const frame = training(page);
	await expect.poll(() => frame.locator('img').first().evaluate((image: HTMLImageElement) => (image.loading = 'eager', image.naturalWidth))).toBeGreaterThan(0);
	const captions = () =>
		frame.locator('video').first().evaluate((video: HTMLVideoElement) => {
			video.preload = 'auto';
			video.textTracks[0]!.mode = 'showing';
			return [video.error?.message, video.textTracks[0]!.cues?.length];
		});
	await expect.poll(captions).toEqual([undefined, expect.any(Number)]);
	expect((await captions())[1]).toBeGreaterThan(0);
});

test('a hostile package reaches nothing', async ({ page, context, enter, site, watch }) => {
	test.setTimeout(60_000);
	watch.expected.push(/./);
	const username = await enter('learning');
	const before = unchanged(site);
	/** Opens a page, and waits until the log has it and so everything before it; returns how long it is then. */
	const logTo = async (path: string) => {
		const from = site.log().length;
		await page.goto(path);
		await expect.poll(() => site.log().slice(from)).toContain(`${path}"`);
		return site.log().length;
	};
	const logged = await logTo('/about');
	const asked: { path: string; cookie: boolean }[] = [];
	context.on('request', async (request) => asked.push({ path: request.url().replace(site.origin, ''), cookie: 'cookie' in (await request.allHeaders()) }));
	const dialogs: string[] = [];
	page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
	const address = storePackage(site, hostilePackage());
	const packages = rows(site, 'SELECT id FROM package');
	await openPreview(page, address);

	const table = await got(page);
	console.table(Object.fromEntries(table));
	expect(table).toEqual(ATTEMPTS.map(({ tries, gets }) => [tries, gets]));

	// The page around it is where it was, signed in, with nothing in it but text.
	await expect(log(page)).toContainText('Set <img src=x onerror=alert(1)> to "<script>alert(1)</script>"');
	await expect(page.locator('main img, main script')).toHaveCount(0);
	await openDetails(page);
	await expect(page.getByText('by a frame inside')).toHaveCount(0);
	await expect(page.getByText('forged')).toHaveCount(0);
	expect(new URL(page.url()).pathname).toBe(`${address}/preview`);
	expect(context.pages()).toHaveLength(1);
	expect(dialogs).toEqual([]);
	expect(savedFor(site, username)).toEqual([]);

	for (const { tries, code } of DEPARTURES) {
		await page.reload();
		await got(page);
		await page.frames()[1]!.evaluate(`const site = ${JSON.stringify(site.origin)}; ${code}`).catch(() => {});
		await page.waitForTimeout(300);
		const shown = await page.frames()[1]!.locator('body').innerText();
		expect(shown, tries).not.toMatch(/Packages|Sign in|not allowed/);
		expect(new URL(page.url()).pathname, tries).toBe(`${address}/preview`);
	}
	// Of all that was asked for with the session, nothing was asked for by the package but its own start page.
	const preview = /^\/preview\/[\w-]{22}\//;
	const own = [/^\/support$/, /^\/_app\//, /^\/favicon\.svg$/, new RegExp(`^${address}/preview(/launch|/state)?$`), /^\/preview\/[\w-]{22}\/index\.html\?/];
	expect(asked.filter(({ path, cookie }) => cookie && !own.some((pattern) => pattern.test(path)))).toEqual([]);
	expect(asked.filter(({ path }) => preview.test(path)).length).toBeGreaterThan(1);
	// Nor did anything else arrive at the site but the page that it went to at last, which is shown to nobody.
	const end = await logTo('/support');
	const arrived = site.log().slice(logged, end).trim().split('\n').map((line) => JSON.parse(line) as { method: string; route: string | null; status: number });
	const ways = [...new Set(arrived.map(({ method, route, status }) => `${method} ${route} ${status}`))].filter((way) => !way.includes('/packages/[slug]/[id]/preview'));
	expect(ways.sort()).toEqual(['GET /packages 303', 'GET /preview/[token]/[...path] 200', 'GET /sign-in 200', 'GET /sign-out 405', 'GET /support 200']);
	expect(unchanged(site)).toEqual(before);
	expect(rows(site, 'SELECT id FROM package')).toEqual(packages);
	await page.goto('/packages');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Packages');
});

test('a package that is opened by itself, without the page around it, is nobody either', async ({ page, context, enter, site, watch }) => {
	// Its learning system finds nobody to tell.
	watch.expected.push(/Failed to execute 'postMessage'/);
	await enter('learning');
	const what = ['window.origin', 'document.cookie', 'localStorage.length', "window.open('/')", "fetch('/').then(() => 'fetched')"];
	const address = storePackage(site, { 'index.html': strToU8('<!doctype html><html lang="en"><head><title>A package</title></head><body><h1>A package</h1></body></html>') });
	await openPreview(page, address);
	await expect(page.locator('iframe')).toHaveAttribute('src', /^\/preview\//);
	const start = await page.locator('iframe').getAttribute('src');
	const alone = await context.newPage();
	await alone.goto(start!);
	watch.expected.push(/Content Security Policy|Blocked opening/);
	const got = await alone.evaluate(async (all) => Promise.all(all.map(async (code) => { try { return String(await (0, eval)(code)); } catch (error) { return (error as Error).name; } })), what).catch((error) => String(error));
	expect(got).toEqual(['null', 'SecurityError', 'SecurityError', 'null', 'TypeError']);
});

/** What no package may change: everything but the package itself and the addresses that it is played from. */
function unchanged(site: Site): Record<string, unknown[]> {
	const { package: _, preview_token: __, ...rest } = everything(site);
	return rest;
}

test('the page around it is for everybody, on any screen', async ({ page, enter, site, packed }) => {
	await enter('learning');
	await openPreview(page, storePackage(site, packed['scorm-1.2']));
	await expect(status(page)).toContainText('Saved');
	await openDetails(page);
	for (const width of [1024, 320]) {
		await page.setViewportSize({ width, height: 768 });
		await inspect(page, `a preview at ${width}`);
	}
	await expect(page.getByTitle('The training, as a learner sees it')).toBeVisible();
	const frame = await page.locator('iframe').boundingBox();
	expect([frame!.width, frame!.height]).toEqual([288, 576]);
	await page.setViewportSize({ width: 1280, height: 900 });
	const wide = await page.locator('iframe').boundingBox();
	expect([wide!.width, wide!.height]).toEqual([1024, 768]);
});

test('all of it can be done with the keyboard', async ({ page, enter, site, packed }) => {
	await enter('learning');
	await openPreview(page, storePackage(site, packed['scorm-1.2']));
	await expect(status(page)).toContainText('Saved');
	await page.getByRole('link', { name: 'The package' }).focus();
	await page.keyboard.press('Tab');
	// The frame is in a process of its own, which takes the focus in its own time.
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
	await training(page).getByRole('button', { name: 'Start now' }).focus();
	await page.keyboard.press('Enter');
	await expect(shown(training(page)).locator('h1')).toBeVisible();
	const again = page.locator('#start-again summary');
	await again.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Yes, start again' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(again).toBeFocused();
	await expect(training(page).getByRole('button', { name: 'Start now' })).toBeVisible();
	const reached = [];
	for (let step = 0; step < 6; step += 1) {
		await page.keyboard.press('Tab');
		reached.push(await page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.textContent?.trim()));
	}
	expect(reached).toEqual(['Make the learning system misbehave', 'log', 'Download the log', 'What the learning system holds', 'Raw calls', expect.anything()]);
});

test('without scripts the page says so, and offers the package', async ({ browser, enter, site, packed }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.origin });
	await enter('learning', context);
	const page = await context.newPage();
	await page.goto(`${storePackage(site, packed['scorm-1.2'])}/preview`);
	await expect(page.getByText('The preview needs JavaScript')).toBeVisible();
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'download the package' }).click()]);
	expect(file.suggestedFilename()).toMatch(/^working-alongside-peers.*\.zip$/);
	await context.close();
});
