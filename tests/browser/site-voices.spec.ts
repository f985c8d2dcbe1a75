import type { Page } from '@playwright/test';
import { addPersonLike, signIn, withDatabase, type Site } from '../site.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { BOTH_WAYS, expect, join, rows, tabTo, test } from './site/journey.ts';

const MODULES = { 'with scripts': 'working-alongside-peers', 'without scripts': 'managing-triggers' };
const ACCESS = 'finding-your-way';

/** Writes down that somebody has completed a module. */
function complete(site: Site, username: string, module: string): void {
	withDatabase(site, (database) =>
		database.prepare("INSERT INTO completion (person_id, module, completed_at, source) VALUES (?, ?, '2026-11-02T09:00:00.000Z', 'recorded')").run(username, module)
	);
}

/** Somebody else says something of a module, without a browser. */
async function sayAs(site: Site, username: string, module: string, change: string): Promise<void> {
	addPersonLike(site, 'nurse', username);
	complete(site, username, module);
	const browser = await signIn(site, username);
	const path = `/modules/${module}/comment`;
	const token = /name="token" value="([^"]+)"/.exec(await (await browser.get(path)).text())![1]!;
	await browser.post(`${path}?/send`, { hard: '', change, token });
}

const boxes = (page: Page) => [page.getByLabel('Was anything hard to read?'), page.getByLabel('What would you change?')] as const;

test.beforeEach(({ watch }) => {
	watch.expected.push(/Failed to load resource: the server responded with a status of 4\d\d/);
});

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });
		const slug = MODULES[scripts as keyof typeof MODULES];
		const name = scripts.replace(' ', '-');

		test('somebody says what they think by keyboard, is asked about a name, and authors read it with four others', async ({ page, enter, site, browser }) => {
			const username = await enter('nurse');
			complete(site, username, slug);
			await page.goto(`/modules/${slug}/finish`);
			await tabTo(page, /^say what you think/);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { level: 1 })).toContainText('Say what you think');
			const [hard, change] = boxes(page);
			await tabTo(page, /^Send without my name$/);
			await page.keyboard.press('Enter');
			await page.getByRole('alert').getByRole('link', { name: 'Write something in one of the two boxes' }).focus();
			await page.keyboard.press('Enter');
			await expect(hard).toBeFocused();
			await page.keyboard.type('The second page, as Anna Smith said.');
			await change.fill('x'.repeat(2001));
			await page.getByRole('button', { name: 'Send without my name' }).click();
			await expect(page.getByRole('alert')).toContainText('Take out 1 character');
			await expect(hard).toHaveValue('The second page, as Anna Smith said.');
			await change.fill(`Shorter, ${name}`);
			await page.getByRole('button', { name: 'Send without my name' }).click();
			await expect(page.getByText('This may name a person: Anna Smith. Comments go to peer trainers as they are.')).toBeVisible();
			await tabTo(page, /^Change it$/);
			await page.keyboard.press('Enter');
			await expect(change).toHaveValue(`Shorter, ${name}`);
			await hard.fill('The second page, as Dr Patel said.');
			await page.getByRole('button', { name: 'Send without my name' }).click();
			await page.getByRole('button', { name: 'Send it as it is' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');
			await page.reload();
			expect(rows(site, 'SELECT hard FROM comment WHERE change = ?', `Shorter, ${name}`)).toHaveLength(1);

			for (let other = 0; other < 4; other += 1) await sayAs(site, `voice-${name}-${other}`, slug, `other ${other} ${name}`);
			const context = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
			await join(site, context, 'author');
			const author = await context.newPage();
			await author.goto('/');
			await author.getByRole('link', { name: 'Comments' }).click();
			await author.getByLabel('Show').selectOption(slug);
			await author.getByRole('button', { name: 'Show these' }).click();
			await expect(author.getByText(`Shorter, ${name}`)).toBeVisible();
			await expect(author.getByText(`other 3 ${name}`)).toBeVisible();
			await author.getByRole('link', { name: /^Mark as dealt with/ }).click();
			await author.getByLabel('What changed because of these comments?').fill(`The second page is shorter (${name}).`);
			await author.getByRole('button', { name: 'Mark as dealt with' }).click();
			await expect(author.getByText('Dealt with on')).toBeVisible();
			await page.goto(`/modules/${slug}`);
			await expect(page.getByRole('heading', { name: 'What changed because of what people said' })).toBeVisible();
			await expect(page.getByText(`The second page is shorter (${name}).`)).toBeVisible();
			await context.close();
		});

		test('somebody reports a problem with a page of a module, and it is mended', async ({ page, enter, site, browser }) => {
			await enter('peer');
			await page.goto(`/modules/${slug}/page/check`);
			await page.getByRole('link', { name: 'Report a problem with this page' }).focus();
			await page.keyboard.press('Enter');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report a problem with this page');
			await expect(page.getByText(/^The page: .*, version [0-9a-f]{8}$/)).toBeVisible();
			await tabTo(page, /^Send the report$/);
			await page.keyboard.press('Enter');
			await page.getByRole('alert').getByRole('link', { name: 'Choose what went wrong' }).click();
			await expect(page.getByRole('radio').first()).toBeFocused();
			await page.getByLabel('Something is wrong or unkind').check();
			await page.getByLabel('What did you see?').fill(`It says Anna Smith, ${name}`);
			await page.getByRole('button', { name: 'Send the report' }).click();
			await page.getByRole('button', { name: 'Send it as it is' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you');

			const context = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
			await join(site, context, 'author');
			const author = await context.newPage();
			await author.goto(`/modules/${slug}/versions`);
			await author.getByRole('link', { name: '1 open report of a problem' }).click();
			await expect(author.getByText(`It says Anna Smith, ${name}`)).toBeVisible();
			await author.getByRole('link', { name: 'as they saw it' }).click();
			await expect(author.locator('#page-check')).toBeInViewport();
			await author.goBack();
			await author.getByRole('link', { name: /^Something is wrong or unkind/ }).click();
			await author.getByLabel('What was done about it?').fill('The name is gone.');
			await author.getByRole('button', { name: 'Mark as mended' }).click();
			await expect(author.getByText(/^Mended on/)).toBeVisible();
			await author.getByRole('button', { name: 'Delete this report' }).click();
			await expect(author.getByRole('alert')).toContainText('Confirm that you want to delete this report');
			await author.getByLabel('I want to delete this report for good').check();
			await author.getByRole('button', { name: 'Delete this report' }).click();
			await expect(author.getByText(`It says Anna Smith, ${name}`)).toHaveCount(0);
			await context.close();
		});
	});
}

