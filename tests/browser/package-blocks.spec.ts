import { ANSWERING, answeringAsPeer } from './blocks/answering.ts';
import { DRAGGING } from './blocks/dragging.ts';
import { EVERY_BLOCK, FOR_PEERS, LENT } from './blocks/every-block.ts';
import { expect, test } from './blocks/in-package.ts';
import { PLAYING, READING } from './blocks/reading.ts';

test.use({ actionTimeout: 10_000 });

for (const [what, body] of Object.entries({ ...ANSWERING, ...READING, ...PLAYING })) {
	test(what, ({ learner, context }) => body(learner, context));
}

test.describe('dragging', () => {
	test.use({ hasTouch: true });
	for (const [what, body] of Object.entries(DRAGGING)) test(what, ({ learner }) => body(learner));
});

test.describe('for peer workers', () => {
	test.use({ module: FOR_PEERS });
	test('that something was answered is kept, and not how', ({ learner }) => answeringAsPeer(learner));
});

test('a voice that was withdrawn, or is over, is not in a package, nor is its recording', ({ host }) => {
	const files = host.packages.find(LENT, 'scorm-1.2')!;
	const page = new TextDecoder().decode(files['index.html']);
	expect(page).toContain('These words are lent');
	expect(page).not.toMatch(/These words are (withdrawn|over)/);
	expect(Object.keys(files).filter((name) => name.startsWith('media/'))).toEqual(['media/lent.mp3']);
});

test('the script leaves every part that is only read as it was, and without it everything shows', async ({ browser, host }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
	const parts = () => page.locator('.alongside-still').evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
	await page.goto(host.package(EVERY_BLOCK));
	await expect(page.getByRole('button', { name: 'Start now' })).toBeVisible();
	const brought = await parts();
	expect(complaints).toEqual([]);
	await page.route('**/player.js', (route) => route.abort());
	await page.reload();
	await expect(page.getByText('Nothing is being recorded.')).toBeVisible();
	expect(await parts()).toEqual(brought);
	expect(brought.length).toBeGreaterThan(30);

	await expect(page.locator('.alongside-part:visible')).toHaveCount(await page.locator('.alongside-part').count());
	const unseen = await page.locator('main :is(h1, h2, p, li, img, audio, video)').evaluateAll((all) =>
		all.filter((element) => !element.closest('details, [popover]') && !element.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 80))
	);
	expect(unseen).toEqual([]);
	await expect(page.getByText('Each of these belongs to one of them:')).toHaveCount(2);
	for (const heading of ['In the meeting', 'The next morning']) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
	await context.close();
});
