import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { answerAll, press, shown } from './package-host/learner.ts';
import { expect, test } from './package-host/test.ts';
import { printedText } from './package-host/printed.ts';
import type { Host } from './package-host/server.ts';

/** Writes a package of plain HTML to the disk, as somebody does who unpacks it, and says where its page is. */
function unpack(host: Host, name: string, info: TestInfo): string {
	const files = host.packages.find(name, 'html')!;
	for (const [file, bytes] of Object.entries(files)) {
		const path = info.outputPath('a folder & more', file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, bytes);
	}
	return pathToFileURL(info.outputPath('a folder & more', 'index.html')).href;
}

/** What a copy has no use for. */
const OF_SYSTEMS = /learning (system|record)|LMS|SCORM|Save and exit|record(ed|ing)? .*(system|completion)/i;
const REASONS = ['former', 'latter', 'first', 'second', 'third'].map((which) => `Reason of the ${which}.`);

async function noWordOfSystems(page: Page): Promise<void> {
	expect(await page.locator('body').evaluate((body) => body.querySelector('#player')!.textContent)).not.toMatch(OF_SYSTEMS);
}

/** Every page, every reason, and what a note is over. */
async function everythingOnPaper(page: Page): Promise<void> {
	const printed = printedText(await page.pdf({ format: 'A4' }));
	const words = ['Hello', 'Something hard', 'The short version.', 'The whole page.', 'A question on a page with a note:', 'One of these:', 'Which of these?', ...REASONS, 'Get support'];
	expect(words.filter((text) => !printed.includes(text.replace(/\s/g, '')))).toEqual([]);
}

for (const javaScriptEnabled of [true, false]) {
	test(`a copy opens from the disk and goes on paper whole, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({ browser, host }, info) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		const failed: string[] = [];
		page.on('requestfailed', (request) => failed.push(request.url()));
		page.on('console', (message) => ['error', 'warning'].includes(message.type()) && failed.push(message.text()));
		await page.goto(unpack(host, 'small', info));
		if (javaScriptEnabled) await expect(page.getByRole('button', { name: 'Start now' })).toBeVisible();
		await everythingOnPaper(page);
		if (javaScriptEnabled) {
			await noWordOfSystems(page);
			await press(page, 'Start now');
			await press(page, 'Continue');
			await shown(page).getByText('Read this page', { exact: true }).click();
			await expect(page.getByText('The whole page.')).toBeVisible();
			await press(page, 'Continue');
			await answerAll(page);
			await expect(page.getByText('Reason of the former.').first()).toBeVisible();
			await press(page, 'Finish');
			await expect(page.getByText('because there is no learning record here')).toHaveCount(0);
			await noWordOfSystems(page);
			await press(page, 'Pause');
			await expect(page.getByRole('button', { name: 'Finish for today' })).toHaveCount(0);
			await noWordOfSystems(page);
		} else {
			for (const title of ['Hello', 'Something hard', 'The end', 'Get support']) await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
			for (const summary of await page.locator('summary').all()) await summary.click();
			for (const reason of REASONS) await expect(page.getByText(reason)).toBeVisible();
			await expect(page.getByRole('button')).toHaveCount(0);
			expect(await page.locator('#player').innerText()).not.toMatch(OF_SYSTEMS);
		}
		// Also after something was answered and opened.
		await everythingOnPaper(page);
		expect(failed).toEqual([]);
		await context.close();
	});
}
