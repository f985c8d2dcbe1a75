import type { BrowserContext } from '@playwright/test';
import { inPlainWords } from '#lib/lms/in-plain-words.ts';
import { BOTH, editionOf } from './package-host/edition.ts';
import { answerAll, begin, closeFrame, exit, finished, goThrough, heading, press, shown } from './package-host/learner.ts';
import { expect, test, type Launched } from './package-host/test.ts';

type Cut = (launched: Launched, context: BrowserContext) => Promise<void>;

/** Ends the process of both windows. */
const crash: Cut = async ({ page, lms }, context) => {
	const session = await context.newCDPSession(page);
	const crashed = Promise.all([page, lms].map((each) => each.waitForEvent('crash')));
	// There is nobody left to answer it.
	void session.send('Page.crash').catch(() => undefined);
	await crashed;
};

for (const standard of BOTH) {
	const { name, names, elements, begun, done } = editionOf(standard);
	test(`somebody who is cut off three times loses nothing, and completes (${name})`, async ({ launch, browser }) => {
		const log: string[] = [];
		const config = { standard, record: `cut-off-${standard}` };
		const sitting = async (what: string, work: (launched: Launched) => Promise<void>, cut?: Cut) => {
			const context = await browser.newContext();
			const launched = await launch('small', 'pop-up', config, context);
			await expect(launched.training.getByRole('status')).toContainText('Saved');
			await work(launched);
			const { calls, findings, snapshot } = await launched.seen();
			expect(findings).toEqual([]);
			expect(calls.filter(({ answer }) => ['false', 'threw'].includes(answer))).toEqual([]);
			log.push(...calls.map((call) => inPlainWords(call)), `— ${what} —`);
			await cut?.(launched, context);
			await context.close();
			return { calls, snapshot };
		};
		const first = await sitting(
			'the browser crashes',
			async ({ training }) => {
				await press(training, 'Start now');
				await press(training, 'Continue');
			},
			crash
		);
		expect(first.snapshot).toMatchObject(begun);
		await sitting(
			'the window is taken away',
			async ({ training }) => {
				await expect(training.getByRole('heading', { name: 'Something hard' })).toBeFocused();
				await press(training, 'Skip this page');
				await shown(training).getByLabel('the former').check();
				await press(shown(training).locator('form').first(), 'Check your answer');
				await expect(shown(training).locator('.alongside-feedback')).toBeFocused();
			},
			({ lms }) => lms.close()
		);
		await sitting('the browser is ended', async ({ training }) => {
			await expect(training.getByRole('heading', { name: 'The end' })).toBeFocused();
			await expect(shown(training).getByLabel('the former')).toBeChecked();
			await shown(training).getByLabel('third').check();
			await press(shown(training).locator('form').nth(1), 'Check your answer');
			await expect(shown(training).locator('.alongside-feedback').last()).toBeFocused();
		});
		const last = await sitting('the learner is done', async (launched) => {
			const { training } = launched;
			await expect(shown(training).getByLabel('the former')).toBeChecked();
			await expect(shown(training).getByLabel('third')).toBeChecked();
			await press(training, 'Finish');
			await expect(training.getByText('has been told that you completed')).toBeVisible();
			await exit(training.getByRole('button', { name: 'Save and exit' }).last());
			await finished(launched);
		});
		expect(last.snapshot).toMatchObject(done);
		expect(last.calls.at(-1)!.name).toBe(names.terminate);
		const set = last.calls.filter(({ name, arguments: [element] }) => name === names.set && element === elements.status);
		expect(set.at(-1)!.arguments[1]).toBe('completed');

		await test.info().attach(`cut off three times, ${name}.txt`, { body: log.join('\n'), contentType: 'text/plain' });
		const times = (words: string) => log.filter((line) => line.startsWith(words)).length;
		expect(times('Told the learning system that somebody has opened the training')).toBe(4);
		expect(times('Told the learning system that the learner has left')).toBe(1);
		expect(times('Told the learning system: complete')).toBe(1);
		// Each page and each answer was kept before anything else happened.
		const kept = log.filter((line) => line.startsWith('Saved what was done so far') || line === 'Asked the learning system to keep everything');
		expect(kept.filter((line, index) => line.startsWith('Saved') && kept[index + 1] !== 'Asked the learning system to keep everything')).toEqual([]);
		expect(times('Saved what was done so far')).toBeGreaterThanOrEqual(5);
	});

	test(`a newer version keeps what still exists and says what is new, with the way there (${name})`, async ({ launch }) => {
		const first = await launch('small', 'frame', { standard });
		await begin(first.training);
		await press(first.training, 'Continue');
		await press(first.training, 'Skip this page');
		await answerAll(first.training);
		await closeFrame(first);
		const { snapshot: saved } = await first.seen();

		const second = await launch('later', 'frame', { standard, saved });
		const { training } = second;
		await expect.poll(() => heading(training)).toBe('The end');
		await expect(shown(training).getByRole('radio').first()).toBeChecked();
		await expect(training.getByText('This module has changed since you were last here. What you have done still counts. New to you:')).toBeVisible();
		await expect(training.locator('.alongside-status li')).toHaveText(['A new page', 'The end']);
		await training.getByRole('link', { name: 'A new page' }).first().click();
		await expect(training.getByRole('heading', { name: 'A new page' })).toBeFocused();
		await press(training, 'Continue');
		await press(training, 'Finish');
		await expect(training.getByRole('heading', { name: 'What is left' })).toBeFocused();
		await expect(shown(training).getByRole('listitem')).toHaveText(['The end: 1 question to answer']);
		await shown(training).getByRole('link', { name: 'The end' }).click();
		const added = shown(training).locator('form[id^="question-"]').last();
		await added.locator('label').first().click();
		await press(added, 'Check your answer');
		await press(training, 'Finish');
		await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
		await closeFrame(second);
		const { findings, snapshot } = await second.seen();
		expect(findings).toEqual([]);
		expect(snapshot).toMatchObject(done);
	});
}

test('a module left half-way is resumed elsewhere on the same page with the same answers', async ({ launch, browser }) => {
	const standard = 'scorm-2004-4';
	const first = await launch('sample', 'frame', { standard });
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
	const second = await launch('sample', 'frame', { standard, saved: snapshot }, elsewhere);
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
	expect(snapshot).toMatchObject(editionOf('scorm-1.2').begun);
	expect(snapshot['cmi.suspend_data']).toMatch(/^A2(\.[\w-]*){4}\.[\w-]{4}a\.[\w-]*\.[\w-]{4}$/);
});

for (const [what, standard, state] of [
	['of another program', 'scorm-1.2', '{"page":3,"done":[1,2]}'],
	['cut off half-way', 'scorm-2004-4', 'A2.abcd.3.abcd.abcdabcd.abcda,ab']
] as const) {
	test(`a state ${what} lets the learner begin again, and says so`, async ({ launch }) => {
		const { begun, elements } = editionOf(standard);
		const launched = await launch('small', 'frame', { standard, saved: { ...begun, [elements.state]: state, [elements.location]: 'page-7' } });
		const { training, seen } = launched;
		await expect(training.getByText('Your earlier place could not be read, so this starts at the beginning. You can go to any page.')).toBeVisible();
		await begin(training);
		await goThrough(training);
		await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
		await closeFrame(launched);
		const { findings, snapshot } = await seen();
		expect(findings).toEqual([]);
		expect(snapshot).toMatchObject(editionOf(standard).done);
	});
}
