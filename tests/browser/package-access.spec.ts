import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerAll, begin, goThrough, heading, press, shown, unlessClosed } from './package-host/learner.ts';
import { expect, test } from './package-host/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 at level AA. */
async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('axe finds nothing on any kind of page', async ({ launch }) => {
	const { page } = await launch('small', 'pop-up');
	await expect(page.getByRole('status')).toContainText('Saved');
	const found: Record<string, string[]> = { start: await violations(page) };
	const look = async (name: string) => (found[name] = await violations(page));
	await press(page, 'Start now');
	await look('a page with a reflection');
	await press(page, 'Continue');
	await look('a page with a note');
	await page.getByText('Read this page', { exact: true }).click();
	await look('a page with a note, opened');
	await press(page, 'Continue');
	await look('questions');
	await page.getByRole('button', { name: 'Check your answer' }).first().click();
	await look('a question without an answer');
	await answerAll(page);
	await look('questions with answers');
	await page.getByText('See what we say about every answer').first().click();
	await look('every reason');
	await press(page, 'Pause');
	await look('pause');
	await press(page, 'Get support');
	await look('support');
	await press(page, 'Go back to the module');
	await press(page, 'Finish');
	await look('finish');
	expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
});

test('axe finds nothing where something is left to do, nothing is saved, or the learner has left', async ({ launch }) => {
	const { page, away } = await launch('small', 'pop-up');
	await begin(page);
	await away(true);
	for (const name of ['Continue', 'Skip this page', 'Finish']) await press(page, name);
	await expect(page.getByRole('heading', { name: 'What is left' })).toBeFocused();
	expect(await violations(page)).toEqual([]);
	await press(page, 'Save and exit');
	await expect(page.getByRole('heading', { name: 'You have left this training' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing in the whole text, without scripts', async ({ browser, host }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.route('**/player.js', (route) => route.abort());
	for (const name of ['working-alongside-peers', 'managing-triggers', 'small']) {
		await page.goto(host.package(name));
		expect(await violations(page)).toEqual([]);
	}
	await context.close();
});

test('a module can be completed with the keyboard alone', async ({ launch }) => {
	const { page } = await launch('small', 'pop-up');
	await expect(page.getByRole('status')).toContainText('Saved');
	const focused = () => page.evaluate(() => {
		const element = document.activeElement!;
		return (element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`) ?? element).textContent!.replace(/\s+/g, ' ').trim();
	});
	const tabTo = async (words: string) => {
		const passed: string[] = [];
		while (!(await focused()).startsWith(words)) {
			passed.push(await focused());
			if (passed.length > 40) throw new Error(`Tab never came to "${words}": ${passed.join(' | ')}`);
			await page.keyboard.press('Tab');
		}
	};
	const enter = async (words: string) => {
		await tabTo(words);
		await page.keyboard.press('Enter');
	};
	await enter('Start now');
	await expect(page.getByRole('heading', { name: 'Hello' })).toBeFocused();
	await enter('Continue');
	await expect(page.getByRole('heading', { name: 'Something hard' })).toBeFocused();
	await enter('Read a short version');
	await expect(page.getByText('The short version.')).toBeVisible();
	await enter('Skip this page');
	await expect(page.getByRole('heading', { name: 'The end' })).toBeFocused();

	await enter('Check your answer');
	await expect(page.getByText('Choose an answer')).toBeVisible();
	await expect(page.getByRole('radio').first()).toBeFocused();
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await enter('Check your answer');
	await expect(page.getByText('This is what we had in mind')).toBeVisible();
	await expect(shown(page).locator('.alongside-feedback')).toBeFocused();

	await tabTo('A. first');
	await page.keyboard.press('Space');
	await tabTo('C. third');
	await page.keyboard.press('Space');
	await enter('Check your answer');
	await expect(shown(page).locator('.alongside-feedback').last()).toBeFocused();
	await expect(page.getByText('This is what we had in mind')).toHaveCount(2);
	await enter('Finish');
	await expect(page.getByRole('heading', { name: 'Module complete' })).toBeFocused();
	const closed = page.waitForEvent('close');
	await enter('Save and exit').catch(unlessClosed);
	await closed;
});

test('the skip of the mouse: what has the focus can be seen', async ({ launch }) => {
	const { page } = await launch('small', 'pop-up');
	await expect(page.getByRole('status')).toContainText('Saved');
	for (let stop = 0; stop < 6; stop += 1) {
		await page.keyboard.press('Tab');
		const style = await page.evaluate(() => {
			const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(document.activeElement!);
			return { visible: outlineStyle !== 'none' || boxShadow !== 'none' || backgroundColor === 'rgb(255, 235, 59)' };
		});
		expect(style.visible).toBe(true);
	}
});

for (const name of ['working-alongside-peers', 'managing-triggers']) {
	test(`at a width of 320 pixels nothing of ${name} has to be scrolled sideways`, async ({ launch }) => {
		const { page } = await launch(name, 'pop-up');
		await page.setViewportSize({ width: 320, height: 640 });
		await expect(page.getByRole('status')).toContainText('Saved');
		const tooWide: string[] = [];
		const look = async (part: string) => {
			await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('[data-showing] details').forEach((details) => (details.open = true)));
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			if (width > 320) tooWide.push(`${part}: ${width}`);
		};
		await look('start');
		await press(page, 'Start now');
		for (;;) {
			await answerAll(page);
			await look(await heading(page));
			const last = await page.getByRole('button', { name: 'Finish', exact: true }).isVisible();
			await press(page, last ? 'Finish' : 'Continue');
			if (last) break;
		}
		for (const part of ['Pause', 'Get support']) {
			await press(page, part);
			await look(part);
		}
		expect(tooWide).toEqual([]);
	});
}

test('every page begins with the focus on its heading, at the top', async ({ launch }) => {
	const { page } = await launch('sample', 'pop-up');
	await begin(page);
	for (let number = 1; number < 4; number += 1) {
		await expect(page.getByRole('heading', { level: 1, name: `Page ${number} of 8` })).toBeFocused();
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await press(page, 'Continue');
	}
	await goThrough(page);
	// ESR's adapter finds its own way by what it put into the address.
	expect(page.url()).toContain('?LMS_URL=x');
});
