import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withDatabase } from '../site.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { BOTH_WAYS, expect, join as enterAs, rows, tabTo, test } from './site/journey.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const alert = (page: Page) => page.getByRole('alert');

test.beforeEach(({ watch }) => {
	watch.expected.push(/status of 40[0349]/);
});

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });
		// An entry for each way, so that they can run beside each other.
		const name = javaScriptEnabled ? 'role-guides' : 'reasonable-adjustments';
		const title = javaScriptEnabled ? 'Role guides' : 'Reasonable adjustments';
		const look = async (page: Page, what: string) => {
			if (javaScriptEnabled) await inspect(page, what);
		};

		test('an entry is filled in by keyboard, changed, checked, emptied and put back', async ({ page, enter }) => {
			await enter('author');
			await page.goto('/');
			await tabTo(page, /^Local details$/);
			await page.keyboard.press('Enter');
			await expect(heading(page)).toHaveText('Local details');
			await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^Missing \(\d+\)$/);
			await look(page, 'the list');

			await tabTo(page, new RegExp(`^${title}$`));
			await page.keyboard.press('Enter');
			await expect(page.locator('.alongside-preview')).toContainText('Your trust fills this in.');
			await openDetails(page);
			await look(page, 'a missing entry');

			await tabTo(page, /^Text$/);
			await page.keyboard.insertText('Read <b>this</b>.');
			await tabTo(page, /^Last checked on$/);
			await page.keyboard.insertText('tomorrow');
			await tabTo(page, /^Save$/);
			await page.keyboard.press('Enter');
			await expect(alert(page)).toContainText('Line 1: "<b>" is HTML');
			await expect(alert(page)).toContainText('Write the date on which it was last checked like this');
			expect(await page.title()).toMatch(/^Error: /);
			await expect(page.getByLabel('Text')).toHaveValue('Read <b>this</b>.');
			await look(page, 'with mistakes');
			await alert(page).getByRole('link').first().click();
			await expect(page.getByLabel('Text')).toBeFocused();

			await page.getByLabel('Text').fill('Read **ours**.\n\nOr ask.');
			await page.getByLabel('Who keeps it').fill('Demo keeper');
			await page.getByLabel('Last checked on').fill('');
			await page.getByRole('button', { name: 'See how it looks' }).click();
			await expect(page.getByText('This is not saved yet.')).toBeVisible();
			await expect(page.locator('.alongside-preview strong')).toHaveText('ours');
			await look(page, 'a preview');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(alert(page)).toContainText('Saved');
			await expect(page.locator('main')).toContainText('Demo keeper');
			await look(page, 'saved');

			const place = page.locator('.alongside-request a').first();
			const href = (await place.getAttribute('href'))!;
			await page.goto(href);
			await expect(page.locator('.alongside-local-detail').filter({ hasText: 'Read ours.' })).toHaveCount(1);

			await page.goto(`/local-details/${name}`);
			await page.getByRole('button', { name: 'I have checked this today' }).click();
			await expect(alert(page)).toContainText('you have checked this today');

			await page.getByLabel('Text').fill('');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(alert(page)).toContainText('Confirm that you want to empty this entry');
			await look(page, 'emptying');
			await page.getByLabel('I want to empty this entry').check();
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.locator('.alongside-preview')).toContainText('Your trust fills this in.');

			await page.getByRole('link', { name: 'History' }).click();
			await expect(page.locator('.alongside-change')).toHaveCount(2);
			await expect(page.locator('.alongside-change del').first()).toContainText('Read **ours**.');
			await look(page, 'the history');
			await page.getByRole('button', { name: 'Put this text back' }).click();
			await expect(alert(page)).toContainText('The earlier text is back');
			await expect(page.locator('.alongside-preview strong')).toHaveText('ours');
			await expect(page.locator('main')).toContainText('Check again');
		});

		test('whoever saves after somebody else sees both texts, and loses neither', async ({ page, browser, enter, person, site }) => {
			const entry = `/local-details/${javaScriptEnabled ? 'paid-time' : 'peer-roles-here'}`;
			await enter('learning');
			await page.goto(entry);
			await page.getByLabel('Text').fill('What the first wrote.');
			const other = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
			await enterAs(site, other, person('author'));
			const theirs = await other.newPage();
			await theirs.goto(entry);
			await theirs.getByLabel('Text').fill('What the second wrote.');
			await theirs.getByLabel('Who keeps it').fill('Demo second');
			await theirs.getByRole('button', { name: 'Save' }).click();
			await other.close();

			await page.getByRole('button', { name: 'Save' }).click();
			await expect(alert(page)).toContainText('Somebody else has changed this while you were writing');
			await expect(page.locator('.alongside-text')).toHaveText('What the second wrote.');
			await expect(page.getByLabel('Text')).toHaveValue('What the first wrote.');
			// What was not touched is theirs now, or saving again would take it back.
			await expect(page.getByLabel('Who keeps it')).toHaveValue('Demo second');
			await look(page, 'overtaken');
			await page.getByRole('button', { name: 'Save' }).click();
			await expect(page.locator('.alongside-preview')).toContainText('What the first wrote.');
			await page.getByRole('link', { name: 'History' }).click();
			await expect(page.locator('.alongside-change').first()).toContainText('second');
		});

		test('a file is tried before it is brought back, and changes only what it names', async ({ page, enter, site }) => {
			const [changed, kept] = javaScriptEnabled ? ['buddies', 'debrief'] : ['phones-gifts-and-lifts', 'progression'];
			await enter('learning');
			await page.goto('/local-details/import');
			await look(page, 'bringing back');
			await page.getByRole('button', { name: 'See what it would change' }).click();
			await expect(alert(page)).toContainText('Choose a file, or paste the text of one');
			await page.getByLabel('Or paste its text').fill(`${changed}: Ask.\n${kept}: <b>Ask</b>\n`);
			await page.getByRole('button', { name: 'See what it would change' }).click();
			await expect(alert(page)).toContainText(`Line 2: "${kept}": in its text: Line 1`);
			await expect(page.getByLabel('Or paste its text')).toHaveValue(`${changed}: Ask.\n${kept}: <b>Ask</b>\n`);
			await look(page, 'a file with a mistake');

			await page.getByLabel('Or paste its text').fill('');
			await page.getByLabel('Choose a file').setInputFiles({ name: 'local-details.yaml', mimeType: 'text/yaml', buffer: Buffer.from(`${changed}:\n  text: |\n    Ask the lead.\n\n    Or us.\n  kept-by: Demo keeper\nbudies: Ask.\n`) });
			await page.getByRole('button', { name: 'See what it would change' }).click();
			await expect(page.locator('main')).toContainText('1 entry would change.');
			await expect(page.locator('main')).toContainText('budies, on line 7. Did you mean "buddies"?');
			await look(page, 'what a file would do');
			expect(rows(site, 'SELECT 1 FROM local_detail WHERE name = ?', changed)).toEqual([]);
			await page.getByRole('button', { name: 'Change 1 entry' }).click();
			await expect(alert(page)).toContainText('1 entry was changed from the file.');
			expect(rows(site, 'SELECT text, kept_by FROM local_detail WHERE name = ?', changed)).toEqual([{ text: 'Ask the lead.\n\nOr us.', kept_by: 'Demo keeper' }]);

			await page.getByRole('link', { name: 'bring it back' }).click();
			await page.getByLabel('Or paste its text').fill(`${changed}: ''`);
			await page.getByRole('button', { name: 'See what it would change' }).click();
			await page.getByRole('button', { name: 'Change 1 entry' }).click();
			await expect(alert(page)).toContainText('Confirm that you want to empty these entries');
			await look(page, 'emptying by a file');
			await page.getByLabel('I want to empty the entries').check();
			await page.getByRole('button', { name: 'Change 1 entry' }).click();
			await expect(alert(page)).toContainText('1 entry was changed from the file.');
		});
	});
}

