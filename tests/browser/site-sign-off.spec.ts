import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signIn, startSite, withDatabase, type Site } from '../site.ts';
import { inspect, openDetails } from './site/inspect.ts';
import { BOTH_WAYS, expect, join as signInAs, tabTo, test as journey } from './site/journey.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DRAFT = 'not yet reviewed by peer workers';
const SIGNED = /signed off by a peer support worker and a peer trainer on \d+ \w+ \d{4}/;

interface Modules {
	folder: string;
	/** Writes a module of one page with these words. */
	write: (slug: string, words: string) => void;
}

const test = journey.extend<object, { modules: Modules; site: Site }>({
	modules: [
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'alongside-sign-off-'));
			const write = (slug: string, words: string) => {
				mkdirSync(join(folder, slug), { recursive: true });
				writeFileSync(join(folder, slug, 'module.md'), text(slug, words));
			};
			for (const slug of [ACCESS, ...BOTH_WAYS.map(({ scripts }) => slugOf(scripts))]) write(slug, 'A nurse asks the peer worker for help.');
			await use({ folder, write });
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	],
	site: [
		async ({ modules }, use) => {
			const site = await startSite({ env: { MODULES: modules.folder } });
			await use(site);
			await site.stop();
		},
		{ scope: 'worker' }
	]
});

const ACCESS = 'signed-for-everybody';
const slugOf = (scripts: string) => `signed-${scripts.replace(' ', '-')}`;

function text(slug: string, words: string): string {
	return `---
title: Tea on the ward ${slug}
summary: Made up for a test.
audience: all-staff
stage: ongoing
minutes: 5
outcomes:
  - test
sources:
  - Made up for a test.
---

# The kettle {#kettle}

Before you start, put the kettle on.

${words}

# Who to ask {#ask}

:::content-note
about: a hard day
detail: no detail

The short version.
:::

:::local-detail
name: debrief

Who listens after a hard day.
:::

:::question
Tea?

- [x] yes
  > It helps to sit down.
- [ ] no
  > That is fine too. Sit down anyway.
:::
`;
}

function publish(site: Site, { folder }: Modules, slug: string): void {
	execFileSync(process.execPath, ['build/cli/main.js', 'publish', join(folder, slug), '--database', site.database], { cwd: ROOT, stdio: 'pipe' });
}

function fill(site: Site, words: string): void {
	withDatabase(site, (database) =>
		database
			.prepare("INSERT INTO local_detail (name, text, changed_at) VALUES ('debrief', ?, '2026-11-02T09:00:00.000Z') ON CONFLICT (name) DO UPDATE SET text = excluded.text")
			.run(words)
	);
}

