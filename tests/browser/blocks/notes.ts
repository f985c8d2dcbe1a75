import { expect, type Locator } from '@playwright/test';

export const SECRET = 'zanzibar-in-1987';

/** The part behind a note, by what its short version says. */
const part = (shown: Locator, name: string) => shown.locator('.alongside-note').filter({ hasText: `The short version of the ${name}` });

/** Opens every part of the page with notes on parts, and answers, arranges, matches and writes whatever can be. */
async function readAll(shown: Locator, answerable: boolean): Promise<void> {
	for (const summary of await shown.getByText('Read this part', { exact: true }).all()) await summary.click();
	await part(shown, 'reflection').getByRole('textbox').fill(SECRET);
	await part(shown, 'reflection').getByRole('textbox').press('Tab');
	if (!answerable) {
		await expect(part(shown, 'question').getByRole('button')).toHaveCount(0);
		await part(shown, 'question').getByText('See what we say about every answer').click();
		await expect(part(shown, 'question').getByText('It may catch up with you on the way home.')).toBeVisible();
		return;
	}
	await part(shown, 'question').getByRole('radio').nth(1).check();
	await part(shown, 'question').getByRole('button').click();
	await expect(part(shown, 'question').locator('.alongside-feedback')).toContainText('It may catch up with you');
	await part(shown, 'order').getByRole('button', { name: 'Move down' }).first().click();
	await part(shown, 'order').getByRole('button', { name: 'Check your order' }).click();
	await expect(part(shown, 'order').locator('.alongside-feedback')).toContainText('Small things first.');
	await part(shown, 'match').getByRole('button').click();
	await expect(part(shown, 'match')).toContainText('Choose something for each');
	for (const select of await part(shown, 'match').getByRole('combobox').all()) await select.selectOption({ index: 1 });
	await part(shown, 'match').getByRole('button').click();
	await expect(part(shown, 'match').locator('.alongside-feedback')).toContainText('Ask early.');
	await expect(shown.locator('.alongside-feedback:visible')).toHaveCount(3);
}

/** Each way to take a part of a page that has a note. */
export const WAYS: Record<string, (shown: Locator, answerable: boolean) => Promise<void>> = {
	'reading it': readAll,
	async 'reading its short version'(shown) {
		for (const summary of await shown.getByText('Read a short version', { exact: true }).all()) await summary.click();
		await expect(shown.getByText('The short version of the reflection.')).toBeVisible();
	},
	async 'skipping it'() {}
};

/** Answers what has no note, as on any other page. */
export async function answerPlain(shown: Locator): Promise<void> {
	await shown.locator('#question-plain').getByRole('radio').first().check();
	await shown.locator('#question-plain').getByRole('button').click();
	await expect(shown.locator('#feedback-plain')).toContainText('Nothing of it is sent or stored');
}
