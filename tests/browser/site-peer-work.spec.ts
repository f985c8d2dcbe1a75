import type { Page } from '@playwright/test';
import { inspect, openDetails } from './site/inspect.ts';
import { BOTH_WAYS, completions, expect, goThrough, join, onward, open, rows, tabTo } from './site/journey.ts';
import { ELSEWHERE, test } from './site/peer-work-site.ts';

const PAGES = ['/peer-work', '/peer-work/pathway', '/peer-work/entitlements', '/peer-work/speaking-up', '/stories', '/stories/story-arabic'];
const LANGUAGES = [
	{ name: 'welsh', lang: 'cy', dir: 'ltr', title: "Gweithio gyda'n gilydd", story: 'Paned o de', words: "Croeso i'r modiwl hwn." },
	{ name: 'arabic', lang: 'ar', dir: 'rtl', title: 'العمل معًا', story: 'كوب شاي', words: 'مرحبًا بكم في هذا الدرس.' }
];
const PEERS = '/modules/managing-triggers';
const STAFF = '/modules/working-alongside-peers';

const leaving = (page: Page) => page.getByRole('link', { name: 'Leave this page quickly' });

test('the peer work pages can be used, without any script', async ({ page, enter }) => {
	await enter('nurse');
	const scripts: string[] = [];
	page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
	for (const path of PAGES) {
		await page.goto(path);
		await openDetails(page);
		await inspect(page, path);
	}
	expect(scripts).toEqual([]);
});

test('with the keyboard, somebody gets from the header to what they are entitled to, by role and by stage', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/');
	await tabTo(page, /^Peer work$/);
	await page.keyboard.press('Enter');
	await page.waitForURL('/peer-work');
	await tabTo(page, /^What you are entitled to$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you are entitled to');
	await expect(page.getByText('Draft: not yet reviewed by peer workers')).toBeVisible();
	await tabTo(page, /^by role$/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'By role' })).toBeInViewport();
	for (const role of ['Peer support worker', 'Peer trainer', 'Expert by experience or PPI member', 'Peer lead']) {
		const table = page.getByRole('heading', { name: role, exact: true }).locator('xpath=following::table[1]');
		for (const question of ['What, and how long', 'Paid time', 'Who leads it', 'How to ask', 'After a no']) await expect(table.getByRole('cell', { name: question, exact: true })).toBeVisible();
	}
	await page.getByRole('link', { name: 'by stage' }).click();
	await expect(page.getByRole('heading', { name: 'Training at each stage' })).toBeInViewport();
});

