import { heading } from './package-host/learner.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './package-host/test.ts';

const readable = async (page: Page) => {
	await expect(page.getByText('Nothing is being recorded.')).toBeVisible();
	for (const title of ['Hello', 'Something hard', 'The end', 'Get support']) await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
	await expect(page.getByText('Reason of the second.')).toBeHidden();
	await page.getByText('Read this page', { exact: true }).click();
	await expect(page.getByText('The whole page.')).toBeVisible();
	for (const summary of await page.getByText('See what we say about every answer').all()) await summary.click();
	for (const reason of ['first', 'second', 'third', 'former', 'latter']) await expect(page.getByText(`Reason of the ${reason}.`)).toBeVisible();
	await expect(page.getByRole('button')).toHaveCount(0);
};

test('everything can be read, with the reasons, and the learner is told that nothing is recorded', async ({ browser, host }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(host.package('small'));
	await readable(page);
	await context.close();
});

for (const [what, body] of [
	['does not arrive', undefined],
	['cannot be read by an old browser', 'let a = ;'],
	['breaks at its start', 'throw new Error("broken")']
] as const) {
	test(`the same holds where the script ${what}`, async ({ browser, host }) => {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.route('**/player.js', (route) => (body === undefined ? route.abort() : route.fulfill({ body, contentType: 'text/javascript' })));
		await page.goto(host.package('small'));
		await readable(page);
		await context.close();
	});
}
