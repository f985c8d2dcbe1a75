import type { BrowserContext, Page } from '@playwright/test';
import { BOTH_WAYS, answer, expect, onward, open, question, rows, test } from './site/journey.ts';

const PEERS = '/modules/managing-triggers';
const STAFF = '/modules/working-alongside-peers';
const SECRET = 'zanzibar-in-1987';

/** Everything that a browser asks for or sends, but for the site's own files. */
function requestsOf(context: BrowserContext): string[] {
	const requests: string[] = [];
	context.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		if (!pathname.startsWith('/_app/') && !pathname.startsWith('/favicon')) requests.push(`${request.method()} ${pathname}${search} ${request.postData() ?? ''}`);
	});
	return requests;
}

const CHOICES: Record<string, (page: Page) => Promise<void>> = {
	async 'reading it'(page) {
		await page.getByText('Read this page', { exact: true }).click();
		const scenario = page.locator('.alongside-scenario form');
		if ((await scenario.count()) > 0) {
			await scenario.getByRole('radio').nth(1).check();
			await scenario.getByRole('button').click();
			await expect(page.locator('.alongside-feedback')).toBeFocused();
		}
		await onward(page).click();
	},
	async 'reading its short version'(page) {
		await page.getByText('Read a short version', { exact: true }).click();
		await onward(page).click();
	},
	async 'skipping it'(page) {
		await page.getByRole('button', { name: 'Skip this page' }).click();
	}
};

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('reading a page with a note, its short version, and skipping it send and store the same', async ({ browser, site, enter }) => {
			const traces: unknown[] = [];
			for (const choose of Object.values(CHOICES)) {
				const context = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
				const username = await enter('peer', context);
				const requests = requestsOf(context);
				const page = await context.newPage();
				for (const id of ['places', 'practice-place']) {
					if (javaScriptEnabled) await open(page, `${PEERS}/page/${id}`);
					else await page.goto(`${PEERS}/page/${id}`);
					await choose(page);
					await expect(page).not.toHaveURL(new RegExp(`/${id}$`));
				}
				const { cookies, origins } = await context.storageState();
				traces.push({
					// Each way is gone by a person of its own, whose id is the one thing that differs.
					requests: requests.map((request) => request.replace(username, 'reader')),
					rows: rows(site, 'SELECT module, version, state, ended_at FROM attempt WHERE person_id = ?', username),
					audit: rows(site, 'SELECT * FROM audit_entry'),
					stored: [cookies.map(({ name }) => name), origins]
				});
				await context.close();
			}
			expect(traces[0]).toMatchObject({ requests: expect.arrayContaining([`POST ${PEERS}/page/places?/continue reader=reader`]), rows: [{ module: 'managing-triggers' }] });
			expect(traces[1]).toEqual(traces[0]);
			expect(traces[2]).toEqual(traces[0]);
		});

		test('what somebody writes in a reflection goes nowhere', async ({ page, context, enter, site }) => {
			await enter('nurse');
			const sent: string[] = [];
			context.on('request', async (request) => sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
			await page.goto(`${STAFF}/page/the-different-roles`);
			await page.getByLabel('Your thoughts, if you want to write').fill(SECRET);
			await page.getByLabel('Your thoughts, if you want to write').press('Tab');
			await page.getByRole('link', { name: 'Pause' }).last().click();
			await page.getByRole('link', { name: 'Continue' }).click();
			await page.getByLabel('Your thoughts, if you want to write').fill(SECRET);
			await onward(page).click();
			await expect(page).toHaveURL(/\/page\/what-they-do$/);
			await page.goBack();
			expect(sent.length).toBeGreaterThan(5);
			expect(sent.join('\n')).not.toContain(SECRET);
			expect(JSON.stringify(await context.storageState())).not.toContain(SECRET);
			const everything = rows(site, "SELECT name FROM sqlite_schema WHERE type = 'table'").flatMap(({ name }) => rows(site, `SELECT * FROM "${String(name)}"`));
			expect(JSON.stringify(everything)).not.toContain(SECRET);
			expect(site.log()).not.toContain(SECRET);
		});
	});
}

test('scripts are loaded by the pages of a module and by nothing else', async ({ page, enter }) => {
	await enter('learning');
	const scripts: string[] = [];
	page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
	for (const path of ['/', '/support', '/sign-in', '/packages', '/packages/managing-triggers', STAFF, `${STAFF}/pause`, '/about']) await page.goto(path);
	// What this tab has kept for whoever was here before goes at sign-in; no more than a line can see to that.
	expect(scripts.map((address) => new URL(address).pathname)).toEqual(['/end-of-visit.js']);
	await open(page, `${STAFF}/page/check`);
	await answer(page, 'first-question', 'b');
	expect(scripts.length).toBeGreaterThan(0);
	scripts.length = 0;
	await page.evaluate(() => Object.assign(window, { marker: true }));
	await page.getByRole('link', { name: 'My training' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My training');
	expect(await page.evaluate(() => 'marker' in window)).toBe(false);
	expect(scripts).toEqual([]);
});

test('an answer in a module for peers stays on the page that it was given on', async ({ page, enter, site }) => {
	const username = await enter('peer');
	await open(page, `${PEERS}/page/check`);
	await answer(page, 'what-it-shows', 'a');
	await expect(page.getByText('Saved to this site')).toBeVisible();
	expect(rows(site, 'SELECT state FROM attempt WHERE person_id = ?', username)).toHaveLength(1);
	await page.reload();
	await expect(question(page, 'what-it-shows').getByRole('radio', { checked: true })).toHaveCount(0);
	await expect(page.locator('#feedback-what-it-shows')).toContainText('We did not keep what you chose');
});
