import type { Page } from '@playwright/test';
import { EVERY_BLOCK } from './blocks/every-block.ts';
import { test as inPackage } from './blocks/in-package.ts';
import type { Learner } from './blocks/learner.ts';
import { WAYS } from './blocks/notes.ts';
import { test as onSite, visit } from './blocks/on-site.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { expect } from './site/journey.ts';

/** Looks at what is answered right, answered otherwise, or left open; everything that opens is open. */
async function everyState(learner: Learner): Promise<void> {
	const press = (name: string) => learner.shown.getByRole('button', { name, exact: true }).first().click();
	const look = async (what: string) => {
		await openDetails(learner.page);
		await inspect(learner.page, what);
	};
	await learner.open('who-to-tell');
	await press('Move down');
	await press('Check your order');
	await look('an order that is not the right one');
	await learner.open('who-does-what');
	await learner.shown.getByRole('combobox').first().selectOption({ index: 1 });
	await press('Check your answer');
	await expect(learner.shown).toContainText('Choose something for each');
	await look('a match with two left open');
	for (const select of await learner.shown.getByRole('combobox').all()) await select.selectOption({ index: 1 });
	await press('Check your answer');
	await expect(learner.shown.locator('.alongside-feedback')).toBeVisible();
	await look('a match that is not the right one');
	await learner.open('practice-the-meeting');
	await learner.shown.getByRole('radio').first().check();
	await press('See what may happen');
	await learner.shown.getByRole('button', { name: 'See what may happen' }).last().click();
	await expect(learner.shown).toContainText('Choose an answer');
	await look('a scenario with nothing chosen at its second step');
	await learner.open('notes-on-parts');
	await WAYS['reading it']!(learner.shown, true);
	await look('parts with notes, read and answered');
	await learner.open('words-in-this-module');
	await learner.shown.getByRole('button', { name: 'rota' }).click();
	await expect(learner.shown.locator('.alongside-explanation').first()).toBeVisible();
	await inspect(learner.page, 'a word with its explanation');
}

for (const half of [0, 1]) {
	onSite(`every page can be used on the site (${half + 1} of 2)`, async ({ page, enter, site }) => {
		await enter('nurse');
		await page.goto(`/modules/${EVERY_BLOCK}`);
		await page.getByRole('button', { name: 'Start now' }).click();
		await page.goto(`/modules/${EVERY_BLOCK}`);
		const addresses = await page.locator('main ol a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
		expect(addresses.length).toBeGreaterThan(25);
		for (const address of addresses.filter((_, index) => index % 2 === half)) {
			await visit(page, address);
			await openDetails(page);
			await inspect(page, address);
		}
		expect(site.running()).toBe(true);
	});
}

onSite('every state can be used on the site', ({ learner }) => everyState(learner));
inPackage('every state can be used in a package', ({ learner }) => everyState(learner));

inPackage('the whole text of a package can be read without scripts', async ({ browser, host }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.route('**/player.js', (route) => route.abort());
	await page.goto(host.package(EVERY_BLOCK));
	await openDetails(page);
	await inspect(page, 'the whole text');
	await context.close();
});

/** Whether what has the focus can be told from what has not, where the browser chooses the colours. */
async function focusShows(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
	});
}

onSite('with colours of their own and less motion people see where they are, and nothing moves', async ({ learner }) => {
	const { page } = learner;
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
	await learner.open('who-to-tell');
	await learner.shown.getByRole('button', { name: 'Move down' }).first().click();
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
	const unseen: string[] = [];
	for (const id of ['who-to-tell', 'words-in-this-module', 'who-does-what']) {
		await learner.open(id);
		for (const control of await learner.shown.locator('button:visible, select:visible, summary:visible').all()) {
			await page.keyboard.press('Tab');
			await control.focus();
			if (!(await focusShows(page))) unseen.push(`${id}: ${await control.innerText()}`);
		}
	}
	expect(unseen).toEqual([]);
	await learner.open('who-to-tell');
	await inspect(page, 'an order in colours of one\'s own');
});
