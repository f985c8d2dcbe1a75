import type { Kysely } from 'kysely';
import type { Instant, PlainDate, Schema } from '../database/schema.ts';

/** One thing that is stored about somebody: words, an instant, a day, or words for that there is nothing; each under a name that people can read. */
export type Fact = { label: string } & ({ text: string } | { at: Instant } | { on: PlainDate } | { none: string });

/** A row about somebody, or a few that belong together. */
export type Entry = Fact[];

/** Where an item stands on the page. */
export const SECTIONS = {
	you: 'About you',
	training: 'Your training',
	peers: 'Peer roles and how modules were made',
	work: 'What you did for others here',
	signing: 'Signing in, and what the site noted'
} as const;

/** One kind of thing that is stored about people. */
export interface RecordItem {
	/** Names it in the download. */
	id: string;
	section: keyof typeof SECTIONS;
	title: string;
	/** What it is for, who can see it and how long it is kept: a sentence or two each. */
	purpose: string;
	seenBy: string;
	kept: string;
	/** The columns that say whose something is, as `table.column`, of all that is read here. */
	covers: readonly string[];
	/** Everything of the kind that is stored about one person, and about nobody else. */
	read(db: Kysely<Schema>, personId: string, now: Date): Promise<Entry[]>;
}

/** Words as a fact; nothing where there is nothing. */
export function words(label: string, text: string | number | null | undefined): Entry {
	return text === null || text === undefined || text === '' ? [] : [{ label, text: String(text) }];
}

/** Words as a fact; where there are none, that there are. */
export function wordsOrNone(label: string, text: string | null | undefined, none = 'None'): Entry {
	return text ? words(label, text) : [{ label, none }];
}

/** An instant as a fact; nothing where there is none. */
export function at(label: string, instant: Instant | null | undefined): Entry {
	return instant ? [{ label, at: instant }] : [];
}

/** A day as a fact; nothing where there is none. */
export function on(label: string, date: PlainDate | null | undefined): Entry {
	return date ? [{ label, on: date }] : [];
}

/** A fact that is said where it is so. */
export function where(so: boolean, label: string, text: string): Entry {
	return so ? [{ label, text }] : [];
}

/** For an entry that may say something about somebody's health. */
export function healthMark(sensitive: boolean): Entry {
	return where(sensitive, 'Please note', 'This may say something about your health. Managers are not shown it, and nobody else but the peer lead and the named people who may see these lists');
}
