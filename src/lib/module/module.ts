import type { Prose } from './blocks/prose.ts';
import type { ContentNote } from './blocks/content-note.ts';
import type { Question } from './blocks/question.ts';
import type { Scenario } from './blocks/scenario.ts';
import type { Reflection } from './blocks/reflection.ts';
import type { DoList } from './blocks/do-list.ts';
import type { LocalDetail } from './blocks/local-detail.ts';

/**
 * The number of the compiled document's shape. A stored document with another
 * number is compiled again from its source.
 */
export const FORMAT = 1;

/** When in somebody's work a module is meant to be done. */
export const STAGES = ['induction', 'before-role', 'first-3-months', 'ongoing', 'experienced'] as const;
export type Stage = (typeof STAGES)[number];

/** A piece of training, compiled: plain JSON, the same for the web and for packages. */
export interface Module {
	format: typeof FORMAT;
	slug: string;
	title: string;
	/** One sentence, for lists. */
	summary: string;
	/** The slug of the audience that the module is for. */
	audience: string;
	stage: Stage;
	/** How long it takes, in minutes. */
	minutes: number;
	/** Months after which it is due again; absent where it is done once. */
	renewMonths?: number;
	/** BCP 47, for example `en-GB`. */
	lang: string;
	dir: 'ltr' | 'rtl';
	/** What somebody can do after the module, each completing "you can". */
	outcomes: string[];
	/** Where the facts come from, the research first, as HTML of the language's own making. */
	sources: string[];
	pages: Page[];
}

/** One page: what stands under one `#` heading. */
export interface Page {
	/** Stable: from `{#id}` or the heading. */
	id: string;
	title: string;
	/** Present where the page may be hard to read, with its short version. */
	note?: ContentNote;
	blocks: Block[];
}

export type Block = Prose | Question | Scenario | Reflection | DoList | LocalDetail;

/** What people answer on a page: its questions and scenarios, in order. */
export function answerables(page: Page): (Question | Scenario)[] {
	return page.blocks.filter((block) => block.kind === 'question' || block.kind === 'scenario');
}

/** Every local detail that a module names, once each, in order of appearance. */
export function localDetails(module: Module): LocalDetail[] {
	const found = new Map<string, LocalDetail>();
	for (const page of module.pages) {
		for (const block of page.blocks) {
			if (block.kind === 'local-detail' && !found.has(block.name)) found.set(block.name, block);
		}
	}
	return [...found.values()];
}
