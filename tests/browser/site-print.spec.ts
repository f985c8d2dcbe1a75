import type { Page } from '@playwright/test';
import { expect, open, test } from './site/journey.ts';
import { printedText } from './package-host/printed.ts';

const REFLECTION = '/modules/working-alongside-peers/page/the-different-roles';

/** The colours of an element, and of the nearest thing behind it that has one. */
const colours = (page: Page, selector: string) =>
	page.locator(selector).first().evaluate((element) => {
		let behind: Element | null = element;
		while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
		return [getComputedStyle(element).color, behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'];
	});

const printed = async (page: Page) => printedText(await page.pdf({ format: 'A4', printBackground: true }));

test('what helps in danger is black on white on paper, with its numbers', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/support');
	await page.emulateMedia({ media: 'print' });
	for (const selector of ['a[href="tel:999"]', 'a[href="tel:111"]', '.nhsuk-card--care--emergency h2']) {
		expect(await colours(page, selector), selector).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
	}
	expect(await page.locator('.nhsuk-card--care--emergency').evaluate((card) => getComputedStyle(card).borderTopStyle)).toBe('solid');
	const text = await printed(page);
	expect(text).toContain('999.');
	expect(text).not.toContain('tel:');
});

test('on paper only whole addresses stand beside their links', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/privacy');
	const addresses = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	expect(addresses.some((address) => address.startsWith('http'))).toBe(true);
	expect(addresses.some((address) => /^[/#]/.test(address))).toBe(true);
	await page.emulateMedia({ media: 'print' });
	const beside = await page.locator('main a').evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
	expect(beside.map((content) => content.includes('Link'))).toEqual(addresses.map((address) => address.startsWith('http')));
});

test('all of what somebody wrote is on the paper of its page', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, REFLECTION);
	const lines = Array.from({ length: 30 }, (_, index) => `Thought${index + 1}end`);
	await page.getByLabel('Your thoughts, if you want to write').fill(lines.join('\n'));
	const text = await printed(page);
	expect(lines.filter((line) => !text.includes(line))).toEqual([]);
	expect(text.match(/Thought7end/g)).toHaveLength(1);
});
