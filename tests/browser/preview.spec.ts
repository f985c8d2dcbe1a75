import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type FrameLocator, type Page } from '@playwright/test';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HEAD, moduleFile, startCommand } from '../command-line.ts';
import { answerAll, heading, press, shown } from './package-host/learner.ts';

/** An author at work: a folder of modules, and the preview of it in a browser. */
interface Author {
	folder: string;
	origin: string;
	/** Opens a module's preview. */
	open(slug: string): Promise<FrameLocator>;
	save(slug: string, text: string): void;
	/** Changes a module's text, as an editor does that writes a new file in its place. */
	change(slug: string, from: string | RegExp, to: string): void;
}

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const LONG = `${HEAD}
# Hello

:::check-in
Hello there.
:::

# A long page

${'A paragraph that takes some room.\n\n'.repeat(60)}

:::question
id: who

Who decides?

- [ ] the manager
  > They may help you to decide.
- [x] you
  > Yes, you decide that yourself.
:::

:::reflection
What do you think?
:::

# The end

:::check-out
That is all.
:::
`;

const test = base.extend<{ author: Author; complaints: string[] }>({
	complaints: [
		async ({ context }, use) => {
			const complaints: string[] = [];
			context.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
			context.on('weberror', (error) => complaints.push(String(error.error())));
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true }
	],
	async author({ page }, use) {
		const folder = mkdtempSync(join(tmpdir(), 'alongside-author-'));
		const save = (slug: string, text: string) => {
			mkdirSync(join(folder, 'modules', slug), { recursive: true });
			writeFileSync(`${moduleFile(folder, slug)}~`, text);
			renameSync(`${moduleFile(folder, slug)}~`, moduleFile(folder, slug));
		};
		save('long', LONG);
		cpSync(resolve(import.meta.dirname, '../../modules/supervising-peer-workers'), join(folder, 'modules/supervising-peer-workers'), { recursive: true });
		const command = startCommand(['preview', '--port', '0'], { cwd: folder });
		const [, origin] = await command.until(/The preview is on (http:\S+)[^]*Ctrl\+C/);
		await use({
			folder,
			origin: origin!,
			save,
			change: (slug, from, to) => save(slug, readFileSync(moduleFile(folder, slug), 'utf8').replace(from, to)),
			async open(slug) {
				await page.goto(`${origin}/modules/${slug}/`);
				return page.frameLocator('iframe:not(.arriving)');
			}
		});
		// The browser would complain of the events that end.
		await page.goto('about:blank');
		const { code, err } = await command.interrupt();
		expect([code, err]).toEqual([0, '']);
		rmSync(folder, { recursive: true, force: true });
	}
});

const status = (page: Page) => page.locator('#status');

test('a saved change shows in under half a second, on the same page, at the same place, with what was answered', async ({ author, page }) => {
	const training = await author.open('long');
	await expect(status(page)).toHaveText(/^Updated at \d\d:\d\d, nothing to mend$/);
	await expect(training.getByText('This is a preview, so nothing is recorded.')).toBeVisible();
	await press(training, 'Start now');
	await press(training, 'Continue');
	await answerAll(training, 1);
	await training.getByRole('textbox').fill('A thought.');
	await training.locator('html').evaluate(() => window.scrollTo(0, 700));

	const times: number[] = [];
	for (const word of ['new', 'newer', 'newest']) {
		const before = Date.now();
		author.change('long', /A( new\w*)? paragraph that/, `A ${word} paragraph that`);
		await training.getByText(`A ${word} paragraph that`).first().waitFor();
		times.push(Date.now() - before);
		expect(await heading(training)).toBe('A long page');
		expect(await training.locator('html').evaluate(() => window.scrollY)).toBe(700);
		await expect(shown(training).getByRole('radio').nth(1)).toBeChecked();
		await expect(shown(training).locator('.alongside-feedback')).toBeVisible();
		await expect(training.getByRole('textbox')).toHaveValue('A thought.');
	}
	test.info().annotations.push({ type: 'figures', description: `a change shows after ${times.join(', ')} ms` });
	expect(Math.min(...times)).toBeLessThan(500);
	await page.reload();
	expect(await heading(training)).toBe('A long page');
	await expect(shown(training).getByRole('radio').nth(1)).toBeChecked();
});

test('the start, pause, support and the end stay as well', async ({ author, page }) => {
	const training = await author.open('long');
	const stays = async (words: string) => {
		author.change('long', /title: .*/, `title: ${words}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Preview: ${words}`);
		await expect(training.getByRole('banner').getByText(words)).toBeVisible();
	};
	await stays('First');
	expect(await heading(training)).toBe('First');
	await press(training, 'Pause');
	await stays('Second');
	expect(await heading(training)).toBe('Pause');
	await press(training, 'Get support');
	await stays('Third');
	expect(await heading(training)).toBe('Get support');
	await press(training, 'Go back to the module');
	await press(training, 'Start now');
	for (const name of ['Continue', 'Continue', 'Finish']) await press(training, name);
	await stays('Fourth');
	expect(await heading(training)).toBe('What is left');
	await page.getByRole('button', { name: 'Start again' }).click();
	await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
});

