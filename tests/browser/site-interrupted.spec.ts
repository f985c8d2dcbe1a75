import type { Page } from '@playwright/test';
import { answer, expect, onward, open, question, rows, test } from './site/journey.ts';
import { client, trySigningIn, withDatabase, type Site } from '../site.ts';

const MODULE = '/modules/working-alongside-peers';
const PAGE = `${MODULE}/page/check`;

/** Ends every session of somebody, as time does. */
function expire(site: Site, username: string): void {
	withDatabase(site, (database) => database.prepare('DELETE FROM session WHERE person_id = ?').run(username));
}

const states = (site: Site, username: string) => rows(site, 'SELECT state FROM attempt WHERE person_id = ?', username).map(({ state }) => String(state));

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('an answer of somebody who has been signed out waits until they are signed in again', async ({ page, enter, site, watch }) => {
		watch.expected.push(/status of 400/);
		const username = await enter('nurse');
		await page.goto(PAGE);
		expire(site, username);
		await question(page, 'first-question').locator('input[value=b]').check();
		await question(page, 'first-question').getByRole('button').click();
		await expect(page.getByText('You have been signed out. What you were sending is kept while you sign in.')).toBeVisible();
		await page.getByLabel('Username').fill(username);
		await page.getByLabel('Password', { exact: true }).fill('wrong');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page.getByText('The username or the password is not right').first()).toBeVisible();
		await page.getByLabel('Password', { exact: true }).fill('demonstration');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in');
		expect(states(site, username)).toEqual([]);
		await page.getByRole('button', { name: 'Send it now' }).click();
		await expect(page).toHaveURL(/\/page\/check#feedback-first-question$/);
		await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
		expect(states(site, username)).toHaveLength(1);
	});

	test('so does going on to the next page', async ({ page, enter, site }) => {
		const username = await enter('nurse');
		await page.goto(PAGE);
		expire(site, username);
		await onward(page).click();
		await page.getByLabel('Username').fill(username);
		await page.getByLabel('Password', { exact: true }).fill('demonstration');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('button', { name: 'Send it now' }).click();
		await expect(page).toHaveURL(/\/page\/support$/);
	});
});

test('with scripts, an answer stays on the page of somebody who has been signed out, and is sent once they are back', async ({ page, context, enter, site, watch }) => {
	watch.expected.push(/status of 401/);
	const username = await enter('nurse');
	await page.clock.install();
	await open(page, PAGE);
	expire(site, username);
	await answer(page, 'first-question', 'b');
	await expect(page.getByRole('status')).toContainText('You have been signed out. This page holds what you have done.');
	const opening = context.waitForEvent('page');
	await page.getByRole('link', { name: 'Sign in (opens in a new tab)' }).click();
	const tab = await opening;
	await tab.getByLabel('Username').fill(username);
	await tab.getByLabel('Password', { exact: true }).fill('demonstration');
	await tab.getByRole('button', { name: 'Sign in' }).click();
	await expect(tab.getByText('You are signed in as Demo learner.')).toBeVisible();
	await tab.close();
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
	await page.clock.fastForward('01:00');
	await expect(page.getByRole('status')).toContainText('Saved to this site');
	expect(states(site, username)).toHaveLength(1);
	await page.reload();
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
});

test('with scripts, answers without a connection are kept, and sent in order when it is back', async ({ page, context, enter, site, watch }) => {
	watch.expected.push(/ERR_INTERNET_DISCONNECTED/);
	const username = await enter('nurse');
	await page.clock.install();
	await open(page, PAGE);
	await context.setOffline(true);
	await answer(page, 'first-question', 'a');
	await expect(page.getByRole('status')).toContainText('Your progress is not being saved. Keep this page open.');
	await answer(page, 'first-question', 'b');
	await answer(page, 'risk-to-a-child', 'c');
	await expect(page.getByRole('status')).toContainText('Your progress is not being saved.');
	expect(states(site, username)).toEqual([]);
	await context.setOffline(false);
	await page.clock.fastForward('01:00');
	await expect(page.getByRole('status')).toContainText('Saved to this site');
	await page.reload();
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
	await expect(question(page, 'risk-to-a-child').locator('input[value=c]')).toBeChecked();
});

test('with scripts, the browser asks before a page is left that holds an answer which is not saved', async ({ page, context, enter, watch }) => {
	watch.expected.push(/ERR_INTERNET_DISCONNECTED/);
	await enter('nurse');
	await page.clock.install();
	await open(page, PAGE);
	await context.setOffline(true);
	await answer(page, 'first-question', 'b');
	await expect(page.getByRole('status')).toContainText('Your progress is not being saved.');
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.dismiss();
	});
	await page.getByRole('link', { name: 'Back', exact: true }).click();
	await expect.poll(() => asked).toEqual(['beforeunload']);
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
	await context.setOffline(false);
	await page.clock.fastForward('01:00');
	await expect(page.getByRole('status')).toContainText('Saved to this site');
	await onward(page).click();
	await expect(page).toHaveURL(/\/page\/support$/);
	expect(asked).toHaveLength(1);
});

test('signing in as somebody else is said before it happens', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/sign-in');
	await expect(page.getByText('You are signed in as Demo learner.')).toContainText('Signing in here changes to another account');
});

