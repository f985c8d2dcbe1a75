import type { Site } from '../site.ts';
import { withDatabase } from '../site.ts';
import { inspect } from './site/inspect.ts';
import { BOTH_WAYS, advance, expect, join, onward, tabTo, test } from './site/journey.ts';

const STAFF = '/modules/working-alongside-peers';
const PEERS = '/modules/managing-triggers';

/** Writes down that somebody completed their first module on 2 March 2026, in a version where that is known; the certificate's address. */
function complete(site: Site, username: string, module: string, version: string | null = null): string {
	return withDatabase(site, (database) => {
		database
			.prepare("INSERT INTO completion (person_id, module, version, completed_at, source) VALUES (?, ?, ?, '2026-03-02T09:00:00.000Z', 'recorded')")
			.run(username, module.replace('/modules/', ''), version);
		return '/certificates/1';
	});
}

/** The version of a module that is served. */
function served(site: Site, module: string): string {
	return withDatabase(site, (database) => database.prepare('SELECT current_version FROM module WHERE slug = ?').pluck().get(module.replace('/modules/', ''))) as string;
}

/** Stores an older version of a module, without its second page and with another title for its third. */
function addOlderVersion(site: Site, module: string): string {
	return withDatabase(site, (database) => {
		const current = served(site, module);
		const row = database.prepare('SELECT * FROM version WHERE hash = ?').get(current) as { document: string };
		const document = JSON.parse(row.document);
		document.pages.splice(1, 1);
		document.pages[1].title = 'As it was called before';
		// Of this module's own, since a site serves several tests.
		const hash = current.slice(32) + current.slice(0, 32);
		database
			.prepare("INSERT OR IGNORE INTO version (hash, module, format, source, document, published_at, origin) VALUES (@hash, @module, @format, @source, @document, '2026-01-05T09:00:00.000Z', 'folder')")
			.run({ ...row, hash, document: JSON.stringify(document) });
		return hash;
	});
}

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('somebody sees what to do, does it, and has a certificate and what is next', async ({ page, enter, site }) => {
			const username = await enter('nurse');
			await page.goto('/');
			const first = page.locator('.alongside-training > li').first();
			await expect(first).toContainText('Working alongside peer workers');
			await expect(first).toContainText('About 20 minutes.');
			await expect(first).toContainText(/Do this by \d+ \w+ \d{4}/);
			await expect(first).toContainText('Why: All staff do this within 30 days of starting, and then "Peer roles: a short update" every 12 months.');

			await advance(site, username, STAFF, 'check-out');
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Continue where you were');
			await page.getByRole('link', { name: 'Continue with Working alongside peer workers' }).click();
			await expect(page).toHaveURL(/\/page\/check-out$/);
			await onward(page).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Module complete');
			await expect(page.getByRole('main')).toContainText('So may your manager, for training that all staff do.');
			await expect(page.getByRole('main')).toContainText('the next thing is');
			await page.getByRole('link', { name: 'Your certificate' }).click();
			await expect(page.locator('.alongside-certificate')).toContainText('Demo learner');
			await expect(page.locator('.alongside-certificate')).toContainText('This version was a draft on that day: not yet reviewed by peer workers.');
			await page.getByRole('link', { name: 'My training' }).first().click();
			await expect(page.locator('.alongside-training > li', { hasText: 'Completed on' })).toContainText(/Valid until .*Peer roles: a short update renews it in about 10 minutes/s);
		});

		test('somebody puts a date into their calendar, and it names no module', async ({ page, enter }) => {
			await enter('peer');
			await page.goto('/');
			const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Add to your calendar the date for Managing triggers at work' }).click()]);
			expect(download.suggestedFilename()).toBe('training.ics');
			const stream = await download.createReadStream();
			const text = (await stream.toArray()).join('');
			expect(text).toContain('SUMMARY:Training in Alongside');
			expect(text).not.toMatch(/trigger|peer/i);
		});

		test('the holder of a certificate makes a link, shows it to somebody without an account, and switches it off', async ({ page, enter, site, browser, watch }) => {
			watch.expected.push(/status of 400/);
			const username = await enter('peer');
			const certificate = complete(site, username, PEERS);
			await page.goto(certificate);
			await page.getByRole('button', { name: 'Make a link' }).click();
			await expect(page.getByRole('alert')).toContainText('Confirm that people with the link may see this');
			if (javaScriptEnabled) await inspect(page, 'a link that was not confirmed');
			await page.getByLabel('I want people who have the link to see this').check();
			await page.getByRole('button', { name: 'Make a link' }).click();
			await expect(page.getByText('Your link is ready.')).toBeVisible();
			if (javaScriptEnabled) await inspect(page, 'a link that was made');
			const link = (await page.locator('.alongside-certificate__address a').getAttribute('href'))!;

			const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await stranger.goto(link);
			await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This certificate is genuine');
			await expect(stranger.getByRole('main')).toContainText('Demo learner completed "Managing triggers at work" on 2 March 2026.');
			if (javaScriptEnabled) await inspect(stranger, 'a genuine certificate');
			await page.getByRole('button', { name: 'Switch off the link' }).click();
			await stranger.reload();
			await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This certificate is not shown here');
			if (javaScriptEnabled) await inspect(stranger, 'a certificate that is not shown');
			await stranger.context().close();
		});
	});
}