test('what is downloaded comes back unchanged, and the command line reads it', async ({ page, enter }) => {
	await enter('learning');
	await page.goto('/local-details');
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'download local-details.yaml' }).click();
	const file = await coming;
	expect(file.suggestedFilename()).toBe('local-details.yaml');
	const bytes = readFileSync(await file.path());
	expect(bytes.toString()).toContain('kept-by: Demo safeguarding lead');
	await page.goto('/local-details/import');
	await page.getByLabel('Choose a file').setInputFiles({ name: 'local-details.yaml', mimeType: 'text/yaml', buffer: bytes });
	await page.getByRole('button', { name: 'See what it would change' }).click();
	await expect(page.locator('main')).toContainText('Nothing. Everything in it stands here already.');
	await inspect(page, 'nothing to change');

	const folder = mkdtempSync(join(tmpdir(), 'alongside-details-'));
	writeFileSync(join(folder, 'local-details.yaml'), bytes);
	const printed = execFileSync(process.execPath, ['build/cli/main.js', 'package', 'working-alongside-peers', '--out', folder, '--local-details', join(folder, 'local-details.yaml')], { cwd: ROOT });
	expect(printed.toString()).toContain('working-alongside-peers');
	rmSync(folder, { recursive: true });
});

test('entries are found by their words and by how they stand', async ({ page, enter }) => {
	await enter('learning');
	await page.goto('/local-details');
	await page.getByLabel('Search').fill('safeguarding team');
	await page.getByRole('button', { name: 'Show these' }).click();
	await expect(page.locator('.nhsuk-task-list__item')).toHaveCount(1);
	await expect(page.getByRole('link', { name: 'Safeguarding route' })).toBeVisible();
	await page.getByLabel('Show', { exact: true }).selectOption('Missing');
	await page.getByRole('button', { name: 'Show these' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
	await inspect(page, 'nothing found');
	await page.getByRole('link', { name: 'Show all entries' }).click();
	await page.getByRole('link', { name: /to check again$/ }).click();
	await expect(page.getByRole('link', { name: 'Limits of the role' })).toBeVisible();
});

test('what nothing names any more stands last, can be deleted, and be put back', async ({ page, enter, site }) => {
	const username = await enter('author');
	const at = new Date().toISOString();
	withDatabase(site, (database) => database.prepare("INSERT INTO local_detail (name, text, changed_at) VALUES ('an-old-name', 'An old text.', ?)").run(at));
	await page.goto('/local-details');
	await expect(page.getByRole('heading', { name: 'No longer named (1)' })).toBeVisible();
	await page.getByRole('link', { name: 'An old name' }).click();
	await inspect(page, 'no longer named');
	await page.getByRole('button', { name: 'Delete it' }).click();
	await expect(alert(page)).toContainText('Confirm that you want to delete this entry');
	await inspect(page, 'deleting');
	await page.getByLabel('I want to delete this entry').check();
	await page.getByRole('button', { name: 'Delete it' }).click();
	await expect(alert(page)).toContainText('The entry "an-old-name" was deleted.');
	await inspect(page, 'deleted');
	expect(rows(site, "SELECT person_id, action, subject FROM audit_entry WHERE subject = 'an-old-name'")).toEqual([{ person_id: username, action: 'local-detail.changed', subject: 'an-old-name' }]);
	await alert(page).getByRole('link').click();
	await expect(page.locator('main')).toContainText('This entry was deleted.');
	await inspect(page, 'the history of what was deleted');
	await page.getByRole('button', { name: 'Put this text back' }).click();
	await expect(page.locator('.alongside-preview')).toContainText('An old text.');
});

test('what is being written is still there after signing in again', async ({ page, context, enter }) => {
	const username = await enter('author');
	await page.goto('/local-details/pay-bands');
	const text = 'See the bands.\n\n'.repeat(300).trim();
	await page.getByLabel('Text').fill(text);
	await context.clearCookies();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByLabel('Username').fill(username);
	await page.getByLabel('Password', { exact: true }).fill('demonstration');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('button', { name: 'Send it now' }).click();
	await expect(alert(page)).toContainText('Saved');
	await expect(page.getByLabel('Text')).toHaveValue(text);
});

test('a nurse is not shown them', async ({ page, enter }) => {
	await enter('nurse');
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Local details' })).toHaveCount(0);
	expect((await page.goto('/local-details'))?.status()).toBe(403);
});
