import { test } from './blocks/on-site.ts';
import { inspect } from './site/inspect.ts';
import { BOTH_WAYS, expect, tabTo, test as journey } from './site/journey.ts';

const MISTAKES = `---
title: A text with mistakes
summary: Made up for a test.
audience: all-staff
stage: ongoing
minutes: 5
outcomes:
  - test
sources:
  - Made up for a test.
---

# Page

You could <b>ask</b> & say "no".

:::question
What now?

- [x] one
  > Yes.
- [ ] two
`;

/** The start of a page with nothing to mend. */
const PAGE = `${MISTAKES.split('# Page')[0]}# Page\n\nText\n\n`;

const UNSEEN = 'Pictures and recordings are not looked at here. npx alongside check looks at them too.';

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('a peer trainer checks a text with mistakes by keyboard, keeps it, and learns why', async ({ page, context, enter, watch }) => {
			watch.expected.push(/status of 400/);
			await enter('author');
			await page.goto('/');
			await tabTo(page, /^Check a module$/);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a module');
			await tabTo(page, /^Check it$/);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('alert')).toContainText('Paste or write the text of a module');
			if (javaScriptEnabled) await inspect(page, 'nothing to check');

			await tabTo(page, /^The text of module\.md/);
			await page.keyboard.insertText(MISTAKES);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('to mend');
			await expect(page.getByText('A module with something to mend is not published.')).toBeVisible();
			await expect(page.getByLabel('The text of module.md')).toHaveValue(MISTAKES);
			await expect(page.locator('.alongside-findings mark, .alongside-findings pre').first()).toBeVisible();
			await expect(page.locator('.alongside-findings pre').filter({ hasText: '<b>ask</b> & say "no"' })).toBeVisible();
			if (javaScriptEnabled) await inspect(page, 'findings');

			const why = page.locator('.alongside-findings a');
			const addresses = await why.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
			expect(addresses).toContain('/checker/messages/raw-html');
			for (const address of new Set(addresses)) expect((await page.request.get(address)).status(), address).toBe(200);
			await why.first().focus();
			// Going back to what was sent would ask to send it again, so the explanation gets a tab of its own.
			const [explanation] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
			await expect(explanation).toHaveURL(/\/checker\/messages\//);
			await expect(explanation.getByRole('heading', { level: 1 })).toBeVisible();
			if (javaScriptEnabled) await inspect(explanation, 'an explanation');
			await explanation.close();
			await expect(page.getByLabel('The text of module.md')).toHaveValue(MISTAKES);
		});

		test('a peer trainer starts from a module that is served, and finds nothing to mend', async ({ page, enter }) => {
			await enter('author');
			await page.goto('/checker');
			await page.getByLabel('Start from a module that is published').selectOption({ label: 'Every block' });
			await page.getByRole('button', { name: 'Show its text' }).click();
			await expect(page.getByLabel('The text of module.md')).toHaveValue(/^---\ntitle: Every block\n/);
			await page.getByRole('button', { name: 'Check it' }).click();
			await expect(page.getByRole('heading', { name: 'Nothing to mend' })).toBeVisible();
			await expect(page.getByText(UNSEEN)).toHaveCount(0);
			await page.getByLabel('The text of module.md').fill(`${PAGE}![A cup](nowhere.png)\n`);
			await page.getByRole('button', { name: 'Check it' }).click();
			await expect(page.getByText('nowhere.png').first()).toBeVisible();
			await expect(page.getByRole('heading', { name: '1 thing to mend' })).toBeVisible();
		});

		test('a new module is told once that its pictures are not looked at, and not of each that it is missing', async ({ page, enter }) => {
			await enter('author');
			await page.goto('/checker');
			await page.getByLabel('The text of module.md').fill(`${PAGE}![A cup](cup.png)\n\n![A pot](pot.png)\n\n:::audio\nfile: kettle.mp3\ntitle: A kettle\n\n**A nurse:** Tea?\n:::\n`);
			await page.getByRole('button', { name: 'Check it' }).click();
			await expect(page.getByRole('heading', { name: 'Nothing to mend' })).toBeVisible();
			await expect(page.getByText(UNSEEN)).toHaveCount(1);
			await page.getByLabel('The text of module.md').fill(`${PAGE}![](cup.png)\n`);
			await page.getByRole('button', { name: 'Check it' }).click();
			await expect(page.getByRole('heading', { name: '1 thing to mend' })).toBeVisible();
		});
	});
}

test('where a long line is cut, the page says so', async ({ page, enter }) => {
	await enter('author');
	await page.goto('/checker');
	const around = 'You can ask. '.repeat(20);
	await page.getByLabel('The text of module.md').fill(`${PAGE}${around}It takes manpower. ${around}\n`);
	await page.getByRole('button', { name: 'Check it' }).click();
	await expect(page.locator('.alongside-findings pre').filter({ has: page.locator('mark') })).toHaveText(/^…[^…]+It takes manpower\. [^…]+…$/);
});

journey('the titles of the modules that ship make the page no wider than a phone', async ({ page, enter }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await enter('author');
	await page.goto('/checker');
	const choice = page.getByLabel('Start from a module that is published');
	const titles = await choice.locator('option').allTextContents();
	expect(Math.max(...titles.map(({ length }) => length)), 'a title that is wider than a phone').toBeGreaterThan(40);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	const box = (await choice.boundingBox())!;
	expect(box.x + box.width).toBeLessThanOrEqual(320 - 16);
});

test('the list of what is looked for can be used', async ({ page, enter }) => {
	await enter('author');
	await page.goto('/checker/messages');
	await inspect(page, 'every message');
});
