import { expect, type Locator } from '@playwright/test';
import type { Seen } from './lms.ts';
import type { Launched, Window } from './test.ts';

/** The page that the learner sees. */
export const shown = (training: Window): Locator => training.locator('[data-showing]');

const button = (training: Pick<Window, 'getByRole'>, name: string) => training.getByRole('button', { name, exact: true });

/** Presses the one button of that name. */
export const press = (training: Pick<Window, 'getByRole'>, name: string): Promise<void> => button(training, name).click();

/** Begins a module from its start page. */
export async function begin(training: Window): Promise<void> {
	await expect(training.getByRole('status')).toContainText('Saved');
	await button(training, 'Start now').click();
}

/** Answers every question and scenario of the page that shows, each with the option at `place`, and reads what comes back. */
export async function answerAll(training: Window, place = 0): Promise<number> {
	const forms = shown(training).locator('form[id^="question-"]:visible');
	const count = await forms.count();
	for (let index = 0; index < count; index += 1) {
		const form = forms.nth(index);
		for (const select of await form.locator('select').all()) await select.selectOption({ index: 1 + place });
		const options = form.locator('input[type=radio], input[type=checkbox]');
		if ((await options.count()) > 0) await form.locator('label').nth(place).click();
		await form.locator('button:not([name=move])').click();
		const feedback = shown(training).locator(`[id="${(await form.getAttribute('id'))!.replace('question-', 'feedback-')}"]`);
		await expect(feedback).toBeVisible();
		await expect(feedback).toBeFocused();
	}
	return count;
}

/** Reads and answers from the page that shows to the last one, and presses Finish. */
export async function goThrough(training: Window): Promise<{ pages: number; answers: number }> {
	let answers = 0;
	for (let pages = 1; ; pages += 1) {
		answers += await answerAll(training);
		const last = await button(training, 'Finish').isVisible();
		await button(training, last ? 'Finish' : 'Continue').click();
		if (last) return { pages, answers };
	}
}

/** The heading of what shows, without "Page 3 of 12". */
export async function heading(training: Window): Promise<string> {
	const text = await shown(training).locator('h1').innerText();
	return text.split('\n').at(-1)!.trim();
}

/** A pop-up may be gone before Playwright hears of the click that closes it. */
export function unlessClosed(error: Error): void {
	if (!error.message.includes('closed')) throw error;
}

/** Leaves by `button`, which may close the window that it is in. */
export async function exit(button: Locator): Promise<void> {
	await button.click().catch(unlessClosed);
}

/** Closes the training as a learning system does that takes its frame away. */
export const closeFrame = ({ lms }: Launched): Promise<void> => lms.evaluate(() => document.querySelector('iframe')!.remove());

/** Waits for the end of the session. */
export async function finished({ lms }: Launched): Promise<void> {
	await expect.poll(() => lms.evaluate(() => (window as unknown as { seen: Seen }).seen.calls.at(-1)?.name)).toMatch(/^(LMSFinish|Terminate)$/);
}
