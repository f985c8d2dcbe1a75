import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { answerAll, begin, goThrough, heading, press, shown, unlessClosed } from './package-host/learner.ts';
import { expect, test, type Launched } from './package-host/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 at level AA. */
async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The frame that systems offer, a narrow phone, and that frame at 400%: what is left of it is a quarter in each direction. */
const SIZES = { 'a frame of 1024 by 768': { width: 1024, height: 768 }, 'a width of 320 pixels': { width: 320, height: 640 }, '400% in a frame of 1024 by 768': { width: 256, height: 192 } };

/** What cannot be used in the frame as it is now: by axe, by what stands out at its side, and by what is cut off. */
async function trouble(lms: Page, size: keyof typeof SIZES): Promise<string[]> {
	await lms.setViewportSize(SIZES[size]);
	const training = lms.frames()[1]!;
	const seen = await training.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const name = (element: Element) => element.outerHTML.slice(0, 90);
		const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility() && !element.closest('.nhsuk-u-visually-hidden'));
		const wide = scrollWidth > clientWidth ? [`scrolls to ${scrollWidth} of ${clientWidth}`, ...all.filter((element) => element.getBoundingClientRect().right > clientWidth + 1).map(name)] : [];
		const cut = all.filter((element) => getComputedStyle(element).overflow !== 'visible' && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)).map((element) => `cut off: ${name(element)}`);
		const small = all.filter((element) => element.matches('button') && Math.min(element.offsetHeight, element.offsetWidth) < 24).map((element) => `small: ${name(element)}`);
		return [...wide, ...cut, ...small];
	});
	return [...seen, ...(await violations(lms))];
}

/** Looks at what shows at every size. */
async function inspect(launched: Launched, what: string): Promise<void> {
	const found: string[] = [];
	for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
		found.push(...(await trouble(launched.lms, size)).map((words) => `${size}: ${words}`));
		if (process.env.PICTURES) await launched.lms.screenshot({ path: join(process.env.PICTURES, `${what} at ${SIZES[size].width}.png`) });
	}
	expect.soft(found, what).toEqual([]);
	await launched.lms.setViewportSize(SIZES['a frame of 1024 by 768']);
}

test('every part of a package can be used in a frame, on a phone and at 400%', async ({ launch }) => {
	test.slow();
	const launched = await launch('marked', 'frame');
	const { training } = launched;
	await expect(training.getByRole('status')).toContainText('Saved');
	await inspect(launched, 'start');
	await press(training, 'Start now');
	await inspect(launched, 'a page with a reflection');
	await press(training, 'Continue');
	await inspect(launched, 'a page with a note');
	await training.getByText('Read this page', { exact: true }).click();
	await inspect(launched, 'a page with a note, opened');
	await press(training, 'Continue');
	await training.getByRole('button', { name: 'Check your answer' }).first().click();
	await inspect(launched, 'questions, one of them without an answer');
	await answerAll(training);
	await training.getByText('See what we say about every answer').first().click();
	await inspect(launched, 'questions with answers and every reason');
	await press(training, 'Pause');
	await inspect(launched, 'pause');
	await press(training, 'Get support');
	await inspect(launched, 'support');
	await press(training, 'Go back to the module');
	await press(training, 'Continue');
	await answerAll(training);
	await press(training, 'Finish');
	await expect(training.getByText('this module asks for 100%')).toBeVisible();
	await inspect(launched, 'what is left below the pass mark');
	await press(training, 'Save and exit');
	await inspect(launched, 'left');
});

test('every message about the record can be used in a frame, on a phone and at 400%', async ({ launch }) => {
	test.slow();
	const standard = 'scorm-2004-4';
	const first = await launch('small', 'frame', { standard });
	await begin(first.training);
	await press(first.training, 'Continue');
	await press(first.training, 'Skip this page');
	await first.away(true);
	await answerAll(first.training);
	await inspect(first, 'not saved');
	await press(first.training, 'Finish');
	await inspect(first, 'finish, not recorded yet');
	const { snapshot: saved } = await first.seen();
	await press(first.training.locator('[data-showing]'), 'Save and exit');
	await inspect(first, 'left with something not saved');
	await first.lms.close();

	const later = await launch('later', 'frame', { standard, saved });
	await expect(later.training.getByText('New to you:')).toBeVisible();
	await inspect(later, 'a newer version');
	await later.lms.close();
	for (const [what, config, words] of [
		['a state that cannot be read', { saved: { 'cmi.suspend_data': 'x', 'cmi.exit': 'suspend' } }, 'could not be read'],
		['review', { mode: 'review' }, 'You are reading this again'],
		['looking', { late: 60_000 }, 'Looking for your learning record'],
		['complete', { saved: { 'cmi.completion_status': 'completed', 'cmi.exit': 'suspend' } }, 'You have completed this module.']
	] as const) {
		const launched = await launch('small', 'frame', { standard, ...config });
		await expect(launched.training.getByText(words).first()).toBeVisible();
		await inspect(launched, what);
		await launched.lms.close();
	}
	const finish = await launch('small', 'frame', { standard });
	await begin(finish.training);
	await goThrough(finish.training);
	await expect(finish.training.getByText('has been told')).toBeVisible();
	await inspect(finish, 'finish');
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
});

for (const size of [{ width: 1024, height: 768 }, { width: 320, height: 640 }]) {
	test(`nothing moves when the script arrives late, at a width of ${size.width}`, async ({ page, host }) => {
		await page.setViewportSize(size);
		await page.addInitScript(() => {
			const seen = Object.assign(window, { moved: [] as string[] });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node?: Element }[] })[]) seen.moved.push(...entry.sources.map(({ node }) => node?.nodeName ?? ''));
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await page.route('**/player.js', async (route) => {
			await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
			await route.continue();
		});
		await page.goto(host.package('sample', 'html'));
		await expect(page.getByRole('button', { name: 'Start now' })).toBeVisible();
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
		expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
	});
}
