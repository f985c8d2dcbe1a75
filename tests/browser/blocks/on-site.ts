import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Request } from '@playwright/test';
import { startSite, withDatabase, type Site } from '../../site.ts';
import { expect, rows, test as journey } from '../site/journey.ts';
import { EVERY_BLOCK, LENT_UNTIL, writeModules } from './every-block.ts';
import type { Learner } from './learner.ts';

/** A journey on a site that serves the modules of every-block.ts. */
export const test = journey.extend<{ module: string; learner: Learner }, { site: Site }>({
	module: [EVERY_BLOCK, { option: true }],
	site: [
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'alongside-blocks-'));
			writeModules(folder);
			const site = await startSite({ env: { MODULES: folder } });
			expect(site.log()).not.toContain('not published');
			endConsent(site);
			await use(site);
			await site.stop();
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	],
	learner: async ({ page, enter, site, module: slug, javaScriptEnabled }, use) => {
		const username = await enter('peer');
		const scripts = javaScriptEnabled !== false;
		const module = `/modules/${slug}`;
		const waiting = new Set<Request>();
		page.on('request', (request) => request.method() === 'POST' && waiting.add(request));
		for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', (request) => waiting.delete(request));
		await use({
			scripts,
			page,
			shown: page.locator('main'),
			open: (id) => visit(page, `${module}/page/${id}`, scripts),
			async comeBack() {
				if (scripts) await expect(page.getByRole('status').first()).toContainText('Saved to this site');
				await page.goto(module);
				await page.getByRole('link', { name: 'Continue' }).click();
				await expect(page.getByRole('article')).toBeVisible();
				if (scripts) await started(page);
			},
			async stored() {
				await expect.poll(() => waiting.size).toBe(0);
				return JSON.stringify(rows(site, 'SELECT state, started_at, ended_at FROM attempt WHERE person_id = ?', username));
			}
		});
	}
});

/** Opens a page and, where scripts run, waits for them. */
export async function visit(page: Page, path: string, scripts = true): Promise<void> {
	// What is on the page comes with its HTML; a picture may come later.
	await page.goto(path, { waitUntil: 'domcontentloaded' });
	if (scripts) await started(page);
}

/** Kit adds this element when everything on the page has been brought to life. */
const started = (page: Page) => page.locator('#svelte-announcer').waitFor({ state: 'attached' });

/** As if the day had passed until which somebody lent their words: the version is the one that was published before. */
function endConsent(site: Site): void {
	const { changes } = withDatabase(site, (database) => database.prepare("UPDATE version SET document = replace(document, ?, '2020-03-03') WHERE document LIKE '%' || ? || '%'").run(LENT_UNTIL, LENT_UNTIL));
	expect(changes).toBe(1);
}
