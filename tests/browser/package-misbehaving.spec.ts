import type { BrowserContext } from '@playwright/test';
import { editionOf } from './package-host/edition.ts';
import { answerAll, begin, closeFrame, finished, goThrough, heading, press, shown } from './package-host/learner.ts';
import type { Config } from './package-host/lms.ts';
import { expect, test } from './package-host/test.ts';

const UNSAVED = 'Your progress is not being saved. Keep this page open. It holds what you have done, and we keep trying.';
const TOLD = 'Your learning system has been told that you completed this module.';

/** From now on time passes when a test says so, also on a slow machine. */
async function stopClock({ clock }: BrowserContext): Promise<void> {
	await clock.install({ time: '2026-11-26T10:40:00Z' });
	await clock.pauseAt('2026-11-26T10:41:00Z');
}

test.describe('where there is no LMS', () => {
	test('the learner is told in plain words, can read everything and can leave', async ({ launch, context }) => {
		await stopClock(context);
		const { training } = await launch('working-alongside-peers', 'frame', { lms: 'none' });
		await expect(training.getByRole('status')).toHaveText('Looking for your learning record. You can start reading.');
		await context.clock.runFor(11_000);
		await expect(training.getByRole('status')).toHaveText('Nothing is being recorded. No learning system was found. You can read everything here.');
		await press(training, 'Start now');
		const { pages } = await goThrough(training);
		expect(pages).toBe(12);
		await expect(training.getByText('It has not been recorded, because there is no learning record here.')).toBeVisible();
		await training.getByRole('button', { name: 'Save and exit' }).last().click();
		await expect(training.getByRole('heading', { name: 'You have left this training' })).toBeVisible();
	});

	test('an API that comes after 5 seconds gets what was answered before', async ({ launch, context }) => {
		await stopClock(context);
		const launched = await launch('sample', 'frame', { late: 5000, standard: 'scorm-2004-4' });
		const { training, seen } = launched;
		await press(training, 'Start now');
		await answerAll(training, 1);
		const place = await heading(training);
		await expect(training.getByRole('status')).toHaveText('Looking for your learning record. You can start reading.');
		await context.clock.runFor(5500);
		await expect(training.getByRole('status')).toContainText('Saved to your learning record at');
		expect(await heading(training)).toBe(place);
		expect((await seen()).snapshot['cmi.suspend_data']).toMatch(/^A2(\.[\w-]*){4}\.[\w-]{4}b\.[\w-]*\.[\w-]{4}$/);
		await closeFrame(launched);
		expect((await seen()).findings).toEqual([]);
	});

	test('a module that is through before any LMS is found claims nothing', async ({ launch, context }) => {
		await stopClock(context);
		const { training } = await launch('small', 'frame', { late: 5000 });
		await press(training, 'Start now');
		await goThrough(training);
		await expect(training.getByText('has been told')).toHaveCount(0);
		await context.clock.runFor(5500);
		await expect(training.getByText(TOLD)).toBeVisible();
	});
});

