import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type FrameLocator, type Page } from '@playwright/test';
import type { Saved } from '#lib/lms/saved.ts';
import type { Config, Seen } from './lms.ts';
import { testPackages, type Packages } from './packages.ts';
import { startHost, type Arrangement, type Host } from './server.ts';

/** Where a learner is: everything in it can be asked for as in a page. */
export type Window = Page | FrameLocator;

/** A training that was opened from an LMS. */
export interface Launched {
	/** The LMS's own page. */
	lms: Page;
	/** Where the training is. */
	training: Window;
	/** The page that the training is in: the LMS's own, or a pop-up. */
	page: Page;
	seen(): Promise<Omit<Seen, 'snapshot' | 'away' | 'vanish'> & { snapshot: Saved }>;
	away(gone: boolean): Promise<void>;
}

interface Fixtures {
	/** What pages complained of, and what they asked of other hosts; must be empty in the end. */
	complaints: string[];
	launch(name: string, arrangement: Arrangement, config?: Config, context?: BrowserContext, part?: string): Promise<Launched>;
}

/** Playwright's test, with an LMS and with a strict eye on every page. */
export const test = base.extend<Fixtures, { host: Host; writePackages: (folder: string) => Packages }>({
	writePackages: [({}, use) => use(testPackages), { scope: 'worker' }],
	host: [
		async ({ writePackages }, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'alongside-packages-'));
			const host = await startHost(writePackages(folder));
			await use(host);
			await host.stop();
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	],
	complaints: [
		async ({ context, host }, use) => {
			const complaints: string[] = [];
			watch(context, host, complaints);
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true }
	],
	async launch({ context, host, complaints }, use) {
		await use(async (name, arrangement, config = {}, other, part) => {
			if (other) watch(other, host, complaints);
			const lms = await (other ?? context).newPage();
			await lms.goto(host.launch(name, arrangement, config, part));
			const page = arrangement.startsWith('pop-up') ? await popUp(lms) : lms;
			const training = arrangement === 'pop-up' ? page : arrangement === 'nested' ? page.frameLocator('iframe').frameLocator('iframe') : page.frameLocator('iframe');
			return {
				lms,
				training,
				page,
				seen: () =>
					lms.evaluate(() => {
						const { calls, astray, findings, snapshot } = (window as unknown as { seen: Seen }).seen;
						return { calls, astray, findings, snapshot: snapshot() };
					}),
				away: (gone) => lms.evaluate((gone) => (window as unknown as { seen: Seen }).seen.away(gone), gone)
			};
		});
	}
});

export { expect };

async function popUp(lms: Page): Promise<Page> {
	const [opened] = await Promise.all([lms.waitForEvent('popup'), lms.getByRole('button', { name: 'Open' }).click()]);
	return opened;
}

/** Writes down errors and warnings in the console, exceptions, dialogs and requests to other hosts, of every page of `context`. */
export function watch(context: BrowserContext, host: Host, complaints: string[]): void {
	context.on('weberror', (error) => complaints.push(String(error.error())));
	context.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
	context.on('dialog', (dialog) => (complaints.push(dialog.message()), void dialog.dismiss()));
	context.on('request', (request) => /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${host.origin}/`) && complaints.push(request.url()));
}
