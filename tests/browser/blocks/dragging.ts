import { expect, type Locator, type Page } from '@playwright/test';
import type { Learner } from './learner.ts';

/** What a mouse and a finger have in common. */
interface Pointer {
	down(x: number, y: number): Promise<unknown>;
	move(x: number, y: number): Promise<unknown>;
	up(): Promise<unknown>;
}

async function mouse({ mouse }: Page): Promise<Pointer> {
	return { down: (x, y) => mouse.move(x, y).then(() => mouse.down()), move: (x, y) => mouse.move(x, y), up: () => mouse.up() };
}

async function finger(page: Page): Promise<Pointer> {
	const client = await page.context().newCDPSession(page);
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
	return { down: (x, y) => send('touchStart', [{ x, y }]), move: (x, y) => send('touchMove', [{ x, y }]), up: () => send('touchEnd', []) };
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
	const { x, y, width, height } = (await locator.boundingBox())!;
	return { x: x + width / 2, y: y + height / 2 };
}

async function dragging(learner: Learner, pointerOf: (page: Page) => Promise<Pointer>): Promise<void> {
	await learner.open('who-to-tell');
	const { page, shown } = learner;
	// At this width some of the words take one line and others two.
	await page.setViewportSize({ width: 320, height: 900 });
	const pointer = await pointerOf(page);
	const items = shown.locator('.alongside-order li');
	await items.first().evaluate((item) => item.scrollIntoView());
	const texts = () => shown.locator('.alongside-order__item').allInnerTexts();
	const first = await texts();
	const scrolled = await page.evaluate(() => scrollY);
	const from = await middle(items.first().locator('.alongside-order__handle'));
	const last = await middle(items.last());
	await pointer.down(from.x, from.y);
	const places: number[] = [];
	// Sideways too, as a hand does, and on until below the list.
	for (let step = 1; step <= 24; step += 1) {
		await pointer.move(from.x + step * 5, from.y + ((last.y + 60 - from.y) * step) / 24);
		places.push((await texts()).indexOf(first[0]!));
	}
	await expect(shown.locator('.alongside-order__dragged')).toContainText(first[0]!);
	await pointer.up();
	// From place to place, and never back.
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect([...new Set(places)]).toEqual([0, 1, 2, 3]);
	expect(await texts()).toEqual([...first.slice(1), first[0]]);
	await expect(shown.locator('.alongside-order__dragged')).toHaveCount(0);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);
	await expect(shown.locator('.alongside-feedback')).toHaveCount(0);
	// Let go of, it stays where it is.
	await page.mouse.move(from.x, from.y);
	expect((await texts()).at(-1)).toBe(first[0]);
}

/** What needs scripts and something to point with. */
export const DRAGGING: Record<string, (learner: Learner) => Promise<void>> = {
	'a mouse drags things into order, and what is dragged follows it': (learner) => dragging(learner, mouse),
	'a finger drags things into order, and what is dragged follows it': (learner) => dragging(learner, finger)
};
