import { apply, begin, type Attempt, type Event, type Refusal } from '#lib/progress/attempt.ts';
import { outcome } from '#lib/progress/outcome.ts';
import type { Played } from '#lib/module/module.ts';
import type { Opening, Status, Tracker } from '#lib/tracker/tracker.ts';

/** An attempt while somebody is at it: what they did, and how its record is. */
export class LiveAttempt {
	attempt: Attempt = $state.raw()!;
	status: Status | undefined = $state.raw();
	/** How the record was found; absent until it was. */
	opening: Opening | undefined = $state.raw();
	readonly #module: Played;
	readonly #tracker: Tracker;
	/** What was done before the record was found: an LMS may take seconds to answer, and nobody should have to wait. */
	#early: Event[] | undefined = [];

	/** @param known what the page was rendered with, where the record is known already */
	constructor(module: Played, tracker: Tracker, known?: Attempt) {
		this.#module = module;
		this.#tracker = tracker;
		this.attempt = known ?? begin(module);
	}

	get outcome() {
		return outcome(this.#module, this.attempt);
	}

	/** Finds the record, and adds to it what was done while it was looked for. Returns whether that was anything. */
	async open(): Promise<boolean> {
		const opening = await this.#tracker.open((status) => (this.status = status));
		const early = this.#early ?? [];
		this.#early = undefined;
		this.attempt = early.reduce((attempt, event) => apply(this.#module, attempt, event).attempt ?? attempt, opening.attempt ?? this.attempt);
		this.opening = opening;
		for (const event of early) if (event.kind === 'answer') this.#tracker.answered(event);
		if (early.length > 0) this.#record();
		return early.length > 0;
	}

	/** Applies what the learner did and records it; returns why it could not be, where it could not. */
	happen(event: Event): Refusal | undefined {
		const { attempt, refused } = apply(this.#module, this.attempt, event);
		if (refused) return refused;
		if (attempt === this.attempt) return undefined;
		this.attempt = attempt;
		if (this.#early) this.#early.push(event);
		else {
			if (event.kind === 'answer') this.#tracker.answered(event);
			this.#record();
		}
		return undefined;
	}

	close(): void {
		this.#tracker.close();
	}

	#record(): void {
		const { attempt, outcome } = this;
		if (outcome.complete) this.#tracker.finish(attempt, outcome);
		else this.#tracker.save(attempt, outcome);
	}
}
