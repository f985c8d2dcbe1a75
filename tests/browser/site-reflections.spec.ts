import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, join, onward, open, rows, tabTo, test } from './site/journey.ts';
import { inspect } from './site/inspect.ts';
import type { Site } from '../site.ts';

const MODULE = '/modules/working-alongside-peers';
const PAGE = `${MODULE}/page/the-different-roles`;
const SECRET = 'zanzibar in 1987';

const box = (page: Page) => page.getByLabel('Your thoughts, if you want to write');
const keep = (page: Page) => page.getByLabel('Keep on this device');
const told = (page: Page) => page.locator('.alongside-reflection__told');

/** What a tab and its device keep that begins as a reflection does. */
const stored = (page: Page) =>
	page.evaluate(() => [sessionStorage, localStorage].map((store) => Object.keys(store).filter((key) => key.startsWith('reflection ')).length));

/** Stands in for the browser's own window for printing, which no test can see: notes what would be on the paper. */
async function watchPrint(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const papers: string[] = [];
		Object.assign(window, {
			papers,
			print() {
				papers.push(document.querySelector<HTMLElement>('.alongside-paper')?.textContent ?? '');
			}
		});
	});
	return () => page.evaluate(() => (window as unknown as { papers: string[] }).papers);
}

/** Everything that leaves a browser: addresses, headers and bodies, also of beacons, and what goes over sockets. */
function sentBy(context: BrowserContext, page: Page): string[] {
	const sent: string[] = [];
	context.on('request', (request) => sent.push(`${request.url()} ${request.postDataBuffer()?.toString() ?? ''} ${JSON.stringify(request.headers())}`));
	page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(`socket ${payload}`)));
	return sent;
}

/** What a browser keeps in other places than the two that are meant for it. */
const keptElsewhere = (page: Page) =>
	page.evaluate(async () => ({
		cookies: document.cookie,
		databases: (await indexedDB.databases()).map(({ name }) => name),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		name: window.name,
		history: JSON.stringify(history.state)
	}));

test('what somebody writes, keeps, downloads, prints and clears is never sent, and is nowhere but where they chose', async ({ page, context, enter, site }) => {
	const username = await enter('nurse');
	const sent = sentBy(context, page);
	await open(page, PAGE);
	const papers = await watchPrint(page);
	await box(page).pressSequentially(SECRET);
	await box(page).press('Tab');
	expect(await stored(page)).toEqual([1, 0]);
	await keep(page).check();
	expect(await stored(page)).toEqual([0, 1]);
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
	expect(file.suggestedFilename()).toBe('notes.txt');
	expect(readFileSync(await file.path(), 'utf8')).toContain(SECRET);
	await page.getByRole('button', { name: 'Print' }).click();
	expect((await papers())[0]).toContain(SECRET);
	await page.getByRole('link', { name: 'Pause' }).first().click();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(box(page)).toHaveValue(SECRET);
	await onward(page).click();
	await expect(page).toHaveURL(/\/page\/what-they-do$/);
	await page.goBack();
	await page.goto('/reflections');
	await expect(page.getByText(SECRET)).toBeVisible();
	await page.goto(PAGE);
	await expect(box(page)).toHaveValue(SECRET);
	expect(await keptElsewhere(page)).toMatchObject({ cookies: '', databases: [], caches: [], workers: 0, name: '' });
	expect((await keptElsewhere(page)).history).not.toContain(SECRET);
	await page.getByRole('button', { name: 'Clear' }).click();
	await page.getByRole('button', { name: 'Yes, clear' }).click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(/\/sign-in$/);
	expect(sent.length).toBeGreaterThan(5);
	// With its spaces as they are, and as addresses and forms have them.
	for (const way of [SECRET, encodeURIComponent(SECRET), SECRET.replaceAll(' ', '+'), btoa(SECRET).slice(0, -2)]) {
		expect(sent.join('\n')).not.toContain(way);
		expect(site.log()).not.toContain(way);
		const tables = rows(site, "SELECT name FROM sqlite_schema WHERE type = 'table'").flatMap(({ name }) => rows(site, `SELECT * FROM "${String(name)}"`));
		expect(JSON.stringify(tables)).not.toContain(way);
	}
	expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(SECRET);
	expect(rows(site, 'SELECT COUNT(*) AS number FROM audit_entry WHERE person_id = ?', username)).toEqual([{ number: 0 }]);
});