/** What the package of a module says on its first page, as it is downloaded now. */
async function packageText(page: Page, slug: string): Promise<string> {
	await page.goto(`/packages/${slug}`);
	await page.getByRole('button', { name: 'Make the package' }).click();
	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download the package' }).click();
	return strFromU8(unzipSync(readFileSync(await (await coming).path()))['index.html']!);
}

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled });

		test('two people sign off by keyboard, the draft mark goes everywhere, and a new version is a draft again', async ({ page, browser, person, site, modules, watch }) => {
			watch.expected.push(/status of 400/);
			const slug = slugOf(scripts);
			const module = `/modules/${slug}`;
			const openAs = async (like: string) => {
				const context = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
				await signInAs(site, context, person(like));
				return context.newPage();
			};

			await signInAs(site, page.context(), person('author'));
			await page.goto(module);
			await expect(page.getByText(DRAFT)).toBeVisible();
			await expect(page.getByText('Nobody has written this down yet.')).toBeVisible();
			await tabTo(page, /^Who has agreed to this version$/);
			await page.keyboard.press('Enter');
			await expect(page.getByText('Your trust has not filled in "debrief"')).toBeVisible();
			await expect(page.getByText('Nobody has written down how this version was made.')).toBeVisible();
			fill(site, 'Demonstration: ask at the desk.');

			await page.getByRole('link', { name: 'Write down how this version was made' }).click();
			await tabTo(page, /^Save$/);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('alert').getByRole('link')).toHaveCount(4);
			await page.getByRole('alert').getByRole('link').first().click();
			await expect(page.getByLabel('Peer support worker')).toBeFocused();
			await page.keyboard.press('Space');
			await tabTo(page, /^Other roles/);
			await page.keyboard.type('nurse');
			await tabTo(page, /^What changed/);
			await page.keyboard.type('The page about tea.');
			await tabTo(page, /^Yes, everybody/);
			await page.keyboard.press('Space');
			await tabTo(page, /^What was not agreed/);
			await page.keyboard.type('Milk.');
			await tabTo(page, /^Save$/);
			await page.keyboard.press('Enter');
			await expect(page.getByText('The page about tea.')).toBeVisible();

			await tabTo(page, /^Sign off this version, or take it back/);
			await page.keyboard.press('Enter');
			await expect(page.getByText('Colleagues may guess that it was you')).toBeVisible();
			await page.getByRole('button', { name: 'Sign off this version' }).focus();
			await page.keyboard.press('Enter');
			await expect(page.getByRole('alert')).toContainText('Confirm that you have read this');
			await page.getByRole('alert').getByRole('link').click();
			await expect(page.getByRole('checkbox')).toBeFocused();
			await page.keyboard.press('Space');
			await tabTo(page, /^Sign off this version$/);
			await page.keyboard.press('Enter');
			await expect(page.getByText(/You signed this as a peer trainer on/)).toBeVisible();
			await expect(page.getByText(DRAFT)).toBeVisible();

			const second = await openAs('peer');
			await second.goto(page.url().replace(/[?#].*/, ''));
			await expect(second.getByText('So far, a peer trainer has.')).toBeVisible();
			await second.getByText('Sign off this version, or take it back').click();
			await second.getByRole('checkbox').check();
			await second.getByRole('button', { name: 'Sign off this version' }).click();
			await expect(second.getByText(SIGNED)).toBeVisible();

			const nurse = await openAs('nurse');
			await nurse.goto(module);
			await expect(nurse.getByText(SIGNED)).toBeVisible();
			await expect(nurse.getByText(DRAFT)).toHaveCount(0);
			await nurse.emulateMedia({ media: 'print' });
			await expect(nurse.getByText(SIGNED)).toBeVisible();
			await nurse.emulateMedia({ media: 'screen' });
			await nurse.getByRole('link', { name: 'Who has agreed to this version' }).click();
			await nurse.getByText('Sign off this version, or take it back').click();
			await expect(nurse.getByRole('button', { name: /Sign off|Take back/ })).toHaveCount(0);
			await nurse.getByRole('link', { name: 'Read this version on one page' }).click();
			await expect(nurse.getByRole('heading', { name: 'Who to ask' })).toBeVisible();
			await expect(nurse.getByText(SIGNED)).toBeVisible();

			const learning = await openAs('learning');
			expect(await packageText(learning, slug)).not.toContain(DRAFT);
			await learning.goto(`/packages/${slug}`);
			await expect(learning.getByText(/Signed off by a peer support worker and a peer trainer/)).toBeVisible();
			await learning.getByRole('link', { name: 'How it was made, and its versions' }).click();
			await expect(learning.getByText('Nobody is in the middle of it.')).toBeVisible();

			modules.write(slug, 'A nurse asks a peer trainer for help.');
			publish(site, modules, slug);
			await nurse.goto(module);
			await expect(nurse.getByText(DRAFT)).toBeVisible();
			await expect(nurse.getByText(/The version before this one was signed off by a peer support worker and a peer trainer on/)).toBeVisible();
			expect(await packageText(learning, slug)).toContain(DRAFT);
			await nurse.getByRole('link', { name: 'See what changed' }).click();
			await expect(nurse.locator('ins').filter({ hasText: 'trainer' })).toHaveText('[added: trainer end of added]');
			await expect(nurse.locator('del').filter({ hasText: 'worker' })).toHaveText('[taken out: worker end of taken out]');
			await expect(nurse.locator('main')).toContainText('Who to ask');
			await nurse.getByRole('link', { name: 'Versions', exact: true }).click();
			await nurse.getByRole('button', { name: 'Show what changed' }).click();
			await expect(nurse.getByRole('heading', { level: 1 })).toContainText('What changed');

			await page.reload();
			await page.getByLabel('Show this version instead').check();
			await page.getByRole('button', { name: 'Show this version again' }).click();
			await expect(page.getByText('It is the version that is shown now.')).toBeVisible();
			await nurse.goto(module);
			await expect(nurse.getByText(SIGNED)).toBeVisible();
			await second.getByRole('button', { name: 'Take back your sign-off' }).click();
			await expect(second.getByText(/The sign-off by a peer support worker was withdrawn on/)).toBeVisible();
			await nurse.reload();
			await expect(nurse.getByText(DRAFT)).toBeVisible();
			for (const opened of [second, nurse, learning]) await opened.context().close();
		});
	});
}

test('every page of it can be used by everybody', async ({ page, person, site, modules, watch }) => {
	watch.expected.push(/status of 400/);
	test.slow();
	fill(site, 'Demonstration: ask at the desk.');
	const [author, peer] = [person('author'), person('experienced-peer')];
	const module = `/modules/${ACCESS}`;
	const look = async (what: string) => {
		await openDetails(page);
		await inspect(page, what);
	};
	await signInAs(site, page.context(), author);
	await page.goto(module);
	await page.getByRole('link', { name: 'Who has agreed to this version' }).click();
	const version = page.url();
	await look('a draft');
	await page.goto(`${version}/record`);
	await page.getByRole('button', { name: 'Save' }).click();
	await look('a record with nothing in it');
	const writer = await signIn(site, author);
	const path = new URL(version).pathname;
	await writer.post(`${path}/record?/save`, { roles: 'peer-trainer', changes: `A${'a'.repeat(60)}`, paid: 'no', notAgreed: 'Milk.' });
	await signInAs(site, page.context(), peer);
	await page.goto(version);
	await openDetails(page);
	await page.getByRole('button', { name: 'Sign off this version' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose the role in which you sign');
	await look('signing without a role');
	const record = await page.locator('input[name=record]').inputValue();
	await writer.post(`${path}?/sign`, { record, role: 'peer-trainer', confirm: 'yes' });
	await (await signIn(site, peer)).post(`${path}?/sign`, { record, role: 'peer-support-worker', confirm: 'yes' });
	for (const [address, what] of [[module, 'a module that is signed off'], [`${version}?yours`, 'a version that is signed off'], [`${version}/text`, 'a version on one page']] as const) {
		await page.goto(address);
		await expect(page.getByText(SIGNED)).toBeVisible();
		await look(what);
	}
	modules.write(ACCESS, `A nurse asks a peer trainer for ${'h'.repeat(60)}.`);
	publish(site, modules, ACCESS);
	await page.goto(`${module}/versions`);
	await look('the versions');
	await page.getByRole('link', { name: 'What changed in version' }).click();
	await look('what changed');
	await signInAs(site, page.context(), author);
	await page.goto(version);
	await page.getByRole('button', { name: 'Show this version again' }).click();
	await expect(page.getByRole('alert')).toContainText('Confirm that this version is to be shown');
	await look('showing an older version without confirming');
});
