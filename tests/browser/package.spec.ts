import { answerAll, begin, closeFrame, exit, finished, goThrough, heading, press, shown } from './package-host/learner.ts';
import type { Arrangement } from './package-host/server.ts';
import type { Config } from './package-host/lms.ts';
import { expect, test } from './package-host/test.ts';

/** The API calls that a module may make: 60 for 8 pages and 6 questions, and for each more what it takes to keep it. */
const allowance = ({ pages, answers }: { pages: number; answers: number }) => 60 + 3 * (pages - 8) + 2 * (answers - 6);

test.describe('a module can be completed', () => {
	const PLACES: [string, string, Arrangement, Config][] = [
		['a strict LMS, in a frame', 'working-alongside-peers', 'frame', {}],
		["ESR's adapter, in nested frames", 'managing-triggers', 'nested', { profile: 'esr' }],
		['the Learning Hub, in a frame of a pop-up', 'working-alongside-peers', 'pop-up with a frame', { booleans: true }],
		['scorm-again, in a pop-up', 'managing-triggers', 'pop-up', { lms: 'scorm-again' }],
		['a strict LMS, with 8 pages and 6 questions', 'sample', 'frame', {}]
	];
	for (const [where, module, arrangement, config] of PLACES) {
		test(`in ${where}: ${module}`, async ({ launch }) => {
			const launched = await launch(module, arrangement, config);
			const { training, seen } = launched;
			await begin(training);
			const size = await goThrough(training);
			if (module === 'sample') expect(size).toEqual({ pages: 8, answers: 6 });
			await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
			await expect(training.getByText('Your learning system has been told that you completed this module.')).toBeVisible();
			await exit(training.getByRole('button', { name: 'Save and exit' }).last());
			await finished(launched);
			const { calls, findings, snapshot } = await seen();
			expect(findings).toEqual([]);
			expect(calls.filter(({ answer }) => ['false', 'threw'].includes(answer))).toEqual([]);
			expect(snapshot).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
			expect(snapshot['cmi.suspend_data']!.length).toBeLessThan(4096);
			expect(calls.length).toBeLessThanOrEqual(allowance(size));
			test.info().annotations.push({ type: 'figures', description: `${size.pages} pages, ${size.answers} answers, ${calls.length} calls, ${snapshot['cmi.suspend_data']!.length} characters of state` });
		});
	}
});

test('a module left half-way is resumed elsewhere on the same page with the same answers', async ({ launch, browser }) => {
	const first = await launch('sample', 'frame');
	await begin(first.training);
	for (let page = 0; page < 3; page += 1) {
		await answerAll(first.training, 1);
		await press(first.training, 'Continue');
	}
	await answerAll(first.training, 2);
	const left = await heading(first.training);
	await closeFrame(first);
	const { snapshot, findings } = await first.seen();
	expect(findings).toEqual([]);

	const elsewhere = await browser.newContext();
	const second = await launch('sample', 'frame', { saved: snapshot }, elsewhere);
	await expect.poll(() => heading(second.training)).toBe(left);
	await expect(shown(second.training).getByRole('radio').nth(2)).toBeChecked();
	await expect(shown(second.training).locator('.alongside-feedback')).toBeVisible();
	await press(second.training, 'Back');
	await expect(shown(second.training).getByRole('radio').nth(1)).toBeChecked();
	await closeFrame(second);
	expect((await second.seen()).findings).toEqual([]);
	await elsewhere.close();
});

test('an answer is safe at once, without leaving', async ({ launch }) => {
	const { training, seen } = await launch('sample', 'frame');
	await begin(training);
	await answerAll(training);
	const { snapshot, calls } = await seen();
	expect(calls.at(-1)!.name).toBe('LMSCommit');
	expect(snapshot).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
	expect(snapshot['cmi.suspend_data']).toMatch(/^A2(\.[\w-]*){4}\.[\w-]{4}a\.[\w-]*\.[\w-]{4}$/);
});