test('the box has no name and stands in no form', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	expect(await box(page).evaluate((element: HTMLTextAreaElement) => [element.name, element.form])).toEqual(['', null]);
	expect(await keep(page).evaluate((element: HTMLInputElement) => [element.name, element.form])).toEqual(['', null]);
});

test('what is written is there again when its writer comes back within the visit, and goes at the end of it', async ({ page, context, enter, site }) => {
	const nurse = await enter('nurse');
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await expect(page.getByText('It stays in this tab until you sign out')).toBeVisible();
	await onward(page).click();
	await expect(page).toHaveURL(/what-they-do/);
	await open(page, PAGE);
	await expect(box(page)).toHaveValue(SECRET);
	const other = await context.newPage();
	await open(other, PAGE);
	await expect(box(other)).toHaveValue('');
	await other.close();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.waitForURL(/sign-in/);
	expect(await stored(page)).toEqual([0, 0]);
	await join(site, context, nurse);
	await open(page, PAGE);
	await expect(box(page)).toHaveValue('');
});

for (const [way, out] of [
	['signing out', (page: Page) => page.getByRole('button', { name: 'Sign out' }).click()],
	[
		'signing out everywhere',
		async (page: Page) => {
			await page.goto('/my-record/sessions');
			await page.getByRole('button', { name: 'Sign out everywhere' }).click();
		}
	],
	['coming to the sign-in page', (page: Page) => page.goto('/sign-in')]
] as const) {
	test(`${way} in one tab ends the visit in every other one`, async ({ page, context, enter }) => {
		await enter('nurse');
		await open(page, PAGE);
		await box(page).fill(SECRET);
		const cleared = await context.newPage();
		await open(cleared, PAGE);
		await box(cleared).fill(SECRET);
		await cleared.getByRole('button', { name: 'Clear' }).click();
		await cleared.getByRole('button', { name: 'Yes, clear' }).click();
		const list = await context.newPage();
		await open(list, PAGE);
		await box(list).fill(SECRET);
		await open(list, '/reflections');
		await expect(list.getByText(SECRET)).toBeVisible();
		const still = await context.newPage();
		await open(still, PAGE);
		await box(still).fill(SECRET);
		await still.goto('/support');
		const leaving = await context.newPage();
		await leaving.goto('/');
		await out(leaving);
		await leaving.waitForURL(/sign-in/);
		await expect(page.getByText('The visit in this browser has ended. What you wrote in this tab is gone.')).toBeVisible();
		await expect(box(page)).toHaveCount(0);
		await expect(cleared.getByRole('button', { name: 'Put it back' })).toHaveCount(0);
		await expect(list.getByText(SECRET)).toHaveCount(0);
		for (const tab of [page, cleared, list]) {
			expect(await tab.locator('html').innerHTML()).not.toContain(SECRET);
			expect(await tab.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(SECRET);
		}
		await inspect(page, 'a module whose visit has ended in another tab');
		// A page without scripts hears of nothing; the first one with them takes everything away.
		await enter('doctor');
		await open(still, '/reflections');
		expect(await stored(still)).toEqual([0, 0]);
	});
}

test('how far down somebody was goes with the visit, in every tab', async ({ page, context, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	const places = () => page.evaluate(() => sessionStorage.getItem('places'));
	await page.mouse.wheel(0, 300);
	await expect.poll(places).not.toBeNull();
	const other = await context.newPage();
	await other.goto('/sign-in');
	await expect.poll(places).toBeNull();
	// Whoever is here now is no part of that visit.
	await page.mouse.wheel(0, 100);
	await page.waitForTimeout(2500);
	expect(await places()).toBeNull();
});

const OFFER = 'You wrote this in another tab';
const fromOther = (page: Page) => page.locator('.alongside-reflection__other');

test('two tabs that keep the same box on the device lose nothing of each other', async ({ page, context, enter }) => {
	await enter('nurse');
	const other = await context.newPage();
	for (const tab of [page, other]) await open(tab, PAGE);
	await box(page).fill('First words.');
	await keep(page).check();
	await expect(fromOther(other)).toContainText('First words.');
	await box(other).fill('Second words.');
	await keep(other).check();
	await expect(told(other)).toContainText('stays in this tab until you choose');
	expect(await page.evaluate(() => JSON.stringify(Object.values(localStorage)))).toContain('First words.');
	await open(other, PAGE);
	await expect(box(other)).toHaveValue('Second words.');
	await expect(fromOther(other)).toContainText(OFFER);
	await expect(fromOther(other)).toContainText('First words.');
	await inspect(other, 'a reflection with other words from another tab');
	await other.getByRole('button', { name: 'Keep this' }).click();
	await expect(box(other)).toBeFocused();
	await expect(fromOther(other)).toHaveCount(0);
	await expect(fromOther(page)).toContainText('Second words.');
	await expect(box(page)).toHaveValue('First words.');
	await page.getByRole('button', { name: 'Use that' }).click();
	await expect(box(page)).toHaveValue('Second words.');
	await expect(box(page)).toBeFocused();
	await expect(keep(page)).toBeChecked();
	await box(page).fill('Second words, and more.');
	await expect(fromOther(other)).toContainText('Second words, and more.');
	expect(await stored(page)).toEqual([0, 1]);
});

test('what one tab takes off the device is still on the screen of another', async ({ page, context, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await keep(page).check();
	const other = await context.newPage();
	await open(other, PAGE);
	await keep(other).uncheck();
	await expect(keep(page)).not.toBeChecked();
	await expect(told(page)).toHaveText('You took this off the device in another tab. It is still in this tab.');
	expect(await stored(page)).toEqual([1, 0]);
});

test('somebody else who signs in here is shown nothing of it', async ({ page, context, enter, person, site }) => {
	const nurse = await enter('nurse');
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await keep(page).check();
	// Without signing out first, as on a computer that somebody has left.
	await join(site, context, person('doctor'));
	for (const path of [PAGE, '/reflections']) {
		await open(page, path);
		expect(await page.locator('body').innerText()).not.toContain(SECRET);
	}
	await expect(page.getByText('There is nothing here now')).toBeVisible();
	await open(page, PAGE);
	await expect(box(page)).toHaveValue('');
	await join(site, context, nurse);
	await open(page, PAGE);
	await expect(box(page)).toHaveValue(SECRET);
	await expect(keep(page)).toBeChecked();
	await keep(page).uncheck();
	expect(await stored(page)).toEqual([1, 0]);
	await join(site, context, person('doctor'));
	await open(page, PAGE);
	expect(await stored(page)).toEqual([0, 0]);
});

test('clearing asks once, and can be undone, with the keyboard alone', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await tabTo(page, /^Clear$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'No, keep' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'Clear' })).toBeFocused();
	await expect(box(page)).toHaveValue(SECRET);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(box(page)).toHaveValue('');
	expect(await stored(page)).toEqual([0, 0]);
	await expect(page.getByRole('button', { name: 'Put it back' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(box(page)).toHaveValue(SECRET);
	expect(await stored(page)).toEqual([1, 0]);
});

test('where the browser lets pages keep nothing, that is said, and writing still works', async ({ page, enter }) => {
	await enter('nurse');
	await page.addInitScript(() => {
		for (const name of ['sessionStorage', 'localStorage']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('Access is denied for this document.', 'SecurityError');
				}
			});
		}
	});
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await expect(page.getByText('Only you see this. Your browser does not let this page keep anything. You can write, and it goes when you leave this page.')).toBeVisible();
	await expect(page.getByText('until you sign out')).toHaveCount(0);
	await expect(keep(page)).toHaveCount(0);
	await expect(told(page)).toHaveText('');
	await expect(page.getByRole('button', { name: 'Download' })).toBeVisible();
	await inspect(page, 'a reflection that can be kept nowhere');
	await open(page, '/reflections');
	await expect(page.getByText('Your browser does not let this page keep anything. So there can be none here')).toBeVisible();
});

