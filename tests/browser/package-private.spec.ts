import type { Locator } from '@playwright/test';
import { BOTH, editionOf } from './package-host/edition.ts';
import { answerAll, begin, closeFrame, press, shown } from './package-host/learner.ts';
import { expect, test } from './package-host/test.ts';

for (const standard of BOTH) {
	const { name, elements } = editionOf(standard);
	test(`reading a page with a note, its short version or neither leaves the same bytes (${name})`, async ({ launch }) => {
		const ways: ((page: Locator) => Promise<void>)[] = [
			async (page) => {
				await page.getByText('Read this page', { exact: true }).click();
				await page.getByLabel('no', { exact: false }).last().click();
				await page.getByRole('button', { name: 'Check your answer' }).click();
				await page.getByRole('textbox').fill('something private');
				await page.getByRole('button', { name: 'Continue' }).click();
			},
			async (page) => {
				await page.getByText('Read a short version', { exact: true }).click();
				await page.getByRole('button', { name: 'Continue' }).click();
			},
			async (page) => page.getByRole('button', { name: 'Skip this page' }).click()
		];
		const traces: unknown[] = [];
		for (const way of ways) {
			const launched = await launch('small', 'frame', { standard });
			const { training, seen } = launched;
			await begin(training);
			await press(training, 'Continue');
			await way(shown(training));
			await answerAll(training);
			await press(training, 'Finish');
			await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
			await closeFrame(launched);
			const { calls, snapshot, findings } = await seen();
			expect(findings).toEqual([]);
			// How long it took is the one thing that may differ.
			const timeless = calls.filter(({ arguments: [element] }) => element !== elements.time);
			traces.push({ timeless, ...snapshot, 'cmi.core.total_time': '', 'cmi.total_time': '' });
		}
		expect(traces[1]).toEqual(traces[0]);
		expect(traces[2]).toEqual(traces[0]);
	});
}

for (const standard of BOTH) {
	test(`what somebody writes in a reflection is in no call, no request and no store (${editionOf(standard).name})`, async ({ launch, context }) => {
		const secret = 'zanzibar in 1987';
		const sent: string[] = [];
		context.on('request', (request) => sent.push(`${request.url()} ${request.postDataBuffer()?.toString() ?? ''} ${JSON.stringify(request.headers())}`));
		const launched = await launch('small', 'frame', { standard });
		const { training, seen, page } = launched;
		await begin(training);
		await press(training, 'Continue');
		await shown(training).getByText('Read this page', { exact: true }).click();
		const box = shown(training).getByRole('textbox');
		await box.pressSequentially(secret);
		await box.press('Tab');
		// Nothing there offers to keep it: a package's origin is the learning system's own.
		await expect(training.getByText('Keep on this device')).toHaveCount(0);
		await press(training, 'Continue');
		await answerAll(training);
		await press(training, 'Finish');
		await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
		await closeFrame(launched);
		const kept = await page.evaluate(async () => [document.cookie, { ...sessionStorage }, { ...localStorage }, await indexedDB.databases(), await caches.keys()]);
		const everything = JSON.stringify([await seen(), sent, kept]);
		expect(sent.length).toBeGreaterThan(2);
		for (const way of [secret, encodeURIComponent(secret), secret.replaceAll(' ', '+'), secret.slice(0, 8)]) expect(everything).not.toContain(way);
	});
}

test('text that could break out of its place is shown as text', async ({ launch }) => {
	const { training, page } = await launch('small', 'pop-up');
	await begin(training);
	await expect(training.getByText('</script><script>window.broken = true</script>')).toBeVisible();
	expect(await page.evaluate(() => 'broken' in window)).toBe(false);
});
