import { expect, type BrowserContext } from '@playwright/test';
import type { Learner } from './learner.ts';

/** The sound and video that a browser asks for. Captions are a few bytes, and a browser may fetch them for its menu. */
function mediaAsked(context: BrowserContext): string[] {
	const asked: string[] = [];
	context.on('request', (request) => /\/media\/kettle\.mp\d$/.test(request.url()) && asked.push(request.url().replace(/^.*\//, '')));
	return asked;
}

async function explanation(learner: Learner): Promise<void> {
	await learner.open('words-in-this-module');
	const { page, shown } = learner;
	const word = shown.getByRole('button', { name: 'rota' });
	const words = shown.locator('.alongside-explanation').first();
	await expect(words).toBeHidden();
	await word.focus();
	await page.keyboard.press('Enter');
	await expect(words).toBeVisible();
	await expect(words).toHaveText('(who works when)');
	await expect(words).toBeInViewport({ ratio: 1 });
	const [box, button] = [(await words.boundingBox())!, (await word.boundingBox())!];
	// It stands by its word, and not somewhere in the middle of the window.
	expect(Math.abs(box.y - (button.y + button.height))).toBeLessThan(20);
	expect(box.x).toBeLessThanOrEqual(button.x + button.width);
	await page.keyboard.press('Escape');
	await expect(words).toBeHidden();
	await expect(word).toBeFocused();
	await page.keyboard.press('Space');
	await expect(words).toBeVisible();
	await page.keyboard.press('Space');
	await expect(words).toBeHidden();

	await page.emulateMedia({ media: 'print' });
	await expect(words).toBeVisible();
	const line = (await shown.getByText('is on the wall by the kitchen').boundingBox())!;
	const printed = (await words.boundingBox())!;
	expect(printed.y).toBeGreaterThanOrEqual(line.y - 1);
	expect(printed.y + printed.height).toBeLessThanOrEqual(line.y + line.height + 1);
	await page.emulateMedia({ media: 'screen' });
}

async function listening(learner: Learner, context: BrowserContext): Promise<void> {
	const asked = mediaAsked(context);
	await learner.open('a-sound-to-rest-with');
	const audio = learner.shown.locator('audio');
	await expect(audio).toHaveAccessibleName('A kettle, for half a minute');
	await audio.scrollIntoViewIfNeeded();
	await learner.page.waitForTimeout(200);
	expect(await audio.evaluate((audio: HTMLAudioElement) => [audio.paused, audio.autoplay, audio.currentTime])).toEqual([true, false, 0]);
	expect(asked).toEqual([]);
	await audio.evaluate((audio: HTMLAudioElement) => audio.play());
	await expect.poll(() => audio.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0);
	expect(new Set(asked)).toEqual(new Set(['kettle.mp3']));
	await learner.shown.getByText('Read what is said').click();
	await expect(learner.shown.getByText('A kettle starts to hum')).toBeVisible();
}

async function watching(learner: Learner, context: BrowserContext): Promise<void> {
	const asked = mediaAsked(context);
	await learner.open('where-the-kitchen-is');
	const video = learner.shown.locator('video');
	await expect(video).toHaveAccessibleName('The way to the kitchen');
	await video.scrollIntoViewIfNeeded();
	await learner.page.waitForTimeout(200);
	expect(await video.evaluate((video: HTMLVideoElement) => [video.paused, video.autoplay, video.currentTime])).toEqual([true, false, 0]);
	expect(asked).toEqual([]);
	await video.evaluate((video: HTMLVideoElement) => video.play());
	await expect.poll(() => video.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
	await expect.poll(() => video.evaluate(({ textTracks }: HTMLVideoElement) => [textTracks[0]!.kind, textTracks[0]!.mode, textTracks[0]!.cues?.length])).toEqual(['captions', 'showing', 1]);
	expect(new Set(asked)).toEqual(new Set(['kettle.mp4']));
	await learner.shown.getByText('Read what can be seen').click();
	await expect(learner.shown.getByText('A corridor with a green line')).toBeVisible();
	await learner.shown.getByText('Read what is said').click();
	await expect(learner.shown.getByText('Everybody may use it')).toBeVisible();
}

async function aVoice(learner: Learner): Promise<void> {
	await learner.open('a-voice');
	const voice = learner.shown.locator('figure.alongside-voice');
	await expect(voice.locator('blockquote')).toContainText('someone had written my name on the kettle list');
	await expect(voice.locator('figcaption')).toHaveText('a peer support worker – made up, to show what a voice looks like');
}

async function pictures(learner: Learner, context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const shifts: unknown[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift' });
	});
	for (const [id, description] of [['the-kitchen', 'Two colleagues talk over tea at a small table'], ['a-picture-in-the-text', 'A map of the ward']] as const) {
		let arrive = () => {};
		const arrival = new Promise<void>((done) => (arrive = done));
		await context.route(/\/media\/tea\./, (route) => arrival.then(() => route.continue()));
		await learner.open(id);
		const picture = learner.shown.getByRole('img', { name: description });
		const before = (await picture.boundingBox())!;
		expect(before.width * before.height).toBeGreaterThan(0);
		// A part that opens moves everything, and that is not what this is about.
		await learner.page.evaluate(() => ((window as unknown as { shifts: unknown[] }).shifts.length = 0));
		expect(await picture.evaluate((image: HTMLImageElement) => image.complete)).toBe(false);
		arrive();
		await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
		await learner.page.waitForTimeout(100);
		expect(await picture.boundingBox()).toEqual(before);
		expect(await learner.page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([]);
		await context.unrouteAll({ behavior: 'wait' });
	}
}

/** What holds with scripts and without, on the site and in a package. */
export const READING: Record<string, (learner: Learner, context: BrowserContext) => Promise<void>> = {
	'a word is explained by keyboard, and on paper in the text': explanation,
	'a voice has a role and no name': aVoice
};

/** What needs scripts to be seen. */
export const PLAYING: Record<string, (learner: Learner, context: BrowserContext) => Promise<void>> = {
	'a sound is fetched and played when somebody asks, and not before': listening,
	'a video is fetched and played when somebody asks, with captions': watching,
	'nothing moves when a picture arrives': pictures
};
