import { expect, type Locator } from '@playwright/test';
import type { Learner } from './learner.ts';

const YES = 'This is what we had in mind';
const NOT_QUITE = 'This is not quite what we had in mind. You can answer as often as you like';

const STEPS = ['Thank them for telling you.', 'Say who you have to tell, and why.', 'Tell the person in charge today.', 'Write down the words that they used.'];

const items = ({ shown }: Learner) => shown.locator('.alongside-order__item');
const itemsOf = (learner: Learner) => items(learner).allInnerTexts();
const item = ({ shown }: Learner, words: string) => shown.locator('.alongside-order li').filter({ hasText: words });
const move = (learner: Learner, words: string, way: 'up' | 'down') => item(learner, words).getByRole('button', { name: `Move ${way}` });
const feedback = ({ shown }: Learner) => shown.locator('.alongside-feedback');
const press = ({ shown }: Learner, name: string) => shown.getByRole('button', { name, exact: true }).click();

/** Puts the steps into the right order with the buttons, however they stand. */
async function putRight(learner: Learner, use: (button: Locator) => Promise<void>): Promise<void> {
	for (const [place, words] of STEPS.entries()) {
		for (let at = (await itemsOf(learner)).indexOf(words); at > place; at -= 1) {
			await use(move(learner, words, 'up'));
			await expect(items(learner).nth(at - 1)).toHaveText(words);
		}
	}
}

/** Presses Tab until something with these words has the focus, as somebody does who cannot see more than that. */
export async function tabTo({ page }: Pick<Learner, 'page'>, words: string): Promise<void> {
	for (let presses = 0; presses < 60; presses += 1) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((words) => (document.activeElement as HTMLElement).innerText?.trim().startsWith(words), words)) return;
	}
	throw new Error(`Tab never came to "${words}".`);
}

async function orderByMouse(learner: Learner): Promise<void> {
	await learner.open('who-to-tell');
	const [before, first] = [await learner.stored(), await itemsOf(learner)];
	expect(first.toSorted()).toEqual(STEPS.toSorted());
	expect(first).not.toEqual(STEPS);
	await move(learner, first[0]!, 'down').click();
	await expect(items(learner)).toHaveText([first[1]!, first[0]!, ...first.slice(2)]);
	await move(learner, first[0]!, 'up').click();
	await expect(items(learner)).toHaveText(first);
	// There is nothing above the first. Its button says so, and stays where the focus can be.
	await expect(move(learner, first[0]!, 'up')).toBeDisabled();
	await move(learner, first[0]!, 'up').click({ force: true });
	await expect(items(learner)).toHaveText(first);
	expect(await learner.stored()).toBe(before);
	await expect(feedback(learner)).toHaveCount(0);

	await press(learner, 'Check your order');
	await expect(feedback(learner)).toContainText(NOT_QUITE);
	await expect(feedback(learner)).toContainText('They should hear from you what happens next');
	await expect(feedback(learner)).toBeInViewport();
	await putRight(learner, (button) => button.click());
	await press(learner, 'Check your order');
	await expect(feedback(learner)).toContainText(YES);

	await learner.comeBack();
	expect(await itemsOf(learner)).toEqual(STEPS);
	await expect(feedback(learner)).toContainText(YES);
}

async function orderByKeyboard(learner: Learner): Promise<void> {
	await learner.open('who-to-tell');
	const { page } = learner;
	const [first] = await itemsOf(learner);
	await move(learner, first!, 'down').focus();
	for (const [key, place] of [['Enter', 2], ['Space', 3]] as const) {
		if (!learner.scripts) await move(learner, first!, 'down').focus();
		await page.keyboard.press(key);
		await expect(items(learner).nth(place - 1)).toHaveText(first!);
		if (!learner.scripts) continue;
		await expect(move(learner, first!, 'down')).toBeFocused();
		await expect(learner.shown.getByRole('status').filter({ hasText: 'place' })).toHaveText(`${first} Now in place ${place} of 4`);
	}
	await putRight(learner, async (button) => {
		await button.focus();
		await page.keyboard.press('Enter');
	});
	if (!learner.scripts) await page.locator('.alongside-order').evaluate((list) => list.scrollIntoView());
	await tabTo(learner, 'Check your order');
	await page.keyboard.press('Enter');
	await expect(feedback(learner)).toContainText(YES);
	if (learner.scripts) await expect(feedback(learner)).toBeFocused();
}

