import type { Page } from '@playwright/test';
import { withDatabase, type Site } from '../site.ts';
import { inspect } from './site/inspect.ts';
import { BOTH_WAYS, advance, answer, expect, onward, open, question, rows, test } from './site/journey.ts';

const STAFF = '/modules/working-alongside-peers';
const PEERS = '/modules/managing-triggers';
/** Another test's people must not find this one changed. */
const CHANGING = '/modules/joining-a-busy-team';

const places = (site: Site, username: string) => rows(site, 'SELECT state FROM attempt WHERE person_id = ?', username);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Publishes a module anew with other words, as the server does at start. */
function publishAnew(site: Site, slug: string): void {
	withDatabase(site, (database) => {
		const hash = 'f'.repeat(64);
		database
			.prepare(
				`INSERT INTO version (hash, module, source, document, format, origin, published_at)
				SELECT @hash, module, source, replace(document, '</p>', ' New words.</p>'), format, origin, '2099-01-01T00:00:00.000Z' FROM version
				WHERE hash = (SELECT current_version FROM module WHERE slug = @slug)`
			)
			.run({ hash, slug });
		database.prepare('UPDATE module SET current_version = @hash WHERE slug = @slug').run({ hash, slug });
	});
}

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('every page leads to every other, and says which are done', async ({ page, enter }) => {
			await enter('nurse');
			await page.goto(`${STAFF}/page/check-in`);
			await onward(page).click();
			await expect(heading(page)).toContainText('Why there are peer roles');
			await page.getByText('All pages of this module').click();
			const contents = page.getByRole('navigation', { name: 'Pages of this module' });
			await expect(contents.getByRole('listitem')).toHaveCount(12);
			await expect(contents.getByRole('link', { name: 'How are you arriving? – done' })).toBeVisible();
			await expect(contents.locator('[aria-current=page]')).toHaveText('Why there are peer roles');
			await contents.getByRole('link', { name: 'Check and next step', exact: true }).click();
			await expect(page).toHaveURL(/\/page\/check$/);
		});

		test('finishing for today keeps the page that somebody was on, also an earlier one', async ({ page, enter, site }) => {
			const username = await enter('nurse');
			await advance(site, username, STAFF, 'the-different-roles');
			await page.goto(`${STAFF}/page/why-peer-roles`);
			await page.getByRole('link', { name: 'Pause' }).last().click();
			await page.getByRole('button', { name: 'Finish for today' }).click();
			await expect(heading(page)).toHaveText('My training');
			await page.goto(STAFF);
			await page.getByRole('link', { name: 'Continue' }).click();
			await expect(page).toHaveURL(/\/page\/why-peer-roles$/);
			const before = places(site, username);
			await page.getByRole('link', { name: 'Pause' }).last().click();
			await page.getByRole('button', { name: 'Finish for today' }).click();
			await expect(heading(page)).toHaveText('My training');
			expect(places(site, username), 'nothing says that somebody paused').toEqual(before);
		});
	});
}

test('whoever is half-way when a module changes is told, sees what changed, and finishes their own', async ({ page, enter, site }) => {
	const username = await enter('peer');
	await page.goto(CHANGING);
	await page.getByRole('button', { name: 'Start now' }).click();
	const told = page.getByText('This module has changed since you started. You can finish the version that you started, and it counts.');
	await expect(onward(page)).toBeVisible();
	await expect(told).toHaveCount(0);
	publishAnew(site, 'joining-a-busy-team');
	await page.goto(CHANGING);
	await expect(told).toBeVisible();
	await inspect(page, 'the start of a module that has changed');
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(told).toBeVisible();
	await expect(page.getByText('New words.')).toHaveCount(0);
	await inspect(page, 'a page of a module that has changed');
	await page.getByRole('link', { name: 'See what changed' }).click();
	await expect(page.locator('ins').nth(1)).toContainText('New words.');
	await advance(site, username, CHANGING, 'nothing');
	expect(rows(site, 'SELECT version FROM completion WHERE person_id = ?', username)[0]!.version).not.toMatch(/^f+$/);
	await page.goto(CHANGING);
	await expect(told, 'who has finished is in the middle of nothing').toHaveCount(0);
});

test('what is not there any more leads on: to the module where there is one, or to the training', async ({ page, enter, watch }) => {
	watch.expected.push(/status of 404/);
	await enter('nurse');
	await page.goto(`${STAFF}/page/gone`);
	await expect(heading(page)).toHaveText('Page not found');
	await expect(page.locator('main')).toContainText('What you have done is kept.');
	await inspect(page, 'a page that has gone');
	await page.getByRole('link', { name: 'Go to the start of the module' }).click();
	await expect(heading(page)).toHaveText('Working alongside peer workers');
	await page.goto('/modules/gone');
	await expect(page.locator('main')).toContainText('This module is not offered here. It may have been withdrawn');
	await page.getByRole('link', { name: 'Go to my training' }).click();
	await expect(heading(page)).toHaveText('My training');
});

