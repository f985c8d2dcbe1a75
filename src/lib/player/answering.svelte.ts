import { getPage, getPlayer } from './context.ts';

/**
 * What somebody answers in one block, while its page is open. Where scripts run
 * it is applied at once; else its form is posted.
 */
export class Answering {
	readonly id: string;
	readonly #player = getPlayer();
	readonly #page = getPage();
	/** Chosen on this page since it was opened; behind a content note there is nowhere else to keep it. */
	#here: string | undefined = $state.raw();
	/** Something was sent with nothing chosen, by this page's script. */
	#missed = $state.raw(false);

	constructor(id: string) {
		this.id = id;
	}

	/** Where the form is posted to; absent where nothing receives it. */
	get action(): string | undefined {
		return this.#page.noted ? undefined : this.#player.action;
	}

	/** Whether there is anybody to answer to: scripts, or a server. */
	get usable(): boolean {
		return this.action !== undefined || this.#player.live !== undefined;
	}

	/** Whose page it is, where forms are posted. */
	get reader(): string | undefined {
		return this.#player.reader;
	}

	/** The last answer: empty where only the fact is known, undefined where there is none. */
	get chosen(): string | undefined {
		return this.#here ?? this.#player.answers[this.id];
	}

	/** What is shown before it is answered, as the server has just been sent it. */
	get arranged(): string | undefined {
		return this.#player.arranged?.question === this.id ? this.#player.arranged.order : undefined;
	}

	get missed(): boolean {
		return this.#missed || (this.#here === undefined && this.#player.unanswered === this.id);
	}

	/** Whether scripts have started, so that nothing has to be posted. */
	get live(): boolean {
		return this.#player.live !== undefined;
	}

	/** Answers with `letters`; returns whether they could be taken. */
	answer(letters: string[]): boolean {
		const refused = this.#player.live!.happen({ kind: 'answer', page: this.#page.id, question: this.id, chosen: letters });
		this.#missed = refused !== undefined;
		if (!refused) this.#here = letters.join('');
		return !refused;
	}
}