const ROLES = { 'peer support worker': 'works alongside people who use services', 'peer trainer': 'plans and gives courses', 'peer lead': 'supports the peer workforce' };
const select = ({ shown }: Learner, role: string) => shown.getByLabel(role, { exact: true });
const chosen = (learner: Learner, role: string) => select(learner, role).evaluate((element: HTMLSelectElement) => element.selectedOptions[0]!.label);

/** Chooses by the first letters of what is to be chosen, as people do who know what they look for. */
async function type(learner: Learner, role: string, words: string): Promise<void> {
	await select(learner, role).focus();
	await learner.page.keyboard.type(words.slice(0, 5));
	expect(await chosen(learner, role)).toBe(words);
}

async function matching(learner: Learner): Promise<void> {
	await learner.open('who-does-what');
	const before = await learner.stored();
	const [[worker, works], [trainer, plans], [lead, supports]] = Object.entries(ROLES) as [[string, string], [string, string], [string, string]];
	await type(learner, worker, works);
	await type(learner, lead, plans);
	await learner.page.keyboard.press('Tab');
	await learner.page.keyboard.press('Enter');
	await expect(learner.shown).toContainText('Choose something for each');
	expect(await Promise.all([worker, trainer, lead].map((role) => chosen(learner, role)))).toEqual([works, 'Choose', plans]);
	if (learner.scripts) await expect(select(learner, trainer)).toBeFocused();
	await expect(feedback(learner)).toHaveCount(0);
	expect(await learner.stored()).toBe(before);

	await type(learner, trainer, supports);
	await press(learner, 'Check your answer');
	await expect(feedback(learner)).toContainText(NOT_QUITE);
	await expect(learner.shown).not.toContainText('Choose something for each');
	await type(learner, trainer, plans);
	await type(learner, lead, supports);
	await press(learner, 'Check your answer');
	await expect(feedback(learner)).toContainText(YES);
	await expect(feedback(learner)).toContainText('Titles differ from trust to trust');

	await learner.comeBack();
	for (const [role, words] of Object.entries(ROLES)) expect(await chosen(learner, role)).toBe(words);
	await expect(feedback(learner)).toContainText(YES);
}

/** A match that was answered before, and then left open in one place. */
async function matchingAgain(learner: Learner): Promise<void> {
	await learner.open('who-does-what');
	for (const [role, words] of Object.entries(ROLES)) await type(learner, role, words);
	await press(learner, 'Check your answer');
	await expect(feedback(learner)).toContainText(YES);
	await select(learner, 'peer lead').selectOption('Choose');
	await press(learner, 'Check your answer');
	await expect(learner.shown).toContainText('Choose something for each');
	expect(await chosen(learner, 'peer trainer')).toBe(ROLES['peer trainer']);
	expect(await chosen(learner, 'peer lead')).toBe('Choose');
	await learner.comeBack();
	expect(await chosen(learner, 'peer lead')).toBe(ROLES['peer lead']);
}

const steps = ({ shown }: Learner) => shown.locator('.alongside-scenario form');
const LAST = 'This is where the story ends';

/** Takes the choice with these words at one step, from the first. */
async function take(learner: Learner, step: number, words: string): Promise<void> {
	const form = steps(learner).nth(step);
	await form.getByLabel(words, { exact: false }).check();
	await form.getByRole('button').click();
	await expect(feedback(learner).nth(step).locator('dt').first()).toContainText(words);
}

const headings = ({ shown }: Learner) => shown.locator('.alongside-scenario h3').allInnerTexts();

async function everyWay(learner: Learner): Promise<void> {
	await learner.open('practice-the-meeting');
	await expect(steps(learner)).toHaveCount(1);
	await take(learner, 0, 'Can we stay with that');
	await expect(feedback(learner)).toContainText('Somebody looks up and nods');
	if (learner.scripts) await expect(feedback(learner)).toBeFocused();
	await take(learner, 1, 'Name one small thing');
	expect(await headings(learner)).toEqual(['In the meeting', 'The next morning']);
	await expect(learner.shown).not.toContainText(LAST);
	await take(learner, 2, 'Say yes, and ask');
	await expect(learner.shown).toContainText(LAST);

	// Another choice at the second step comes to the same third one, which is open again.
	await take(learner, 1, 'you would like to think');
	expect(await headings(learner)).toEqual(['In the meeting', 'The next morning']);
	await expect(feedback(learner)).toHaveCount(2);
	await expect(learner.shown).not.toContainText(LAST);

	// Another choice at the first leads past the second.
	await take(learner, 0, 'write to the chair');
	expect(await headings(learner)).toEqual(['The next morning']);
	await expect(steps(learner).last().getByRole('radio', { checked: true })).toHaveCount(0);
	await take(learner, 1, 'Ask for another day');
	await expect(feedback(learner).last()).toContainText('You can choose a day when you are less tired');
	await expect(learner.shown).toContainText(LAST);
}

