import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { addPersonLike, signIn, startSite, withDatabase, type Site } from '../../site.ts';

/** A record of what a browser complained of, and of requests that left the site. */
interface Watch {
	/** What is to be expected in this test, such as the browser's own words for a connection that fails. */
	expected: RegExp[];
	complaints: string[];
}

interface Fixtures {
	/** Adds somebody like one of the demonstration's people; nobody else is them. */
	person: (like: string) => string;
	/** Adds somebody and signs them in, in this context or another. */
	enter: (like: string, context?: BrowserContext) => Promise<string>;
	watch: Watch;
}

let people = 0;

/** A journey on the built site: one site for each worker, and people of its own for each test. */
export const test = base.extend<Fixtures, { site: Site }>({
	site: [
		async ({}, use) => {
			const site = await startSite();
			await use(site);
			await site.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site.origin),
	person: async ({ site }, use, { workerIndex }) => {
		await use((like) => {
			people += 1;
			const username = `${like}-${workerIndex}-${people}`;
			addPersonLike(site, like, username, 'Demo learner');
			return username;
		});
	},
	enter: async ({ site, context, person }, use) => {
		await use(async (like, where = context) => {
			const username = person(like);
			await join(site, where, username);
			return username;
		});
	},
	watch: [
		async ({ context, site }, use) => {
			const watch: Watch = { expected: [], complaints: [] };
			context.on('console', (message) => {
				if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
			});
			context.on('weberror', (error) => watch.complaints.push(String(error.error())));
			context.on('request', (request) => {
				if (new URL(request.url()).origin !== site.origin && !/^(data|blob|about):/.test(request.url())) watch.complaints.push(`Asked elsewhere: ${request.url()}`);
			});
			await use(watch);
			expect(watch.complaints.filter((complaint) => !watch.expected.some((pattern) => pattern.test(complaint)))).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/** Signs somebody in without the sign-in page. */
export async function join(site: Site, context: BrowserContext, username: string): Promise<void> {
	const token = (await signIn(site, username)).token()!;
	await context.addCookies([{ name: 'session', value: token, url: site.origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** Opens a page that has scripts, and waits until they run. */
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Presses Tab until what has the focus is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let presses = 0; presses < 80; presses += 1) {
		await page.keyboard.press('Tab');
		const words = await page.evaluate(() => {
			const element = document.activeElement as HTMLInputElement;
			return element.labels?.[0]?.innerText ?? element.innerText;
		});
		if (name.test(words)) return;
	}
	throw new Error(`Nothing called ${name} can be reached.`);
}

/** Rows of the site's database. */
export function rows(site: Site, sql: string, ...values: unknown[]): Record<string, unknown>[] {
	return withDatabase(site, (database) => database.prepare(sql).all(...values)) as Record<string, unknown>[];
}

/** What somebody has completed. */
export function completions(site: Site, username: string): unknown[] {
	return rows(site, 'SELECT module FROM completion WHERE person_id = ?', username).map(({ module }) => module);
}

/** The part of a page that asks one question. */
export const question = (page: Page, id: string) => page.locator(`#question-${id}`);

/** Chooses an option of a question, by its letter, and sends it. */
export async function answer(page: Page, id: string, letter: string): Promise<void> {
	await question(page, id).locator(`input[value="${letter}"]`).check();
	await question(page, id).getByRole('button').click();
	await expect(page.locator(`#feedback-${id}`)).toBeVisible();
}

/** The button at the end of a page. */
export const onward = (page: Page) => page.locator('.alongside-ways button');

/** Chooses something in a question of any kind: the first option, the first for each, or things as they stand. */
export async function choose(form: Locator): Promise<void> {
	for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 });
	const first = form.locator('input[type=radio], input[type=checkbox]').first();
	if ((await first.count()) > 0) await first.check();
}

/** Goes through a module from its start page to its last page, answering what is asked, and leaves the last button to press. */
export async function goThrough(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Start now' }).click();
	for (;;) {
		await expect(onward(page)).toBeVisible();
		const asked = page.locator('.alongside-question form');
		for (let index = 0; index < (await asked.count()); index += 1) {
			await choose(asked.nth(index));
			await asked.nth(index).getByRole('button', { name: /^Check your/ }).click();
			await expect(page.locator('.alongside-feedback')).toHaveCount(index + 1);
		}
		if ((await onward(page).innerText()) === 'Finish') return;
		await onward(page).click();
	}
}

/** Does for somebody everything in a module that comes before a page, without a browser. */
export async function advance(site: Site, username: string, module: string, before: string): Promise<void> {
	const learner = await signIn(site, username);
	await learner.post(`${module}?/start`);
	const start = await (await learner.get(module)).text();
	for (const [, id] of start.matchAll(/<li>.*?\/page\/([\w-]+)"/g)) {
		if (id === before) return;
		const html = await (await learner.get(`${module}/page/${id}`)).text();
		for (const [form, asked] of html.matchAll(/<form[^>]*id="question-([\w-]+)"[^]*?<\/form>/g)) {
			const shown = [...form.matchAll(/type="hidden" name="chosen" value="(\w)"/g)].map(([, letter]) => letter!);
			const selects = form.match(/<select/g)?.map(() => 'a') ?? [];
			await learner.post(`${module}/page/${id}?/answer`, { question: asked!, chosen: [...shown, ...selects].length > 0 ? [...shown, ...selects] : 'a' });
		}
		await learner.post(`${module}/page/${id}?/continue`);
	}
}

/** With and without scripts: most of the site must work either way. */
export const BOTH_WAYS = [
	{ scripts: 'with scripts', javaScriptEnabled: true },
	{ scripts: 'without scripts', javaScriptEnabled: false }
];
