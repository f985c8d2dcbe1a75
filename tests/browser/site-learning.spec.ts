import { BOTH_WAYS, advance, answer, completions, expect, goThrough, join, onward, open, question, rows, test } from './site/journey.ts';

const STAFF = '/modules/working-alongside-peers';
const PEERS = '/modules/managing-triggers';

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('somebody signs in, completes a module, and it is recorded once', async ({ page, person, site }) => {
			const username = person('nurse');
			await page.goto('/');
			await expect(page).toHaveURL(/\/sign-in\?next=%2F$/);
			await page.getByLabel('Username').fill(username);
			await page.getByLabel('Password', { exact: true }).fill('demonstration');
			await page.getByRole('button', { name: 'Sign in' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('My training');
			await page.getByRole('link', { name: 'Working alongside peer workers', exact: true }).click();
			await goThrough(page);
			await onward(page).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
			expect(completions(site, username)).toEqual(['working-alongside-peers']);
			expect(rows(site, 'SELECT state FROM attempt WHERE person_id = ?', username)).toEqual([{ state: '' }]);
			await page.getByRole('link', { name: 'Go to my training' }).click();
			await expect(page.locator('.alongside-training > li', { hasText: 'Completed on' })).toContainText('Working alongside peer workers');
		});

		test('somebody stops half-way and goes on elsewhere, on the same page with the same answers', async ({ page, enter, site, browser }) => {
			const username = await enter('nurse');
			await page.goto(STAFF);
			await page.getByRole('button', { name: 'Start now' }).click();
			await onward(page).click();
			await expect(page).not.toHaveURL(/\/page\/check-in$|\/modules\/[^/]+$/);
			await page.goto(`${STAFF}/page/check`);
			await answer(page, 'who-needs-training', 'b');
			if (javaScriptEnabled) await expect(page.getByText('Saved to this site')).toBeVisible();

			const elsewhere = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
			await join(site, elsewhere, username);
			const other = await elsewhere.newPage();
			await other.goto('/');
			await expect(other.locator('.alongside-training > li', { hasText: 'Working alongside' })).toContainText('You are on the page "');
			await other.getByRole('link', { name: 'Working alongside peer workers', exact: true }).click();
			await expect(other.getByRole('listitem').filter({ hasText: 'How are you arriving?' })).toContainText('done');
			await other.getByRole('link', { name: 'Continue' }).click();
			await expect(other).toHaveURL(/\/page\/check$/);
			await expect(question(other, 'who-needs-training').locator('input[value=b]')).toBeChecked();
			await expect(other.locator('#feedback-who-needs-training')).toContainText('They have modules of their own');
			await expect(other.locator('.alongside-feedback')).toHaveCount(1);
			await elsewhere.close();
		});

		test('sending an answer without choosing one says so, and loses nothing', async ({ page, enter, watch }) => {
			watch.expected.push(/status of 400/);
			await enter('nurse');
			await page.goto(`${STAFF}/page/check`);
			await answer(page, 'first-question', 'b');
			await question(page, 'risk-to-a-child').getByRole('button').click();
			await expect(question(page, 'risk-to-a-child')).toContainText('Choose an answer');
			await expect(question(page, 'risk-to-a-child')).toBeInViewport();
			await expect(page.locator('#feedback-risk-to-a-child')).toHaveCount(0);
			await expect(question(page, 'first-question').locator('input[value=b]')).toBeChecked();
			await expect(page.locator('#feedback-first-question')).toBeVisible();
			await answer(page, 'risk-to-a-child', 'c');
			await expect(question(page, 'risk-to-a-child')).not.toContainText('Choose an answer');
		});

		test('what there is to learn from an answer comes into view, also where the answer is not kept', async ({ page, enter }) => {
			await enter('peer');
			for (const [module, id] of [[STAFF, 'no-clinical-caseload'], [PEERS, 'same-place-again']] as const) {
				await page.goto(`${module}/page/check`);
				await answer(page, id, 'a');
				await expect(page.locator(`#feedback-${id} .nhsuk-heading-s`)).toBeInViewport();
			}
		});

		test('pressing a button twice does a thing once', async ({ page, enter, site }) => {
			const username = await enter('nurse');
			await advance(site, username, STAFF, 'support');
			await page.goto(`${STAFF}/page/support`);
			await onward(page).dblclick();
			await expect(page).toHaveURL(/\/page\/check-out$/);
			await onward(page).dblclick();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
			expect(completions(site, username)).toEqual(['working-alongside-peers']);
			expect(rows(site, 'SELECT id FROM attempt WHERE person_id = ?', username)).toHaveLength(1);
		});

		test('a pause keeps the place, and leads back to it or home', async ({ page, enter }) => {
			await enter('peer');
			await page.goto(`${PEERS}/page/places`);
			await page.getByRole('link', { name: 'Pause' }).last().click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pause');
			expect(await page.title()).not.toContain('trigger');
			await page.getByRole('link', { name: 'Continue' }).click();
			await expect(page).toHaveURL(/\/page\/places$/);
			await page.getByRole('link', { name: 'Pause' }).last().click();
			await page.getByRole('button', { name: 'Finish for today' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('My training');
		});

		test('going back shows the page with its answer, and breaks nothing', async ({ page, enter, site }) => {
			const username = await enter('nurse');
			await page.goto(`${STAFF}/page/check`);
			await answer(page, 'first-question', 'a');
			await onward(page).click();
			await expect(page).toHaveURL(/\/page\/support$/);
			await page.goBack();
			await expect(page.locator('#feedback-first-question')).toBeVisible();
			await answer(page, 'first-question', 'b');
			await page.getByRole('link', { name: 'Back', exact: true }).click();
			await expect(page).toHaveURL(/\/page\/practice-question$/);
			await page.getByRole('radio').first().check();
			await page.getByRole('button', { name: 'See what may happen' }).click();
			await expect(page.locator('.alongside-feedback')).toContainText('The moment may pass');
			expect(rows(site, 'SELECT id FROM attempt WHERE person_id = ?', username)).toHaveLength(1);
		});

		test('two tabs on one module keep what was done in both', async ({ page, context, enter, site }) => {
			const username = await enter('nurse');
			const other = await context.newPage();
			for (const tab of [page, other]) await tab.goto(`${STAFF}/page/check`);
			await answer(page, 'first-question', 'b');
			await answer(other, 'risk-to-a-child', 'c');
			for (const tab of [page, other]) await onward(tab).click();
			await expect(page).toHaveURL(/\/page\/support$/);
			await page.goto(`${STAFF}/page/check`);
			await expect(page.locator('.alongside-feedback')).toHaveCount(2);
			expect(rows(site, 'SELECT id FROM attempt WHERE person_id = ?', username)).toHaveLength(1);
		});

		test('reading a module again records nothing, and doing it again records it again', async ({ page, enter, site }) => {
			const username = await enter('nurse');
			await advance(site, username, STAFF, 'nothing');
			await page.goto(STAFF);
			await page.getByRole('link', { name: 'Read again' }).click();
			await page.goto(`${STAFF}/page/check`);
			await answer(page, 'first-question', 'a');
			await page.goto(`${STAFF}/page/check-out`);
			await onward(page).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
			expect(completions(site, username)).toHaveLength(1);
			expect(rows(site, 'SELECT state FROM attempt WHERE person_id = ?', username)).toEqual([{ state: '' }]);
			await page.goto(STAFF);
			await page.getByRole('button', { name: 'Do it again and record it' }).click();
			await expect(page).toHaveURL(/\/page\/check-in$/);
			expect(rows(site, 'SELECT id FROM attempt WHERE person_id = ? AND ended_at IS NULL', username)).toHaveLength(1);
		});

		test('whoever leaves something out is told what is left, and gets there by a link', async ({ page, enter }) => {
			await enter('nurse');
			await page.goto(`${STAFF}/page/check-out`);
			await onward(page).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is left');
			await expect(page.getByRole('listitem').filter({ hasText: 'Check and next step' })).toContainText('not opened yet, 5 questions to answer');
			await page.getByRole('link', { name: 'Check and next step' }).click();
			await expect(page).toHaveURL(/\/page\/check$/);
		});
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('a peer worker skips every page with a note, and the module is complete all the same', async ({ page, enter, site }) => {
		const username = await enter('peer');
		await page.goto(PEERS);
		await page.getByRole('button', { name: 'Start now' }).click();
		let skipped = 0;
		while (!(await page.getByRole('button', { name: 'Finish' }).isVisible())) {
			if (/\/page\/check$/.test(page.url())) {
				for (const id of ['what-it-shows', 'private-notes', 'what-a-manager-needs', 'same-place-again']) await answer(page, id, 'a');
			}
			const skip = page.getByRole('button', { name: 'Skip this page' });
			const here = page.url();
			if (await skip.isVisible()) {
				await skip.click();
				skipped += 1;
			} else await onward(page).click();
			await expect(page).not.toHaveURL(here);
		}
		await page.getByRole('button', { name: 'Finish' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
		expect(skipped).toBe(5);
		expect(completions(site, username)).toEqual(['managing-triggers']);
	});
});

test('with scripts, an answer does not load the page again, and its feedback gets the focus', async ({ page, enter }) => {
	await enter('nurse');
	await open(page, `${STAFF}/page/check`);
	await page.evaluate(() => Object.assign(window, { marker: true }));
	await answer(page, 'lived-experience', 'c');
	await expect(page.locator('#feedback-lived-experience')).toBeFocused();
	await expect(page.getByText(/^Saved to this site at \d\d:\d\d\.$/)).toBeVisible();
	expect(await page.evaluate(() => 'marker' in window)).toBe(true);
	await question(page, 'risk-to-a-child').getByRole('button').click();
	await expect(question(page, 'risk-to-a-child').getByRole('radio').first()).toBeFocused();
});

test('a keyboard is enough, from signing in to the end', async ({ page, person, site }) => {
	const username = person('nurse');
	await advance(site, username, STAFF, 'first-meeting');
	const focused = () => page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		return `${element.tagName.toLowerCase()} ${element.getAttribute('type') ?? ''} ${(element as HTMLInputElement).name ?? ''} ${element.innerText ?? ''}`.trim();
	});
	/** Presses Tab until something has the focus, as somebody does who cannot see more than that. */
	const reach = async (pattern: RegExp) => {
		for (let presses = 0; presses < 80; presses += 1) {
			await page.keyboard.press('Tab');
			if (pattern.test(await focused())) return;
		}
		throw new Error(`Nothing called ${pattern} can be reached on ${page.url()}.`);
	};
	await page.goto('/');
	await reach(/username/);
	await page.keyboard.type(username);
	await reach(/password/);
	await page.keyboard.type('demonstration');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My training');
	await reach(/Working alongside peer workers/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${STAFF}$`));
	await reach(/^a\s+Continue$/);
	await page.keyboard.press('Enter');
	for (;;) {
		await expect(onward(page)).toBeVisible();
		const asked = await page.locator('.alongside-question').count();
		for (let index = 0; index < asked; index += 1) {
			await reach(/radio chosen/);
			await page.keyboard.press('ArrowDown');
			await reach(/Check your answer/);
			await page.keyboard.press('Enter');
			await expect(page.locator('.alongside-feedback')).toHaveCount(index + 1);
		}
		const here = page.url();
		await reach(/^button\s+(Continue|Finish)$/);
		await page.keyboard.press('Enter');
		await expect(page).not.toHaveURL(here);
		if (page.url().endsWith('/finish')) break;
	}
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
	expect(completions(site, username)).toEqual(['working-alongside-peers']);
});