test('an answer at which the script fails goes to the server, as where there is no script', async ({ page, enter, site, watch }) => {
	watch.expected.push(/broken/);
	const username = await enter('nurse');
	await open(page, PAGE);
	await page.evaluate(() => {
		Array.prototype.find = () => {
			throw new Error('broken');
		};
	});
	await answer(page, 'first-question', 'b');
	await expect(page).toHaveURL(/\/page\/check#feedback-first-question$/);
	await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
	expect(states(site, username)).toHaveLength(1);
});

test('that nothing is being saved stays in view, far down a page', async ({ page, context, enter, watch }) => {
	watch.expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
	await enter('nurse');
	await open(page, PAGE);
	await context.setOffline(true);
	await answer(page, 'no-clinical-caseload', 'a');
	const word = page.getByText('Your progress is not being saved.');
	await expect(word).toBeVisible();
	await page.getByRole('button', { name: 'Continue' }).scrollIntoViewIfNeeded();
	await expect(word).toBeInViewport();
	await context.setOffline(false);
	await expect(page.getByRole('status').first()).toContainText('Saved to this site', { timeout: 20_000 });
});

test.describe('on a computer that others use, without scripts', () => {
	test.use({ javaScriptEnabled: false });

	async function signInAs(page: Page, username: string): Promise<void> {
		await page.getByLabel('Username').fill(username);
		await page.getByLabel('Password', { exact: true }).fill('demonstration');
		await page.getByRole('button', { name: 'Sign in' }).click();
	}

	/** Goes back to every page of the tab's history that was the answer to a form, and reloads it, as a browser does that is told to send the form again. */
	async function sendAgain(page: Page, look: () => Promise<void>): Promise<number> {
		const browser = await page.context().newCDPSession(page);
		const { entries } = await browser.send('Page.getNavigationHistory');
		const answers = entries.filter(({ url }) => /\?\//.test(url));
		for (const { id } of answers) {
			await browser.send('Page.navigateToHistoryEntry', { entryId: id });
			await page.waitForTimeout(500);
			await page.reload();
			await look();
		}
		return answers.length;
	}

	test('whoever goes back and reloads is not signed in as the person before', async ({ page, context, site, person, watch }) => {
		watch.expected.push(/status of 4(00|29)|ERR_CACHE_MISS/);
		const username = person('nurse');
		for (let count = 0; count < 10; count += 1) await trySigningIn(client(site), username, 'wrong');
		await page.goto('/sign-in');
		await signInAs(page, username);
		await expect(page.getByText('There have been too many tries').first()).toBeVisible();
		withDatabase(site, (database) => database.prepare('DELETE FROM sign_in_failure').run());
		await page.goto(PAGE);
		await signInAs(page, username);
		expire(site, username);
		await question(page, 'first-question').locator('input[value=b]').check();
		await question(page, 'first-question').getByRole('button').click();
		await signInAs(page, username);
		await page.getByRole('button', { name: 'Send it now' }).click();
		await expect(page).toHaveURL(/\/page\/check#feedback-first-question$/);
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL(/\/sign-in$/);
		const sent = await sendAgain(page, async () => {
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
			expect(await page.content()).not.toMatch(new RegExp(`${username}|first-question"`));
			expect(await context.cookies()).toEqual([]);
		});
		expect(sent).toBeGreaterThanOrEqual(2);
		expect(rows(site, 'SELECT id FROM session WHERE person_id = ?', username)).toEqual([]);
	});

	test('what was typed into private forms is not there for whoever goes back and reloads, before they sign in or after', async ({ page, enter, person, watch }) => {
		watch.expected.push(/status of 400|ERR_CACHE_MISS/);
		await enter('nurse');
		await page.goto('/my-record/password');
		await page.getByLabel('The password that you have now').fill('canary-password');
		await page.getByLabel('New password', { exact: true }).fill('short');
		await page.locator('main form button').click();
		await expect(page.getByRole('alert').first()).toBeVisible();
		await page.goto('/report-a-problem?page=/support');
		await page.getByLabel('What did you see?').fill('canary-words');
		await page.locator('#send').click();
		await expect(page.getByRole('alert').first()).toBeVisible();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL(/\/sign-in$/);
		const sent = await sendAgain(page, async () => {
			await expect(page.getByText('What you were sending could not be kept')).toBeVisible();
			expect(await page.content()).not.toContain('canary');
		});
		expect(sent).toBe(2);
		await page.goto('/sign-in');
		await signInAs(page, person('doctor'));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('My training');
		await sendAgain(page, async () => expect(await page.content()).not.toContain('canary'));
	});

	test('what somebody was sending is not offered to whoever signs in instead', async ({ page, enter, person, site }) => {
		const username = await enter('nurse');
		await page.goto(PAGE);
		expire(site, username);
		await question(page, 'first-question').locator('input[value=b]').check();
		await question(page, 'first-question').getByRole('button').click();
		await signInAs(page, person('doctor'));
		await expect(page.getByRole('main')).toContainText('What was being sent here belonged to somebody else, so it was not kept.');
		await expect(page.getByRole('button', { name: 'Send it now' })).toHaveCount(0);
	});
});
