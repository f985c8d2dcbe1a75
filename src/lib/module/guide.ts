import type { Page } from './module.ts';

/** What a guide is: one to a role, the plan of a session that peers lead, or a story from practice. */
export const GUIDE_KINDS = ['guide', 'session', 'story'] as const;

/** Pages to read and print, with nothing to complete: plain JSON, as a module is. */
export interface Guide {
	/** The same number as a module's: both are made of the same pages. */
	format: number;
	slug: string;
	kind: (typeof GUIDE_KINDS)[number];
	title: string;
	/** One sentence, for lists. */
	summary: string;
	/** The slug of the audience that it is for. */
	audience: string;
	/** Of a session: the module that it goes with, and how long it takes in minutes. */
	module?: string;
	minutes?: number;
	/** Of a story: in which roles people wrote it, and which have approved it, among them a peer role. Never names. */
	writtenBy?: string[];
	approvedBy?: string[];
	/** BCP 47. */
	lang: string;
	dir: 'ltr' | 'rtl';
	/** As HTML of the language's own making. */
	sources: string[];
	/** What stands under each `#` heading. The first is the whole in one page. */
	parts: Page[];
}