test('every page of it can be used by everybody', async ({ page, context, enter, site }) => {
	test.slow();
	const look = async (what: string) => {
		await openDetails(page);
		await inspect(page, what);
	};
	const long = 'h'.repeat(120);
	await page.goto('/report-a-problem/without-signing-in');
	await look('whom to tell without signing in');
	await join(site, context, 'author');
	for (const path of ['/comments', '/problems']) {
		await page.goto(path);
		await look(`${path} with nothing in it, or something`);
	}
	const username = await enter('nurse');
	complete(site, username, ACCESS);
	for (const path of [`/modules/${ACCESS}`, `/modules/${ACCESS}/finish`]) {
		await page.goto(path);
		await look(path);
	}
	await page.getByRole('link', { name: 'say what you think' }).click();
	await look('the form for a comment');
	await page.getByRole('button', { name: 'Send without my name' }).click();
	await look('an empty comment');
	const [hard, change] = boxes(page);
	await hard.fill(`Anna Smith${long}`);
	await change.fill(long);
	await page.getByRole('button', { name: 'Send without my name' }).click();
	await look('a comment that may name a person');
	await page.getByRole('button', { name: 'Send it as it is' }).click();
	await look('thanks for a comment');
	for (let other = 0; other < 4; other += 1) await sayAs(site, `voice-access-${other}`, ACCESS, long);
	await page.goto(`/report-a-problem?page=/modules/${ACCESS}/${'a'.repeat(90)}`);
	await look('the form for a report');
	await page.getByRole('button', { name: 'Send the report' }).click();
	await look('an empty report');
	await page.getByLabel('Something else').check();
	await page.getByLabel('What did you see?').fill(`Anna Smith${long}`);
	await page.getByLabel('If you would like an answer, how can we reach you?').fill(long);
	await page.getByRole('button', { name: 'Send the report' }).click();
	await look('a report that may name a person');
	await page.getByRole('button', { name: 'Send it as it is' }).click();
	await look('thanks for a report');
	await join(site, context, 'author');
	await page.goto(`/comments?module=${ACCESS}`);
	await look('comments');
	await page.getByRole('link', { name: /^Mark as dealt with/ }).click();
	await openDetails(page);
	await page.getByRole('button', { name: 'Delete this comment' }).first().click();
	await look('deleting a comment without confirming');
	await page.getByLabel('What changed because of these comments?').fill(long);
	await page.getByRole('button', { name: 'Mark as dealt with' }).click();
	await look('comments that are dealt with');
	await page.goto('/problems?state=open');
	await look('problems');
	await page.getByRole('link', { name: /^Something else/ }).click();
	await page.getByRole('button', { name: 'Delete this report' }).click();
	await look('deleting a report without confirming');
	await page.getByLabel('What was done about it?').fill(long);
	await page.getByRole('button', { name: 'Mark as mended' }).click();
	await look('a report that is mended');
	await page.goto('/problems?state=mended&about=/guides');
	await look('problems of which there are none');
});