test('"Continue" leads to where somebody was on the page, and the next page begins at its top', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, `${STAFF}/page/check`);
	await answer(page, 'no-clinical-caseload', 'a');
	await expect(page.getByText('Saved to this site')).toBeVisible();
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
	await expect.poll(() => page.evaluate(() => sessionStorage.getItem('places'))).not.toBeNull();
	await page.getByRole('link', { name: 'My training' }).first().click();
	await page.goto(STAFF);
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(page).toHaveURL(/\/page\/check$/);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
	await onward(page).click();
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await page.getByRole('link', { name: 'Back', exact: true }).click();
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('how far somebody read behind a note is kept nowhere, not even in their own browser', async ({ page, enter }) => {
	await enter('peer');
	await page.clock.install();
	await open(page, `${PEERS}/page/places`);
	await page.getByText('Read this page', { exact: true }).click();
	await page.mouse.wheel(0, 900);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
	await page.clock.fastForward(3000);
	await page.getByRole('link', { name: 'Pause' }).last().click();
	await expect(heading(page)).toHaveText('Pause');
	expect(await page.evaluate(() => sessionStorage.getItem('places'))).toBeNull();
});

test('going on without a connection keeps somebody on the page, and says why', async ({ page, context, enter }) => {
	await enter('nurse');
	await open(page, `${STAFF}/page/the-different-roles`);
	await page.getByLabel('Your thoughts, if you want to write').fill('still here');
	await context.setOffline(true);
	await onward(page).click();
	const told = page.getByRole('alert');
	await expect(told).toContainText('There is no connection just now. Your place is kept.');
	await expect(told).toBeInViewport();
	await inspect(page, 'going on without a connection');
	await expect(page.getByLabel('Your thoughts, if you want to write')).toHaveValue('still here');
	await context.setOffline(false);
	await expect(told).toHaveCount(0);
	await onward(page).click();
	await expect(page).toHaveURL(/\/page\/what-they-do$/);
});

test('where a script is missing, the page does by forms what it does by scripts, once', async ({ page, enter, site, watch }) => {
	watch.expected.push(/ERR_FAILED|TypeError: Failed to fetch dynamically imported module/);
	const username = await enter('nurse');
	await page.route('**/_app/**/nodes/*.js', (route) => route.abort());
	await page.goto(`${STAFF}/page/check`, { waitUntil: 'networkidle' });
	await answer(page, 'first-question', 'b');
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
	await onward(page).click();
	await expect(page).toHaveURL(/\/page\/support$/);
	expect(places(site, username)).toHaveLength(1);
});

test('what is heard of a question: what is asked, what was missed, and what there is to learn', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, `${STAFF}/page/check`);
	const asked = question(page, 'first-question');
	await asked.getByRole('button').click();
	await expect(asked.getByRole('group')).toHaveAccessibleName('A good first question to a new peer colleague is:');
	await expect(asked.getByRole('group')).toHaveAccessibleDescription('Error: Choose an answer');
	await answer(page, 'first-question', 'b');
	const learned = page.locator('#feedback-first-question');
	await expect(learned).toBeFocused();
	await expect(learned).toHaveRole('group');
	await expect(learned).toHaveAccessibleName('This is what we had in mind');
	await expect(asked.getByRole('group')).toHaveAccessibleDescription('');
	await expect(page.getByRole('status')).toContainText('Saved to this site');
});

test('a page on paper is what was opened of it; all of a module on paper leaves the choice', async ({ page, enter }) => {
	await enter('peer');
	await page.goto(`${PEERS}/page/places`);
	const whole = page.getByText('Some peer workers work in a service that they once used.');
	const short = page.getByText('Some places at work can be hard to be in.');
	await page.getByText('Read a short version', { exact: true }).click();
	await page.emulateMedia({ media: 'print' });
	expect([await whole.evaluate((element) => element.checkVisibility()), await short.evaluate((element) => element.checkVisibility())]).toEqual([false, true]);
	await page.emulateMedia({ media: 'screen' });
	await page.goto(PEERS);
	await page.getByRole('link', { name: 'Read or print all of it on one page' }).click();
	await expect(heading(page)).toHaveText('Managing triggers at work');
	await inspect(page, 'all of a module on one page');
	await page.emulateMedia({ media: 'print' });
	const top = async (text: typeof whole) => (await text.boundingBox())!.y;
	expect(await top(short)).toBeLessThan(await top(whole));
	expect(await page.locator('.alongside-whole .alongside-note > :first-child').first().evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
});
