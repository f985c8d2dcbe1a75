import { createContext, type Snippet } from 'svelte';
import type { LocalDetails } from '#lib/module/local-text.ts';
import type { LiveAttempt } from './live-attempt.svelte.ts';

/** What every block of a page needs from the page around it. */
export interface PlayerContext {
	/** Where the page's forms are posted to; absent where nothing receives them. */
	readonly action: string | undefined;
	/** Whose page it is, where forms are posted. */
	readonly reader?: string;
	/** Present in a browser, once scripts have started. */
	readonly live: LiveAttempt | undefined;
	readonly details: LocalDetails;
	/** The last answer, by question: what was stored, or what the server has just been sent. */
	readonly answers: Readonly<Record<string, string>>;
	/** The question whose form came back with nothing chosen, where scripts do not run. */
	readonly unanswered: string | undefined;
	/** Where scripts do not run: how somebody has just put the items of a question, before they answer it. */
	readonly arranged?: { question: string; order: string };
	/** The box to write a reflection in, given the question as HTML; absent where there is only a plain one, as in every package. */
	readonly reflection?: Snippet<[string]>;
}

/** What the blocks of one page need to know of that page. */
export interface PageContext {
	readonly id: string;
	/** Nothing on the page is recorded or posted, because it has a content note. */
	readonly noted: boolean;
	/** The level of headings that blocks bring along; 2 unless they stand under headings of their own. */
	readonly headingLevel?: 2 | 3;
}

export const [getPlayer, setPlayer] = createContext<PlayerContext>();
export const [getPage, setPage] = createContext<PageContext>();

/** Prepares blocks to be read only: nothing is answered, posted or kept. */
export function setReading(details: () => LocalDetails): void {
	setPlayer({
		action: undefined,
		live: undefined,
		get details() {
			return details();
		},
		answers: {},
		unanswered: undefined
	});
}
