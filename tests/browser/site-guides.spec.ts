import { test } from './blocks/on-site.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { expect } from './site/journey.ts';

const GUIDE = '/guides/guide-peer-support-worker';
const SESSION = '/guides/session-managing-triggers';

test('the guides, one of them, its one page and a session plan can be used, with scripts and without', async ({ page, enter }) => {
	await enter('nurse');
	const scripts: string[] = [];
	page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
	for (const path of ['/guides', GUIDE, `${GUIDE}/one-page`, SESSION]) {
		await page.goto(path);
		await openDetails(page);
		await inspect(page, path);
	}
	// What loads no script needs none.
	expect(scripts).toEqual([]);
});

test('somebody finds a guide, goes to a part of it, and to its one page and back', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/');
	await page.getByRole('link', { name: 'Guides', exact: true }).click();
	for (const list of await page.locator('main ul').all()) {
		const titles = await list.getByRole('link').allInnerTexts();
		expect(titles, 'are in the order of the alphabet').toEqual(titles.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
	}
	const title = await page.locator(`a[href="${GUIDE}"]`).innerText();
	await page.locator(`a[href="${GUIDE}"]`).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const parts = page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('link');
	expect(await page.locator('.alongside-guide__part > h2').allInnerTexts()).toEqual(await parts.allInnerTexts());
	await parts.last().click();
	await expect(page.locator('.alongside-guide__part > h2').last()).toBeInViewport();
	await page.getByRole('link', { name: 'the guide in one page' }).click();
	await expect(page.locator('.alongside-guide__part')).toHaveCount(1);
	await page.getByRole('link', { name: 'The whole guide' }).click();
	await expect(page).toHaveURL(new RegExp(`${GUIDE}$`));
	await page.goto(SESSION);
	await page.getByRole('link', { name: 'Managing triggers' }).first().click();
	await expect(page).toHaveURL(/\/modules\/managing-triggers$/);
});

for (const path of [GUIDE, `${GUIDE}/one-page`, SESSION]) {
	test(`${path} on paper is its parts, without the way round the site`, async ({ page, enter }) => {
		await enter('nurse');
		await page.goto(path);
		const parts = await page.locator('.alongside-guide__part').count();
		await page.emulateMedia({ media: 'print' });
		for (const away of ['.nhsuk-header', '.nhsuk-footer', '.nhsuk-back-link', '.alongside-screen', '.nhsuk-skip-link']) {
			for (const found of await page.locator(away).all()) await expect(found).toBeHidden();
		}
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('.alongside-guide__part:visible')).toHaveCount(parts);
		await expect(page.getByText('Version', { exact: false }).last()).toBeVisible();
		// What stands in a line that opens cannot be opened on paper.
		const folded = await page.locator('main details').evaluateAll((all) => all.filter((details) => ![...details.children].at(-1)!.checkVisibility()).length);
		expect(folded).toBe(0);
	});
}