test.describe('where commits fail', () => {
	const MINUTES: [what: string, Config][] = [
		['strict', { standard: 'scorm-2004-4' }],
		['booleans', { booleans: true }],
		['what failed is not sent again', { forgets: true }]
	];
	for (const [what, config] of MINUTES) {
		test(`for a minute, it is told, and heals by itself (${editionOf(config.standard).name}, ${what})`, async ({ launch, context }) => {
			await stopClock(context);
			const launched = await launch('sample', 'frame', config);
			const { training, seen, away } = launched;
			await expect(training.getByRole('status')).toHaveText('Saved to your learning record at 10:41.');
			await press(training, 'Start now');
			await away(true);
			await answerAll(training);
			await expect(training.getByRole('status')).toHaveText(UNSAVED);
			await press(training, 'Continue');
			await answerAll(training);
			await context.clock.runFor(60_000);
			await expect(training.getByRole('status')).toHaveText(UNSAVED);
			await away(false);
			await context.clock.runFor(31_000);
			await expect(training.getByRole('status')).toHaveText('Saved to your learning record at 10:42.');
			expect((await seen()).snapshot['cmi.suspend_data']).toMatch(/^A2(\.[\w-]*){4}\.[\w-]{4}a,[\w-]{4}a\.[\w-]*\.[\w-]{4}$/);
			await closeFrame(launched);
			expect((await seen()).findings).toEqual([]);
		});
	}

	test('once, the next one heals it', async ({ launch, context }) => {
		await stopClock(context);
		const { training, seen } = await launch('small', 'frame', { fails: 1, standard: 'scorm-2004-3' });
		await expect(training.getByRole('status')).toHaveText(UNSAVED);
		await press(training, 'Start now');
		await press(training, 'Continue');
		await expect(training.getByRole('status')).toContainText('Saved');
		expect((await seen()).snapshot).toMatchObject({ 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend', 'cmi.progress_measure': '0.25' });
	});

	test('for good, the module can be read to its end, and nothing is claimed', async ({ launch, context }) => {
		await stopClock(context);
		const launched = await launch('small', 'frame', { away: true });
		const { training, seen } = launched;
		await expect(training.getByRole('status')).toHaveText(UNSAVED);
		await press(training, 'Start now');
		await goThrough(training);
		await context.clock.runFor(300_000);
		await expect(training.getByText('It is not recorded yet.')).toBeVisible();
		await expect(training.getByText('has been told')).toHaveCount(0);
		await press(training.locator('[data-showing]'), 'Save and exit');
		await expect(training.getByText('What you did last may not have been saved, because your learning system did not answer.')).toBeVisible();
		await finished(launched);
		expect((await seen()).snapshot).toEqual({});
	});

	test('a completion is called recorded when it is, and not before', async ({ launch, context }) => {
		await stopClock(context);
		const { training, seen, away } = await launch('small', 'frame', { forgets: true });
		await begin(training);
		await away(true);
		await goThrough(training);
		await expect(training.getByText('has been told')).toHaveCount(0);
		await expect(training.getByText('It is not recorded yet.')).toBeVisible();
		await away(false);
		await context.clock.runFor(31_000);
		await expect(training.getByText(TOLD)).toBeVisible();
		expect((await seen()).snapshot).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
	});
});

test('an API that throws is told, and the module can be read to its end', async ({ launch }) => {
	const { training } = await launch('small', 'frame', { throws: ['LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSFinish'] });
	await expect(training.getByRole('status')).toContainText('Your progress is not being saved.');
	await press(training, 'Start now');
	await goThrough(training);
	await press(training.locator('[data-showing]'), 'Save and exit');
	await expect(training.getByRole('heading', { name: 'You have left this training' })).toBeVisible();
});

test('an API that goes away in the middle is told, and what was kept before it went is kept', async ({ launch }) => {
	const launched = await launch('small', 'frame', { standard: 'scorm-2004-4' });
	const { training, seen, lms } = launched;
	await begin(training);
	await press(training, 'Continue');
	await lms.evaluate(() => (window as unknown as { seen: { vanish(): void } }).seen.vanish());
	await press(training, 'Skip this page');
	await answerAll(training);
	await expect(training.getByRole('status')).toHaveText(UNSAVED);
	await press(training, 'Finish');
	await expect(training.getByText('It is not recorded yet.')).toBeVisible();
	await press(training.locator('[data-showing]'), 'Save and exit');
	await expect(training.getByText('What you did last may not have been saved')).toBeVisible();
	expect((await seen()).snapshot).toMatchObject({ 'cmi.completion_status': 'incomplete', 'cmi.progress_measure': '0.25' });
});

for (const [mode, standard] of [['review', 'scorm-1.2'], ['browse', 'scorm-2004-4']] as const) {
	test(`in ${mode} nothing is written, and the learner is told`, async ({ launch }) => {
		const { names, begun } = editionOf(standard);
		const launched = await launch('small', 'frame', { standard, mode, saved: mode === 'review' ? { 'cmi.core.lesson_status': 'completed' } : begun });
		const { training, seen } = launched;
		await expect(training.getByRole('status')).toHaveText('You are reading this again, so nothing new is recorded.');
		await press(training, mode === 'review' ? 'Read again' : 'Start now');
		await goThrough(training);
		await expect(training.getByText('has been told')).toHaveCount(0);
		await press(training.locator('[data-showing]'), 'Save and exit');
		await finished(launched);
		const { calls, findings } = await seen();
		expect(calls.filter(({ name }) => ([names.set, names.commit] as string[]).includes(name))).toEqual([]);
		expect(findings).toEqual([]);
	});
}

test('the largest module that can be made fits into ESR, whatever is answered', async ({ launch }) => {
	const launched = await launch('large', 'frame', { profile: 'esr' });
	const { training, seen } = launched;
	await begin(training);
	for (let page = 1; page <= 7; page += 1) {
		await shown(training).evaluate((part) => {
			for (const form of part.querySelectorAll('form[id^="question-"]')) {
				for (const box of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.checked = true;
				(form as HTMLFormElement).requestSubmit();
			}
		});
		await press(training, page === 7 ? 'Finish' : 'Continue');
	}
	await expect(training.getByText(TOLD)).toBeVisible();
	await closeFrame(launched);
	const { calls, findings, snapshot } = await seen();
	expect(findings).toEqual([]);
	expect(snapshot).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
	const longest = Math.max(...calls.map(({ arguments: [element, value = ''] }) => (element === 'cmi.suspend_data' ? value.length : 0)));
	expect(longest).toBeGreaterThan(3900);
	expect(longest).toBeLessThanOrEqual(4000);
});
