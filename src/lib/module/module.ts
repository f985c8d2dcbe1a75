import type { Activity } from './blocks/activity.ts';
import type { Audio } from './blocks/audio.ts';
import type { Callout } from './blocks/callout.ts';
import type { Checklist } from './blocks/checklist.ts';
import type { CheckIn } from './blocks/check-in.ts';
import type { CheckOut } from './blocks/check-out.ts';
import type { ContentNote } from './blocks/content-note.ts';
import type { Details } from './blocks/details.ts';
import type { DoList } from './blocks/do-list.ts';
import type { Glossary } from './blocks/glossary.ts';
import type { Image } from './blocks/image.ts';
import type { LocalDetail } from './blocks/local-detail.ts';
import type { Match } from './blocks/match.ts';
import type { Order } from './blocks/order.ts';
import type { Pause } from './blocks/pause.ts';
import type { Prose } from './blocks/prose.ts';
import type { Question } from './blocks/question.ts';
import type { Reflection } from './blocks/reflection.ts';
import type { Scenario } from './blocks/scenario.ts';
import type { Support } from './blocks/support.ts';
import type { Video } from './blocks/video.ts';
import type { Voice } from './blocks/voice.ts';
import { SUPPORT_ENTRIES } from './support-entries.ts';

/**
 * The number of the compiled document's shape. A stored document with another
 * number is compiled again from its source.
 */
export const FORMAT = 3;

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
	/** The share of questions that must be right to complete it, in percent; absent for nearly every module. */
	pass?: number;
	/** BCP 47, for example `en-GB`. */
	lang: string;
	dir: 'ltr' | 'rtl';
	/** What somebody can do after the module, each completing "you can". */
	outcomes: string[];
	/** Where the facts come from, the research first, as HTML of the language's own making. */
	sources: string[];
	pages: Page[];
	/** Words that the version before may have quoted, and nobody may see again: their keys (see consent.ts). */
	withdrawn?: string[];
}

/** What decides how far somebody has come: all that a page of the site has to send of a module to go on by itself. */
export type Played = Pick<Module, 'pages' | 'pass'>;

/** One page: what stands under one `#` heading. */
export interface Page {
	/** Stable: from `{#id}` or the heading. */
	id: string;
	title: string;
	/** Present where the page may be hard to read, with its short version. */
	note?: ContentNote;
	blocks: Block[];
}

/** What people answer. */
export type Answerable = Question | Order | Match | Scenario;

/** What is there to read, to look at and to think about, and changes for nobody. */
export type Still =
	| Prose
	| Image
	| Audio
	| Video
	| Voice
	| Callout
	| Details
	| DoList
	| LocalDetail
	| Support
	| Reflection
	| Activity
	| Checklist
	| Pause
	| CheckIn
	| CheckOut
	| Glossary;

/** A block may have a content note of its own, where only this part of a page may be hard to read. */
export type Block = (Answerable | Still) & { note?: ContentNote };

const ANSWERABLE: readonly Block['kind'][] = ['question', 'order', 'match', 'scenario'];

/** Whether people answer `block`. */
export function isAnswerable(block: Block): block is Answerable & { note?: ContentNote } {
	return ANSWERABLE.includes(block.kind);
}

/** What people answer on a page, in order. */
export function answerables(page: Page): (Answerable & { note?: ContentNote })[] {
	return page.blocks.filter(isAnswerable);
}

/** The same without whatever stands behind a content note: of that nothing is ever kept. */
export function recordables(page: Page): Answerable[] {
	return page.note ? [] : answerables(page).filter(({ note }) => note === undefined);
}

/** Every local detail that pages show, by itself or among others, once each and in order of appearance. */
export function localDetails({ pages }: { pages: Page[] }): LocalDetail[] {
	const found = new Map<string, LocalDetail>();
	for (const block of pages.flatMap(({ blocks }) => blocks)) {
		const named = block.kind === 'local-detail' ? [block] : block.kind === 'support' ? supportDetails() : [];
		for (const detail of named) if (!found.has(detail.name)) found.set(detail.name, detail);
	}
	return [...found.values()];
}

function supportDetails(): LocalDetail[] {
	return SUPPORT_ENTRIES.map(({ name, title }) => ({ kind: 'local-detail', name, request: `<p>${title}</p>` }));
}
