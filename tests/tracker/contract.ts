import { describe, expect, test, vi } from 'vitest';
import type { Module } from '#lib/module/module.ts';
import { shorten } from '#lib/progress/encoding.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import type { Tracker } from '#lib/tracker/tracker.ts';
import { openModule, playThrough, questionsOf, sensitiveModule } from './modules.ts';

/** One learner's record of one module, at whoever keeps it. */
export interface Place {
	/** A new sitting: a fresh tracker, which knows what was recorded and nothing else. */
	launch(): Promise<Tracker>;
	/** How often a completion has been recorded. */
	completions(): number;
	/** Everything that the other side holds or was sent, as text. */
	stored(): string;
	/** Takes the other side away, or brings it back. */
	away(gone: boolean): void;
	/** What a strict reviewer on the other side minds. */
	objections(): unknown[];
}

/** Makes a place where nothing is recorded yet. */
export type Host = (module: Module) => Promise<Place>;

/** A little more than the first pause after a failure. */
const HEALING = { timeout: 6000, interval: 50 };

/** What every tracker promises, whatever is on the other side; `records` is false where nobody is. */
export function contract(name: string, host: Host, { records } = { records: true }): void {
	// Side by side, since most of the time goes by waiting for the pause after a failure.
	describe.concurrent(`${name} keeps what a tracker promises:`, { timeout: 20_000 }, () => {
		async function sit(place: Place, module = openModule) {
			const tracker = await place.launch();
			const live = new LiveAttempt(module, tracker);
			await live.open();
			return { tracker, live, opening: live.opening! };
		}
		const saved = (live: LiveAttempt) => vi.waitFor(() => expect(live.status?.kind).toBe(records ? 'saved' : 'unrecorded'), HEALING);
		const recorded = (place: Place) => vi.waitFor(() => expect(place.completions()).toBe(1), HEALING);
		const [first, second] = questionsOf(openModule).filter(({ kind }) => kind === 'question') as [ReturnType<typeof questionsOf>[number], ReturnType<typeof questionsOf>[number]];
		const answer = { kind: 'answer', page: first.page, question: first.question, chosen: ['b'] } as const;

		/** Opens again until what was sent last has arrived, for a server may need a moment. */
		async function sitAgain(place: Place, arrived: (sitting: Awaited<ReturnType<typeof sit>>) => void, module = openModule) {
			return vi.waitFor(async () => {
				const sitting = await sit(place, module);
				arrived(sitting);
				return sitting;
			}, HEALING);
		}

		test('a first opening has nothing', async () => {
			const { live, opening } = await sit(await host(openModule));
			expect(opening).toMatchObject({ unreadable: false, complete: false });
			expect(live.attempt).toMatchObject({ here: openModule.pages[0]!.id, done: [], answers: {} });
		});

		test('what was done is there after closing and opening again', async () => {
			const place = await host(openModule);
			const { live } = await sit(place);
			live.happen({ kind: 'continue', page: openModule.pages[0]!.id });
			live.happen(answer);
			live.happen({ ...answer, chosen: ['c'] });
			live.happen({ kind: 'answer', page: second.page, question: second.question, chosen: ['a'] });
			await saved(live);
			live.close();
			await sitAgain(place, (again) =>
				expect(again.live.attempt).toMatchObject({
					here: second.page,
					done: [openModule.pages[0]!.id],
					answers: { [first.question]: 'c', [second.question]: 'a' }
				})
			);
			expect(place.objections()).toEqual([]);
		});

		test('what is answered while the record is looked for is recorded', async () => {
			const place = await host(openModule);
			const live = new LiveAttempt(openModule, await place.launch());
			const opening = live.open();
			live.happen(answer);
			await opening;
			await saved(live);
			live.close();
			await sitAgain(place, (again) => expect(again.live.attempt.answers).toEqual({ [first.question]: 'b' }));
		});

		test('nothing is lost by closing right after an answer', async () => {
			const place = await host(openModule);
			const { live } = await sit(place);
			live.happen(answer);
			live.close();
			await sitAgain(place, (again) => expect(again.live.attempt.answers).toEqual({ [first.question]: 'b' }));
		});

		test('completion is recorded once, however often it is said', async () => {
			const place = await host(openModule);
			const { live, tracker } = await sit(place);
			playThrough(live, openModule);
			for (let time = 0; time < 3; time += 1) tracker.finish(live.attempt, live.outcome);
			await recorded(place);
			live.close();
			const again = await sitAgain(place, ({ opening }) => expect(opening.complete).toBe(true));
			again.tracker.finish(live.attempt, live.outcome);
			playThrough(again.live, openModule);
			again.live.close();
			expect(place.completions()).toBe(1);
			expect(place.objections()).toEqual([]);
		});

		test('opening and closing alone completes nothing, and closing twice is harmless', async () => {
			const place = await host(openModule);
			for (let time = 0; time < 3; time += 1) {
				const { live, opening } = await sit(place);
				expect(opening.complete).toBe(false);
				live.close();
				live.close();
			}
			expect(place.completions()).toBe(0);
			expect(place.objections()).toEqual([]);
		});

		if (records) test('a record that fails is told, and is whole again by itself when the other side is back', async () => {
			const place = await host(openModule);
			const { live } = await sit(place);
			place.away(true);
			live.happen(answer);
			live.happen({ kind: 'continue', page: openModule.pages[0]!.id });
			await vi.waitFor(() => expect(live.status?.kind).toBe('unsaved'), HEALING);
			place.away(false);
			await saved(live);
			live.close();
			const again = await sitAgain(place, ({ live }) => expect(live.attempt.done).toEqual([openModule.pages[0]!.id]));
			expect(again.live.attempt.answers).toEqual({ [first.question]: 'b' });
			expect(place.objections()).toEqual([]);
		});

		if (records) test('a completion that could not be recorded at once is recorded later', async () => {
			const place = await host(openModule);
			const { live } = await sit(place);
			place.away(true);
			playThrough(live, openModule);
			await vi.waitFor(() => expect(live.status?.kind).toBe('unsaved'), HEALING);
			expect(place.completions()).toBe(0);
			place.away(false);
			await recorded(place);
			await saved(live);
			live.close();
			expect((await sit(place)).opening.complete).toBe(true);
			expect(place.objections()).toEqual([]);
		});

		test('what was chosen leaves no trace where the audience is sensitive, and completes all the same', async () => {
			const place = await host(sensitiveModule);
			const questions = questionsOf(sensitiveModule);
			const { live } = await sit(place, sensitiveModule);
			for (const { page, question, letters } of questions) {
				for (const letter of letters) live.happen({ kind: 'answer', page, question, chosen: [letter] });
			}
			await saved(live);
			live.close();
			const again = await sitAgain(place, ({ live }) => expect(live.attempt.answers).toEqual(Object.fromEntries(questions.map(({ question }) => [question, '']))), sensitiveModule);
			const found = questions.flatMap(({ question, letters }) => letters.filter((letter) => [',', '.'].some((end) => place.stored().includes(shorten(question) + letter + end))));
			expect(found).toEqual([]);
			playThrough(again.live, sensitiveModule);
			await recorded(place);
			again.live.close();
		});
	});
}
