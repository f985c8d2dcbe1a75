import type { Page } from '@playwright/test';
import { advance, answer, completions, expect, onward, open, question, test } from './site/journey.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { withDatabase } from '../site.ts';

const STAFF = '/modules/working-alongside-peers';
const PEERS = '/modules/managing-triggers';

async function visit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await openDetails(page);
	await inspect(page, path);
}

test.beforeEach(({ watch }) => {
	watch.expected.push(/Failed to load resource: the server responded with a status of 40\d/);
});

test('the pages for anybody', async ({ page }) => {
	for (const path of ['/sign-in', '/about', '/accessibility', '/cookies', '/privacy', '/nothing']) await visit(page, path);
	await page.goto('/sign-in');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toContainText('Enter your username');
	await inspect(page, 'signing in with nothing typed');
	await page.getByRole('alert').getByRole('link').click();
	await expect(page.getByLabel('Username')).toBeFocused();
});

test('the pages of a member of staff', async ({ page, enter, site }) => {
	const username = await enter('nurse');
	for (const path of ['/', '/support', '/packages', STAFF, `${STAFF}/pause`]) await visit(page, path);
	await page.getByRole('link', { name: 'My training' }).click();
	await page.goto(STAFF);
	await page.getByRole('button', { name: 'Start now' }).click();
	await page.goto(`${STAFF}/finish`);
	await inspect(page, 'a module with something left');
	await advance(site, username, STAFF, 'nothing');
	expect(completions(site, username)).toHaveLength(1);
	for (const path of ['/', STAFF, `${STAFF}/finish`, `${STAFF}/page/check`]) await visit(page, path);
});

test('the pages of learning and development', async ({ page, enter }) => {
	await enter('learning');
	for (const path of ['/packages', '/packages/working-alongside-peers', '/packages/managing-triggers', '/packages/all/progress']) await visit(page, path);
});

for (const module of [STAFF, PEERS]) {
	test(`every page of ${module}`, async ({ page, enter }) => {
		await enter('peer');
		await page.goto(module);
		const addresses = await page.locator('main ol li').allInnerTexts();
		await page.getByRole('button', { name: 'Start now' }).click();
		for (let seen = 1; ; seen += 1) {
			await visit(page, page.url());
			if ((await onward(page).innerText()) === 'Finish') {
				expect(seen).toBe(addresses.length);
				break;
			}
			const here = page.url();
			await onward(page).click();
			await expect(page).not.toHaveURL(here);
		}
	});
}

test('answers, and what can become of them', async ({ page, context, enter, site, watch }) => {
	watch.expected.push(/ERR_INTERNET_DISCONNECTED/);
	const username = await enter('nurse');
	await open(page, `${STAFF}/page/check`);
	await answer(page, 'first-question', 'a');
	await answer(page, 'risk-to-a-child', 'c');
	await question(page, 'lived-experience').getByRole('button').click();
	await expect(question(page, 'lived-experience')).toContainText('Choose an answer');
	await inspect(page, 'answered, and one without a choice');
	await context.setOffline(true);
	await answer(page, 'lived-experience', 'b');
	await expect(page.getByRole('status')).toContainText('not being saved');
	await inspect(page, 'without a connection');
	await context.setOffline(false);
	withDatabase(site, (database) => database.prepare('DELETE FROM session WHERE person_id = ?').run(username));
	await enter('nurse');
	await open(page, `${STAFF}/page/practice-cover`);
	await context.clearCookies();
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'See what may happen' }).click();
	await expect(page.getByRole('status')).toContainText('You have been signed out');
	await inspect(page, 'signed out');
	page.once('dialog', (dialog) => dialog.accept());
	await onward(page).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
	await inspect(page, 'signing in with something kept');
});

test('a page on paper is the page, without the way round the site', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto(`${STAFF}/page/check`);
	await page.emulateMedia({ media: 'print' });
	for (const hidden of ['.nhsuk-header', '.nhsuk-footer', '.alongside-ways']) await expect(page.locator(hidden)).toBeHidden();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('whoever asks for less motion or more contrast gets the same page', async ({ page, enter }) => {
	await enter('nurse');
	await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
	await open(page, `${STAFF}/page/check`);
	await answer(page, 'first-question', 'a');
	await expect(page.locator('#feedback-first-question')).toBeFocused();
	const moving = await page.evaluate(() => document.getAnimations().length);
	expect(moving).toBe(0);
});