test('whoever comes back is told what changed since they last did it', async ({ page, enter, site }) => {
	complete(site, await enter('nurse'), STAFF, addOlderVersion(site, STAFF));
	await page.goto(STAFF);
	await expect(page.getByRole('heading', { name: 'What has changed since you last did this on 2 March 2026' })).toBeVisible();
	const changes = page.getByRole('listitem').filter({ hasText: /is new$|has changed$/ });
	await expect(changes).toHaveText([/is new$/, /has changed$/]);
	await inspect(page, 'what has changed');
	await page.getByRole('link', { name: 'See what changed, word by word' }).click();
	await expect(page.getByText('As it was called before')).toBeVisible();
});

test('whoever comes back to the same version is told that nothing has changed', async ({ page, enter, site }) => {
	complete(site, await enter('nurse'), STAFF, served(site, STAFF));
	await page.goto(STAFF);
	await expect(page.getByRole('main')).toContainText('Nothing has changed since you last did this on 2 March 2026.');
});

for (const [username, words] of [
	['manager', 'You are on the page "'],
	['doctor', 'It is still open, and it counts in full whenever you do it.'],
	['pharmacist', 'You do not have to do this until'],
	['psychologist', 'You have nothing to do here at the moment.'],
	['experienced-peer', 'Experienced peer workers do this within 90 days of starting.'],
	['peer', 'Peer workers do this before they start.']
] as const) {
	test(`the training of the ${username} in the demonstration is kind, narrow enough and open to everybody`, async ({ page, context, site }) => {
		await join(site, context, username);
		await page.goto('/');
		await expect(page.getByRole('main')).toContainText(words);
		await expect(page.getByRole('main')).not.toContainText(/overdue|\blate\b|\bfail|\bmust\b|missed/i);
		await inspect(page, `the training of ${username}`);
	});
}

test('certificates are listed, or are said not to be there yet', async ({ page, context, site, enter }) => {
	await enter('nurse');
	await page.goto('/certificates');
	await expect(page.getByRole('main')).toContainText('You have no certificates yet.');
	await join(site, context, 'psychologist');
	await page.goto('/certificates');
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(5);
	await inspect(page, 'certificates');
});

test('the keyboard reaches the certificate, and makes its link', async ({ page, enter, site }) => {
	complete(site, await enter('peer'), PEERS);
	await page.goto('/');
	await tabTo(page, /^Certificate/);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Certificate');
	await tabTo(page, /I want people who have the link/);
	await page.keyboard.press('Space');
	await tabTo(page, /^Make a link$/);
	await page.keyboard.press('Enter');
	await expect(page.getByText('Your link is ready.')).toBeVisible();
});

test('a certificate is printed alone, on one sheet, with its link', async ({ page, enter, site }) => {
	await page.goto(complete(site, await enter('nurse'), STAFF));
	await page.getByRole('button', { name: 'Make a link' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.alongside-certificate')).toContainText(`${site.origin}/verify/`);
	for (const hidden of ['.nhsuk-header', '.nhsuk-footer', '.nhsuk-back-link', '.alongside-screen', '.alongside-demonstration']) await expect(page.locator(hidden).first()).toBeHidden();
	const printed = await page.pdf({ format: 'A4', tagged: true });
	expect(printed.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});