test('a later version that has lost a page is resumed with what it still has', async ({ launch }) => {
	const first = await launch('working-alongside-peers', 'frame');
	await begin(first.training);
	for (let page = 0; page < 3; page += 1) await press(first.training, 'Continue');
	const place = await heading(first.training);
	await closeFrame(first);
	const { snapshot } = await first.seen();
	const second = await launch('shorter', 'frame', { saved: snapshot });
	await expect.poll(() => heading(second.training)).toBe(place);
	await goThrough(second.training);
	await expect(second.training.getByRole('link', { name: 'How are you arriving?' })).toHaveCount(0);
	await expect(second.training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
	await closeFrame(second);
	expect((await second.seen()).findings).toEqual([]);
});

test.describe('where there is no LMS', () => {
	test('the learner is told in plain words, can read everything and can leave', async ({ launch, context }) => {
		await context.clock.install();
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
		await context.clock.install();
		const launched = await launch('sample', 'frame', { late: 5000 });
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
		await context.clock.install();
		const { training } = await launch('small', 'frame', { late: 5000 });
		await press(training, 'Start now');
		await goThrough(training);
		await expect(training.getByText('has been told')).toHaveCount(0);
		await context.clock.runFor(5500);
		await expect(training.getByText('Your learning system has been told that you completed this module.')).toBeVisible();
	});
});

test.describe('where the LMS does not do its part', () => {
	for (const config of [{}, { booleans: true }, { forgets: true }]) {
		test(`saving that fails for a while is told, and heals by itself (${Object.keys(config)[0] ?? 'strict'})`, async ({ launch }) => {
			const launched = await launch('sample', 'frame', config);
			const { training, seen, away } = launched;
			await begin(training);
			await away(true);
			await answerAll(training);
			await expect(training.getByRole('status')).toHaveText('Your progress is not being saved. Keep this page open. It holds what you have done, and we keep trying.');
			await press(training, 'Continue');
			await answerAll(training);
			await away(false);
			await expect(training.getByRole('status')).toContainText('Saved to your learning record at', { timeout: 10_000 });
			expect((await seen()).snapshot['cmi.suspend_data']).toMatch(/^A2(\.[\w-]*){4}\.[\w-]{4}a,[\w-]{4}a\.[\w-]*\.[\w-]{4}$/);
			await closeFrame(launched);
			expect((await seen()).findings).toEqual([]);
		});
	}

	test('a completion is called recorded when it is, and not before', async ({ launch }) => {
		const { training, seen, away } = await launch('small', 'frame', { forgets: true });
		await begin(training);
		await away(true);
		await goThrough(training);
		await expect(training.getByText('has been told')).toHaveCount(0);
		await expect(training.getByText('It is not recorded yet.')).toBeVisible();
		await away(false);
		await expect(training.getByText('Your learning system has been told that you completed this module.')).toBeVisible({ timeout: 10_000 });
		expect((await seen()).snapshot).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
	});

	test('an API that throws is told, and the module can be read to its end', async ({ launch }) => {
		const { training } = await launch('small', 'frame', { throws: ['LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSFinish'] });
		await expect(training.getByRole('status')).toContainText('Your progress is not being saved.');
		await press(training, 'Start now');
		await goThrough(training);
		await press(training.locator('[data-showing]'), 'Save and exit');
		await expect(training.getByRole('heading', { name: 'You have left this training' })).toBeVisible();
	});
});

test('in review nothing is written, and the learner is told', async ({ launch }) => {
	const launched = await launch('small', 'frame', { mode: 'review', saved: { 'cmi.core.lesson_status': 'completed' } });
	const { training, seen } = launched;
	await expect(training.getByRole('status')).toHaveText('You are reading this again, so nothing new is recorded.');
	await press(training, 'Read again');
	await goThrough(training);
	await expect(training.getByText('has been told')).toHaveCount(0);
	await press(training.locator('[data-showing]'), 'Save and exit');
	await finished(launched);
	const { calls, findings } = await seen();
	expect(calls.filter(({ name }) => ['LMSSetValue', 'LMSCommit'].includes(name))).toEqual([]);
	expect(findings).toEqual([]);
});