test('where tabs cannot tell each other anything, the hint says to close them', async ({ page, enter }) => {
	await enter('nurse');
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', { get: () => null });
	});
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await expect(page.getByText('It stays in this tab until you close it. When you go, close every tab.')).toBeVisible();
	await expect(keep(page)).toHaveCount(0);
});

test('where the device is full, that is said, and the visit keeps it', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	await page.evaluate(() => {
		let piece = 'x'.repeat(1_000_000);
		for (let count = 0; piece.length > 0; count += 1) {
			try {
				localStorage.setItem(`filler ${count}`, piece);
			} catch {
				piece = piece.slice(0, piece.length >> 1);
			}
		}
	});
	await keep(page).check();
	await box(page).fill(SECRET);
	await expect(told(page)).toContainText('There is no room left on this device. What you wrote last stays in this tab only');
	expect(await stored(page)).toEqual([1, 0]);
	await page.evaluate(() => localStorage.clear());
	await box(page).pressSequentially('!');
	await expect(told(page)).toHaveText('Kept on this device.');
	expect(await stored(page)).toEqual([0, 1]);
});

test('what is kept can be found in a list with its questions, and taken away there', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, '/reflections');
	await expect(page.getByText('There is nothing here now')).toBeVisible();
	await open(page, PAGE);
	await page.getByRole('link', { name: 'Your reflections' }).click();
	await expect(page).toHaveURL(/\/reflections$/);
	await open(page, PAGE);
	const asked = (await page.locator('.alongside-reflection p').first().innerText()).trim();
	await box(page).fill(SECRET);
	await keep(page).check();
	await open(page, '/reflections');
	await expect(page.getByRole('heading', { name: asked })).toBeVisible();
	await expect(page.locator('main')).toContainText('Kept on this device.');
	await inspect(page, 'the list of reflections');
	const papers = await watchPrint(page);
	await page.getByRole('button', { name: 'Print all' }).click();
	await page.emulateMedia({ media: 'print' });
	expect((await papers())[0]).toContain(asked);
	await expect(page.locator('.alongside-paper')).toBeVisible();
	await expect(page.locator('main')).toBeHidden();
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await expect(page.locator('.alongside-paper')).toHaveCount(0);
	await page.emulateMedia({ media: 'screen' });
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download all' }).click()]);
	expect(readFileSync(await file.path(), 'utf8')).toContain(`${asked}\n\n${SECRET}\n`);
	await page.getByRole('button', { name: 'Clear: ' }).click();
	await page.getByRole('button', { name: 'Yes, clear' }).click();
	expect(await stored(page)).toEqual([0, 0]);
	await page.getByRole('button', { name: 'Put it back' }).click();
	expect(await stored(page)).toEqual([0, 1]);
	await page.getByRole('button', { name: 'Clear all' }).click();
	await page.getByRole('button', { name: 'Yes, clear' }).click();
	await expect(page.getByText('There is nothing here now')).toBeVisible();
	expect(await stored(page)).toEqual([0, 0]);
	await page.getByRole('button', { name: 'Put it back' }).click();
	await expect(page.getByRole('heading', { name: asked })).toBeVisible();
});

