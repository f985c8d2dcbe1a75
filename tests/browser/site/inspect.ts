import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks at a page as it is now: for what shuts people out, and for anything wider
 * than a narrow phone, which is also what a laptop shows at 400%. Frames are pages
 * of their own, looked at elsewhere.
 */
export async function inspect(page: Page, what: string): Promise<void> {
	// What axe calls legacy puts the results together in the page itself; the other way opens a second page each time, for frames of other sites.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').withTags(RULES).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
	expect.soft(found, `${what} (${page.url()})`).toEqual([]);
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 320, height: 256 });
	const wide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth > clientWidth ? [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > clientWidth).map((element) => element.outerHTML.slice(0, 100)) : [];
	});
	expect.soft(wide, `${what} at 320 pixels (${page.url()})`).toEqual([]);
	await page.setViewportSize(size);
}

/** Opens whatever can be opened on the page. */
export async function openDetails(page: Page): Promise<void> {
	await page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
}