async function nothingChosenAtTheSecondStep(learner: Learner): Promise<void> {
	await learner.open('practice-the-meeting');
	await take(learner, 0, 'Can we stay with that');
	const before = await learner.stored();
	await steps(learner).nth(1).getByRole('button').click();
	await expect(steps(learner).nth(1)).toContainText('Choose an answer');
	await expect(steps(learner).nth(1).getByText('Choose an answer')).toBeInViewport();
	await expect(steps(learner).nth(0)).not.toContainText('Choose an answer');
	await expect(steps(learner).nth(0).getByLabel('Can we stay')).toBeChecked();
	await expect(feedback(learner)).toHaveCount(1);
	expect(await learner.stored()).toBe(before);
	await take(learner, 1, 'Name one small thing');
	await expect(learner.shown).not.toContainText('Choose an answer');
}

async function halfWay(learner: Learner): Promise<void> {
	await learner.open('practice-the-meeting');
	await take(learner, 0, 'Can we stay with that');
	await learner.comeBack();
	await expect(steps(learner).nth(0).getByLabel('Can we stay')).toBeChecked();
	expect(await headings(learner)).toEqual(['In the meeting']);
	await expect(feedback(learner)).toHaveCount(1);
	await take(learner, 1, 'Name one small thing');
	await take(learner, 2, 'Ask for another day');
	await learner.comeBack();
	await expect(steps(learner)).toHaveCount(3);
	await expect(learner.shown).toContainText(LAST);
}

const NOT_KEPT = 'We did not keep what you chose';

/** In a module for peer workers only that something was answered is kept, wherever it is played. */
export async function answeringAsPeer(learner: Learner): Promise<void> {
	await learner.open('who-to-tell');
	await putRight(learner, (button) => button.click());
	await press(learner, 'Check your order');
	await expect(feedback(learner)).toContainText(YES);
	expect(await itemsOf(learner)).toEqual(STEPS);
	await learner.comeBack();
	await expect(feedback(learner)).toContainText(NOT_KEPT);
	expect(await itemsOf(learner)).not.toEqual(STEPS);

	await learner.open('who-does-what');
	await select(learner, 'peer lead').selectOption(ROLES['peer trainer']);
	await press(learner, 'Check your answer');
	await expect(learner.shown).toContainText('Choose something for each');
	expect(await chosen(learner, 'peer lead')).toBe(ROLES['peer trainer']);
	for (const [role, words] of Object.entries(ROLES)) await type(learner, role, words);
	await press(learner, 'Check your answer');
	await expect(feedback(learner)).toContainText(YES);
	await learner.comeBack();
	await expect(feedback(learner)).toContainText(NOT_KEPT);
	expect(await chosen(learner, 'peer lead')).toBe('Choose');

	await learner.open('practice-the-meeting');
	await take(learner, 0, 'Can we stay with that');
	await steps(learner).nth(1).getByRole('button').click();
	await expect(steps(learner).nth(1)).toContainText('Choose an answer');
	await take(learner, 1, 'Name one small thing');
	await take(learner, 2, 'Say yes, and ask');
	await expect(learner.shown).toContainText(LAST);
	await learner.comeBack();
	await expect(feedback(learner)).toContainText(NOT_KEPT);
	await expect(steps(learner)).toHaveCount(1);
	await expect(learner.shown).not.toContainText(LAST);
	expect(await learner.stored()).toMatch(/A2\.[\w-]{4}\.\w+\.[\w-]{4}\.([\w-]{4})*\.[\w-]{4},[\w-]{4},[\w-]{4}\.[\w-]*\.[\w-]{4}/);
}

/** What holds with scripts and without, on the site and in a package. */
export const ANSWERING: Record<string, (learner: Learner) => Promise<void>> = {
	'things are put into order with buttons, kept, and nothing is recorded by moving them': orderByMouse,
	'the keyboard alone puts things into order': orderByKeyboard,
	'whoever leaves one of the things to match open is told, and loses nothing': matching,
	'a match that was answered keeps its answer when one is left open later': matchingAgain,
	'every way through a scenario can be gone, and gone differently': everyWay,
	'choosing nothing at the second step says so there': nothingChosenAtTheSecondStep,
	'somebody who stops half-way through a scenario is there again when they come back': halfWay
};
