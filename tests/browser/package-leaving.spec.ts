import { BOTH, editionOf } from './package-host/edition.ts';
import { answerAll, begin, closeFrame, exit, finished, heading, press, shown } from './package-host/learner.ts';
import { expect, test } from './package-host/test.ts';

test('"Save and exit" in a frame ends the session and says what to do', async ({ launch }) => {
	const launched = await launch('sample', 'frame');
	const { training, seen } = launched;
	await begin(training);
	await press(training, 'Save and exit');
	const title = training.getByRole('heading', { name: 'You have left this training' });
	await expect(title).toBeFocused();
	await expect(training.getByText('Open it again from your learning system.')).toBeVisible();
	await expect(training.getByRole('button')).toHaveCount(0);
	await finished(launched);
	await closeFrame(launched);
	const { calls, findings } = await seen();
	expect(calls.filter(({ name }) => name === 'LMSFinish')).toHaveLength(1);
	expect(findings).toEqual([]);
});

test('"Save and exit" in a pop-up closes it', async ({ launch }) => {
	const launched = await launch('small', 'pop-up', { standard: 'scorm-2004-4' });
	await begin(launched.training);
	const closed = launched.page.waitForEvent('close');
	await exit(launched.training.getByRole('button', { name: 'Save and exit' }));
	await closed;
	await finished(launched);
	expect((await launched.seen()).findings).toEqual([]);
});

test('"Save and exit" closes nothing while there is something left to save, and says so', async ({ launch }) => {
	const { training, away, page } = await launch('sample', 'pop-up');
	await begin(training);
	await away(true);
	await answerAll(training);
	await press(training, 'Save and exit');
	await expect(training.getByRole('heading', { name: 'You have left this training' })).toBeFocused();
	await expect(training.getByText('What you did last may not have been saved, because your learning system did not answer.')).toBeVisible();
	expect(page.isClosed()).toBe(false);
});

for (const standard of BOTH) {
	const { name, begun } = editionOf(standard);
	test(`a window that is closed by its cross leaves a session that ended well (${name})`, async ({ launch }) => {
		const launched = await launch('sample', 'pop-up', { standard });
		await begin(launched.training);
		await answerAll(launched.training);
		await launched.page.close({ runBeforeUnload: true });
		await finished(launched);
		const { findings, snapshot } = await launched.seen();
		expect(findings).toEqual([]);
		expect(snapshot).toMatchObject(begun);
	});
}

test("nothing is lost where the LMS's own window is closed by its cross, while the browser lets it ask its server nothing", async ({ launch, complaints }) => {
	const config = { standard: 'scorm-2004-4', record: 'closed-by-its-cross' } as const;
	const first = await launch('sample', 'nested', config);
	await begin(first.training);
	await answerAll(first.training, 1);
	await press(first.training, 'Continue');
	await answerAll(first.training, 2);
	const place = await heading(first.training);
	await Promise.all([first.lms.waitForEvent('close'), first.lms.close({ runBeforeUnload: true })]);
	const second = await launch('sample', 'nested', config);
	await expect.poll(() => heading(second.training)).toBe(place);
	await expect(shown(second.training).getByRole('radio').nth(2)).toBeChecked();
	await press(second.training, 'Back');
	await expect(shown(second.training).getByRole('radio').nth(1)).toBeChecked();
	complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes('Synchronous XHR in page dismissal')));
});

test('"Pause" can end the day', async ({ launch }) => {
	const launched = await launch('sample', 'frame');
	await begin(launched.training);
	await press(launched.training, 'Pause');
	await press(launched.training, 'Finish for today');
	await finished(launched);
	const { findings, calls } = await launched.seen();
	expect(findings).toEqual([]);
	expect(JSON.stringify(calls)).not.toContain('pause');
});

for (const standard of BOTH) {
	test(`a page that the browser shows again after it was left says so (${editionOf(standard).name})`, async ({ playwright, host }) => {
		const browser = await playwright.chromium.launch({ ...test.info().project.use.launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
		const page = await browser.newPage();
		await page.addInitScript({ content: `${host.script}; lms.install(window, ${JSON.stringify({ standard })}); addEventListener('pageshow', (event) => (window.shownAgain = event.persisted))` });
		await page.goto(host.package('sample', standard));
		await begin(page);
		await page.goto(`${host.origin}/elsewhere.html`);
		await page.goBack({ waitUntil: 'commit' });
		expect(await page.evaluate(() => (window as unknown as { shownAgain: boolean }).shownAgain)).toBe(true);
		await expect(page.getByRole('heading', { name: 'You have left this training' })).toBeVisible();
		expect(await page.evaluate(() => (window as unknown as { seen: { findings: unknown[] } }).seen.findings)).toEqual([]);
		await browser.close();
	});
}
