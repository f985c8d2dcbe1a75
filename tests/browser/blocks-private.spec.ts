import { EVERY_BLOCK } from './blocks/every-block.ts';
import { test as inPackage } from './blocks/in-package.ts';
import { answerPlain, SECRET, WAYS } from './blocks/notes.ts';
import { test as onSite, visit } from './blocks/on-site.ts';
import { BOTH as BOTH_EDITIONS, editionOf } from './package-host/edition.ts';
import { begin, closeFrame, press, shown } from './package-host/learner.ts';
import { BOTH_WAYS, expect, onward, rows } from './site/journey.ts';

const PAGE = `/modules/${EVERY_BLOCK}/page/notes-on-parts`;

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	onSite(`a part with a note leaves the same on the site, ${scripts}, whether it is read, read in short or skipped`, async ({ browser, site, enter }) => {
		const traces: object[] = [];
		for (const way of Object.values(WAYS)) {
			const context = await browser.newContext({ javaScriptEnabled, baseURL: site.origin });
			const username = await enter('nurse', context);
			const requests: string[] = [];
			context.on('request', (request) => {
				const { pathname, search, hash } = new URL(request.url());
				if (!pathname.startsWith('/_app/') && !pathname.startsWith('/favicon')) requests.push(`${request.method()} ${pathname}${search}${hash} ${request.postData() ?? ''}`);
			});
			const page = await context.newPage();
			await visit(page, PAGE, javaScriptEnabled);
			await way(page.locator('main'), javaScriptEnabled);
			await answerPlain(page.locator('main'));
			if (javaScriptEnabled) await expect(page.getByRole('status').first()).toContainText('Saved to this site');
			await onward(page).click();
			await expect(page).toHaveURL(/a-picture-in-the-text$/);
			const { cookies, origins } = await context.storageState();
			traces.push({
				// Each way is gone by a person of its own, whose id is the one thing that differs.
				requests: requests.map((request) => request.replaceAll(username, 'reader')),
				rows: rows(site, 'SELECT module, version, state, ended_at FROM attempt WHERE person_id = ?', username),
				audit: rows(site, 'SELECT * FROM audit_entry'),
				stored: [cookies.map(({ name }) => name), origins]
			});
			await context.close();
		}
		expect(traces[0]).toMatchObject({ requests: expect.arrayContaining([expect.stringContaining('question=plain')]), rows: [{ module: EVERY_BLOCK }] });
		expect(traces[1]).toEqual(traces[0]);
		expect(traces[2]).toEqual(traces[0]);
		expect(JSON.stringify(traces) + site.log()).not.toContain(SECRET);
	});
}

inPackage('a part with a note leaves the same in a package, whether it is read, read in short or skipped', async ({ launch, context }) => {
	const requests: string[] = [];
	context.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
	const traces: object[] = [];
	for (const way of Object.values(WAYS)) {
		requests.length = 0;
		const launched = await launch(EVERY_BLOCK, 'frame', {}, undefined, 'notes-on-parts');
		const { training, seen, lms } = launched;
		await expect(training.getByRole('status').first()).toContainText('Saved');
		const asked = requests.length;
		await way(shown(training), true);
		await answerPlain(shown(training));
		await press(training, 'Continue');
		await expect(shown(training).getByRole('heading', { level: 1 })).toContainText('A picture in the text');
		expect(requests.slice(asked)).toEqual([]);
		await closeFrame(launched);
		const { calls, snapshot, findings } = await seen();
		expect(findings).toEqual([]);
		// How long it took is the one thing that may differ.
		const timeless = calls.filter(({ arguments: [element] }) => element !== 'cmi.core.session_time');
		traces.push({ timeless, ...snapshot, 'cmi.core.total_time': '' });
		await lms.close();
	}
	expect(traces[0]).toMatchObject({ 'cmi.suspend_data': expect.stringMatching(/^A2\.[\w-]{4}\.[^.]+\.[\w-]{4}\.[\w-]{4}\.[\w-]{4}[ab]\.[\w-]*\.[\w-]{4}$/) });
	expect(traces[1]).toEqual(traces[0]);
	expect(traces[2]).toEqual(traces[0]);
	expect(JSON.stringify(traces)).not.toContain(SECRET);
});

for (const standard of BOTH_EDITIONS) {
	inPackage(`what somebody writes goes nowhere (${editionOf(standard).name})`, async ({ launch, context }) => {
		const requests: string[] = [];
		context.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
		const { training, page, seen } = await launch(EVERY_BLOCK, 'pop-up', { standard });
		await begin(training);
		const fields = training.locator(':is(textarea, input:not([type]), input[type=text])');
		// Each is written into where it stands, also where its page does not show.
		await fields.evaluateAll((all, text) => {
			for (const field of all as HTMLInputElement[]) {
				field.value = text;
				for (const type of ['input', 'change', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true }));
			}
		}, SECRET);
		expect(await fields.count()).toBeGreaterThan(1);
		let typed = 0;
		for (;;) {
			for (const field of await shown(training).getByRole('textbox').all()) {
				typed += 1;
				await field.fill(SECRET);
			}
			const last = await training.getByRole('button', { name: 'Finish', exact: true }).isVisible();
			await press(training, last ? 'Finish' : 'Continue');
			if (last) break;
		}
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]));
		await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
		const { calls, findings, snapshot } = await seen();
		expect(findings).toEqual([]);
		expect(typed).toBeGreaterThan(0);
		expect(calls.length).toBeGreaterThan(60);
		expect(JSON.stringify([calls, snapshot, requests, kept])).not.toContain(SECRET);
		expect(kept).toMatch(/^\[\{\},\{\},""/);
	});
}