test('while there is a mistake the last good one stays, and the finding says what and where', async ({ author, page }) => {
	const training = await author.open('long');
	await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
	author.change('long', 'That is all.', 'That is <b>all</b>.');
	await expect(status(page)).toHaveText(/1 thing to mend$/);
	await expect(page.getByText('You see the last version without mistakes.')).toBeVisible();
	await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
	const finding = page.getByRole('listitem').filter({ hasText: '<b> is HTML, which does not work here.' });
	await expect(finding).toContainText('To mend, line');
	await expect(finding).toContainText('Take it out, or use Markdown or a block instead.');
	await finding.getByRole('button', { name: 'Show the page' }).click();
	await expect.poll(() => heading(training)).toBe('The end');
	await press(training, 'Back');
	await finding.getByRole('button', { name: 'Show the page' }).click();
	await expect.poll(() => heading(training)).toBe('The end');
	const [explanation] = await Promise.all([page.waitForEvent('popup'), finding.getByRole('link', { name: 'Why?' }).click()]);
	await expect(explanation.getByRole('heading', { level: 1 })).toHaveText('… is HTML, which does not work here.');
	await explanation.close();

	author.change('long', 'That is <b>all</b>.', 'That was **all**.');
	await expect(training.getByText('That was all.')).toBeVisible();
	await expect(page.getByText('You see the last version without mistakes.')).toHaveCount(0);
	await expect(status(page)).toHaveText(/nothing to mend$/);
});

test('a module that was never good shows what to mend and nothing else, until it is', async ({ author, page }) => {
	author.save('bad', `${HEAD}\n# Page\n\n<i>Hello</i>\n`);
	const training = await author.open('bad');
	await expect(page.getByText('There is nothing to see yet.')).toBeVisible();
	await expect(page.locator('iframe')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Show the page' })).toHaveCount(0);
	author.change('bad', '<i>Hello</i>', 'Hello');
	await expect(training.getByRole('heading', { level: 1 })).toHaveText('A module of a test');
});

test('a folder that is renamed and comes back is told, and carries on', async ({ author, page }) => {
	const training = await author.open('long');
	await press(training, 'Start now');
	renameSync(join(author.folder, 'modules/long'), join(author.folder, 'modules/longer'));
	await expect(status(page)).toHaveText(/the folder cannot be read$/);
	await expect(page.getByText('There is no module in modules/long: it has no file module.md.')).toBeVisible();
	renameSync(join(author.folder, 'modules/longer'), join(author.folder, 'modules/long'));
	await expect(status(page)).toHaveText(/nothing to mend$/);
	expect(await heading(training)).toBe('Hello');
});

test('a picture whose name has spaces and accents shows, also where a Mac took the name apart', async ({ author, page }) => {
	author.save('pictures', `${HEAD}\n# Page\n\n![One cup](<une tasse.png>)\n\n![Two cups](<caf\u00e9 100%.png>)\n`);
	for (const name of ['une tasse.png', 'cafe\u0301 100%.png']) writeFileSync(join(author.folder, 'modules/pictures', name), PICTURE);
	const training = await author.open('pictures');
	await expect(status(page)).toHaveText(/nothing to mend$/);
	await press(training, 'Start now');
	for (const name of ['One cup', 'Two cups']) {
		await expect.poll(() => training.getByRole('img', { name }).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
	}
});

test('the list shows every module with what there is to mend, and hears of saves', async ({ author, page }) => {
	await page.goto(author.origin);
	const items = page.getByRole('listitem');
	await expect(items).toHaveText([/^A module of a test: nothing to mend$/, /: nothing to mend$/]);
	author.change('long', 'That is all.', 'That is <b>all</b>.');
	await expect(items.first()).toHaveText('A module of a test: 1 thing to mend');
	await items.first().getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preview: A module of a test');
});

test('a keyboard finds everything, and a save takes the focus from nobody', async ({ author, page }) => {
	const training = await author.open('long');
	await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
	const again = page.getByRole('button', { name: 'Start again' });
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'All modules' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(again).toBeFocused();
	author.change('long', 'That is all.', 'That is <b>all</b>. A [](https://a.example)');
	await expect(status(page)).toHaveText(/2 things to mend$/);
	await expect(again).toBeFocused();
	await page.getByRole('button', { name: 'Show the page' }).first().focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => heading(training)).toBe('The end');
	author.change('long', '<b>all</b>. A [](https://a.example)', 'all, friends.');
	await expect(training.getByText('That is all, friends.')).toBeVisible();
	await expect.poll(() => page.evaluate(() => document.activeElement!.tagName)).toBe('IFRAME');
});

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const width of [1280, 320]) {
	test(`axe finds nothing at ${width} pixels, and nothing is cut off`, async ({ author, page }) => {
		await page.setViewportSize({ width, height: 800 });
		const look = async () => {
			const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).exclude('iframe').analyze();
			expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		};
		const training = await author.open('long');
		await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
		await look();
		author.change('long', 'That is all.', `That is <b>all</b>. A [](https://a.example/${'a'.repeat(200)})`);
		await expect(status(page)).toHaveText(/2 things to mend$/);
		await look();
		await page.goto(author.origin);
		await look();
		await page.goto(`${author.origin}/explain/note-over-text`);
		await look();
	});
}

test('the largest module that we ship shows its change in under half a second', async ({ author }) => {
	const training = await author.open('supervising-peer-workers');
	await expect(training.getByRole('button', { name: 'Start now' })).toBeVisible();
	const times: number[] = [];
	for (let time = 1; time <= 5; time += 1) {
		const before = Date.now();
		author.change('supervising-peer-workers', /summary: .*/, `summary: Saved ${time} times.`);
		await training.getByText(`Saved ${time} times.`).first().waitFor();
		times.push(Date.now() - before);
	}
	test.info().annotations.push({ type: 'figures', description: `a change shows after ${times.join(', ')} ms` });
	console.log(`The largest module shows a change after ${times.join(', ')} ms.`);
	expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(500);
});