test('behind a note, what somebody wrote opens nothing by itself, and the requests are the same', async ({ page, enter, site, context }) => {
	await enter('peer');
	const [noted] = notedReflections(site);
	const sent: string[] = [];
	context.on('request', (request) => !request.url().includes('/_app/') && sent.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`));
	await open(page, noted!);
	await page.getByText(/^Read this (page|part)$/).first().click();
	await box(page).first().fill(SECRET);
	const before = [...sent];
	await open(page, noted!);
	await expect(page.locator('details[open]')).toHaveCount(0);
	expect(sent.slice(before.length)).toEqual(before);
});

/** The pages with a reflection that stands behind a note. */
function notedReflections(site: Site): string[] {
	const modules = rows(site, 'SELECT document FROM version').map(({ document }) => JSON.parse(String(document)));
	return modules.flatMap(({ slug, pages }) =>
		pages
			.filter(({ note, blocks }: { note?: unknown; blocks: { kind: string; note?: unknown; box?: boolean }[] }) => blocks.some((block) => block.kind === 'reflection' && block.box && (note ?? block.note)))
			.map(({ id }: { id: string }) => `/modules/${slug}/page/${id}`)
	);
}

test('the box can be used by everybody', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, PAGE);
	await box(page).fill(SECRET);
	await inspect(page, 'a reflection');
	await page.getByRole('button', { name: 'Clear' }).click();
	await inspect(page, 'a reflection that is about to be cleared');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 600 } });

	test('there is a plain box, and the list says that it cannot show anything', async ({ page, enter }) => {
		await enter('nurse');
		await page.goto(PAGE);
		await box(page).fill(SECRET);
		await expect(page.getByText('it goes when you leave this page')).toBeVisible();
		await expect(keep(page)).toHaveCount(0);
		await page.goto('/reflections');
		await expect(page.locator('noscript p')).toBeVisible();
		expect(await page.locator('noscript p').innerText()).toContain('If you kept something here before, with scripts on, it may still be in this browser');
		await expect(page.getByRole('button', { name: /Clear|Download|Print/ })).toHaveCount(0);
	});
});