test('the speaking-up page says first where independent routes are, and that nothing is watched; Get support leads there', async ({ page, enter }) => {
	await enter('doctor');
	await page.goto('/support');
	await page.getByRole('link', { name: 'ways to speak up' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Speaking up');
	await expect(page.getByText('This site does not watch what you read, and passes nothing on')).toBeVisible();
	const parts = await page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('link').allInnerTexts();
	expect(parts.indexOf('Independent routes first')).toBeLessThan(parts.indexOf('Other routes'));
});

test('the pathway is the same bytes for a peer worker, a manager and a nurse', async ({ browser, enter, site }) => {
	const pages = await Promise.all(
		['nurse', 'experienced-peer', 'manager', 'peer'].map(async (like) => {
			const context = await browser.newContext({ baseURL: site.origin });
			await enter(like, context);
			const answers = await Promise.all(PAGES.map(async (path) => (await context.request.get(path)).body()));
			await context.close();
			// Kit numbers scripts and styles with a nonce of each answer's own.
			return answers.map((body) => body.toString().replace(/nonce="[^"]*"/g, ''));
		})
	);
	for (const other of pages.slice(1)) expect(other).toEqual(pages[0]);
	expect(pages[0]![1]).toContain('Managing triggers at work');
	expect(pages[0]![1]).not.toMatch(/– done|Completed on|To do|Due/);
});

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('before their first day, somebody signs in, finds the pathway, and completes a module for before the role', async ({ page, person, site }) => {
			const username = person('peer');
			const [{ since }] = rows(site, "SELECT since FROM audience_member WHERE person_id = ? AND audience = 'peers'", username) as [{ since: string }];
			expect(since > new Date().toISOString().slice(0, 10)).toBe(true);
			await page.goto('/peer-work/pathway');
			await page.getByLabel('Username').fill(username);
			await page.getByLabel('Password', { exact: true }).fill('demonstration');
			await page.getByRole('button', { name: 'Sign in' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('The peer pathway');
			await expect(page.getByText('You can open all of them now, also before your first day')).toBeVisible();
			await page.getByRole('link', { name: LANGUAGES[0]!.title }).click();
			await goThrough(page);
			await onward(page).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
			expect(completions(site, username)).toEqual(['ok-welsh']);
		});

		test('leaving quickly is a plain link on the pages of a module for peer workers, whoever reads them', async ({ page, enter, context, watch }) => {
			watch.expected.push(/^Asked elsewhere: https:\/\/elsewhere\.example\/weather/);
			await enter('nurse');
			const asked: (string | null)[] = [];
			await context.route(`${ELSEWHERE}*`, async (route) => {
				asked.push(await route.request().headerValue('referer'));
				await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Rain</h1>' });
			});
			for (const path of [PEERS, `${PEERS}/page/places`, `${PEERS}/pause`]) {
				await page.goto(path);
				await expect(leaving(page)).toHaveAttribute('href', ELSEWHERE);
				await expect(leaving(page)).toHaveAttribute('rel', 'nofollow noreferrer');
				await expect(page.getByText('does not clear your browser')).toBeVisible();
			}
			await leaving(page).click();
			await expect(page).toHaveTitle('Weather');
			expect(asked).toEqual([null]);
			for (const path of [STAFF, `${STAFF}/page/check`, '/']) {
				await page.goto(path);
				await expect(leaving(page)).toHaveCount(0);
			}
		});
	});
}

test('where scripts run, leaving quickly takes the page out of the way back, and Shift pressed 3 times does the same', async ({ page, enter, context, site, watch }) => {
	watch.expected.push(/^Asked elsewhere: https:\/\/elsewhere\.example\/weather/);
	const username = await enter('nurse');
	await context.route(`${ELSEWHERE}*`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Rain</h1>' }));
	await page.goto('/peer-work');
	await open(page, `${PEERS}/page/places`);
	await expect(page.getByText('Pressing Shift 3 times does the same')).toBeVisible();
	await page.keyboard.press('Shift');
	await expect(page.getByText('Press 2 more times to leave this page')).toBeAttached();
	await page.keyboard.press('a');
	await expect(page.getByText('to leave this page.')).toHaveCount(0);
	await page.keyboard.type('TEA! TEA');
	expect(page.url()).toContain(PEERS);
	await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
	await expect(leaving(page)).toBeInViewport();
	await page.keyboard.press('b');
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
	await expect(page).toHaveTitle('Weather');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Peer work');
	await open(page, `${PEERS}/page/places`);
	await leaving(page).click();
	await expect(page).toHaveTitle('Weather');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Peer work');
	expect(rows(site, 'SELECT * FROM attempt WHERE person_id = ?', username)).toEqual([]);
});

for (const [size, follows] of [
	[{ width: 320, height: 640 }, false],
	[{ width: 1280, height: 400 }, false],
	[{ width: 1280, height: 720 }, true]
] as const) {
	test(`in a window of ${size.width} by ${size.height} the link to leave ${follows ? 'follows, and' : 'stands at the top, and'} never covers what has the focus`, async ({ page, enter }) => {
		await page.setViewportSize(size);
		await enter('nurse');
		await open(page, `${PEERS}/page/places`);
		await openDetails(page);
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		if (follows) await expect(leaving(page)).toBeInViewport();
		else await expect(leaving(page)).not.toBeInViewport();
		const covered = () =>
			page.evaluate(() => {
				const [focused, link] = [document.activeElement!, document.querySelector('.alongside-leave a')!];
				const [one, other] = [focused, link].map((element) => element.getBoundingClientRect());
				const apart = one!.bottom <= other!.top || one!.top >= other!.bottom || one!.right <= other!.left || one!.left >= other!.right;
				return focused === link || focused === document.body || apart ? '' : focused.outerHTML;
			});
		for (const key of ['Shift+Tab', 'Tab']) {
			for (let presses = 0; presses < 40; presses += 1) {
				await page.keyboard.press(key);
				expect(await covered()).toBe('');
			}
		}
	});
}

test('a module page with the link to leave can be used', async ({ page, enter }) => {
	await enter('nurse');
	for (const path of [PEERS, `${PEERS}/page/places`]) {
		await page.goto(path);
		await openDetails(page);
		await inspect(page, path);
	}
});

test('Pause is above a long page too, and leads to the same place', async ({ page, enter }) => {
	await page.setViewportSize({ width: 320, height: 500 });
	await enter('nurse');
	await open(page, `${STAFF}/page/the-different-roles`);
	const links = page.getByRole('link', { name: 'Pause' });
	await expect(links).toHaveCount(2);
	await expect(links.first()).toBeInViewport();
	expect(await links.first().getAttribute('href')).toBe(await links.last().getAttribute('href'));
});

test('a story without the approval of a peer role is nowhere', async ({ page, enter, watch }) => {
	watch.expected.push(/status of 404/);
	await enter('nurse');
	await page.goto('/stories');
	await expect(page.getByRole('link', { name: 'A sample' })).toHaveCount(0);
	expect((await page.goto('/stories/story-unapproved'))!.status()).toBe(404);
	expect((await page.goto('/guides/story-welsh'))!.status()).toBe(404);
});

/** The words of a module's pages that are the site's own, and what they stand in, where their language is not English. */
const misread = (page: Page) =>
	page.locator('main').evaluate((main) => {
		const found: string[] = [];
		const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const { textContent, parentElement } = walker.currentNode;
			const spoken = parentElement!.closest('[lang]')!.getAttribute('lang')!;
			if (!spoken.startsWith('en') && /\b(you|your|page|to|the|what|of|now|read|continue|finish|pause|answer|learn|feedback|here)\b/i.test(textContent ?? '')) found.push(textContent!.trim());
		}
		return found;
	});

for (const { name, lang, dir, title, story, words } of LANGUAGES) {
	test(`on the pages of a module in ${name} the site's own words say that they are English`, async ({ page, enter }) => {
		await enter('experienced-peer');
		await page.goto(`/modules/ok-${name}`);
		expect(await misread(page)).toEqual([]);
		await page.getByRole('button', { name: 'Start now' }).click();
		await open(page, `/modules/ok-${name}/page/welcome`);
		// The caption is one line with the module's title in it, and the list of answers is opened by words alone.
		const caption = /: page \d of \d$/;
		expect((await misread(page)).filter((text) => !caption.test(text))).toEqual([]);
		await open(page, `/modules/ok-${name}/page/check`);
		await page.locator('.alongside-question form').getByRole('radio').first().check();
		await page.locator('.alongside-question form').getByRole('button').click();
		await expect(page.locator('.alongside-feedback')).toBeVisible();
		expect((await misread(page)).filter((text) => !caption.test(text) && text !== 'See what we say about every answer')).toEqual([]);
		await page.goto(`/modules/ok-${name}/versions`);
		for (const found of await page.locator('main').getByText(title, { exact: true }).all()) {
			expect(await found.evaluate((element) => element.closest('[lang]')!.getAttribute('lang'))).toBe(lang);
		}
	});

	test(`what is written in ${name} says so on its pages and in every list`, async ({ page, enter, context, site }) => {
		const username = await enter('experienced-peer');
		/** The language and direction of the element with these words, or the nearest around it that says so. */
		const spoken = async (text: string) => {
			const found = page.locator('main').getByText(text, { exact: true }).first();
			await expect(found).toBeVisible();
			return found.evaluate((element) => [element.closest('[lang]')!.getAttribute('lang'), getComputedStyle(element).direction]);
		};
		for (const path of ['/', '/peer-work/pathway', `/modules/ok-${name}`]) {
			await page.goto(path);
			expect(await spoken(title), path).toEqual([lang, dir]);
		}
		for (const path of ['/stories', `/stories/story-${name}`]) {
			await page.goto(path);
			expect(await spoken(story), path).toEqual([lang, dir]);
		}
		await page.goto(`/modules/ok-${name}`);
		await page.getByRole('button', { name: 'Start now' }).click();
		await open(page, `/modules/ok-${name}/page/welcome`);
		await expect(page.locator('article')).toContainText(words);
		expect(await page.locator('article').evaluate((element) => [element.closest('[lang]')!.getAttribute('lang'), getComputedStyle(element).direction])).toEqual([lang, dir]);
		await page.getByLabel('Your thoughts, if you want to write').fill(words);
		await inspect(page, `a page in ${name}`);
		// Also the player's own words in between, whose language runs the other way.
		const side = dir === 'rtl' ? 'right' : 'left';
		const hint = page.locator('.alongside-reflection .nhsuk-hint').first();
		expect(await hint.evaluate((element) => [getComputedStyle(element).textAlign.replace('start', 'left'), getComputedStyle(element).unicodeBidi])).toEqual([side, dir === 'rtl' ? 'plaintext' : 'isolate']);
		await page.goto('/');
		expect(await spoken(title), 'under way').toEqual([lang, dir]);
		await page.goto(`/modules/ok-${name}`);
		await page.getByRole('link', { name: 'Continue' }).click();
		for (;;) {
			const form = page.locator('.alongside-question form');
			if ((await form.count()) > 0) {
				await form.getByRole('radio').first().check();
				await form.getByRole('button').click();
				await expect(page.locator('.alongside-feedback')).toBeVisible();
			}
			const last = (await onward(page).innerText()) === 'Finish';
			await onward(page).click();
			if (last) break;
		}
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
		await join(site, context, username);
		await page.goto('/');
		expect(await spoken(title), 'done').toEqual([lang, dir]);
	});
}

test('on paper, the pathway and what people are entitled to are without the way round the site', async ({ page, enter }) => {
	await enter('nurse');
	for (const path of ['/peer-work/pathway', '/peer-work/entitlements', '/stories/story-welsh']) {
		await page.goto(path);
		await page.emulateMedia({ media: 'print' });
		for (const away of ['.nhsuk-header', '.nhsuk-footer', '.nhsuk-back-link', '.nhsuk-skip-link']) {
			for (const found of await page.locator(away).all()) await expect(found).toBeHidden();
		}
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
});
