import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import { compileLocalText } from '#lib/module/local-text.ts';
import { SUPPORT_ENTRIES } from '#lib/module/support-entries.ts';
import { readFacts, writeFacts, SUPPORT_FACTS, type SupportFacts } from '#lib/module/support-facts.ts';
import type { PlainDate, Schema } from '../database/schema.ts';
import { stateOf, type State } from './checking.ts';
import type { Problem } from './typed.ts';

/** What "Get support" is made of, urgent help first: what a module shows of it, and what there is room for here. */
export const SUPPORT_PAGE_ENTRIES = [
	...SUPPORT_ENTRIES.slice(0, 3),
	{ name: 'debrief', title: 'A debrief after something hard' },
	{ name: 'buddies', title: 'A buddy, mentor or pair' },
	{ name: 'peer-network', title: 'The peer network' },
	...SUPPORT_ENTRIES.slice(3)
] as const;

/** An entry as people see it who need it. */
export interface SupportEntry {
	name: string;
	title: string;
	state: State;
	/** What is known of it, as HTML of the language's own making. */
	facts: { key: string; html: string }[];
	/** Whether nobody has said how to reach it. */
	unreachable: boolean;
	/** The rest, as HTML; empty where there is none. */
	html: string;
	checkedOn: PlainDate | null;
}

/** The entries of "Get support", filled in or not. */
export async function supportEntries(db: Kysely<Schema>, now: Date): Promise<SupportEntry[]> {
	const names = SUPPORT_PAGE_ENTRIES.map(({ name }) => name);
	const rows = await db.selectFrom('local_detail').select(['name', 'text', 'kept_by', 'checked_on']).where('name', 'in', names).execute();
	const stored = new Map(rows.map((row) => [row.name, row]));
	return SUPPORT_PAGE_ENTRIES.map(({ name, title }) => {
		const { text = '', kept_by: keptBy = '', checked_on: checkedOn = null } = stored.get(name) ?? {};
		const { facts, rest } = readFacts(text);
		const html = (words: string) => compileLocalText(name, words).html;
		const known = Object.entries(SUPPORT_FACTS).filter(([fact]) => facts[fact as keyof SupportFacts] !== '');
		return {
			name,
			title,
			state: stateOf({ text, keptBy, checkedOn }, true, londonDate(now)),
			facts: known.map(([fact, key]) => ({ key, html: html(facts[fact as keyof SupportFacts]) })),
			unreachable: text !== '' && facts.reach === '',
			html: rest === '' ? '' : html(rest),
			checkedOn
		};
	});
}

/** Whether `name` is an entry of "Get support", of which people have to know how to reach it. */
export function isSupport(name: string): boolean {
	return SUPPORT_PAGE_ENTRIES.some((entry) => entry.name === name);
}

/** The text of a support entry as a form has it in parts. */
export function joinFacts(field: (name: string) => string): string {
	return writeFacts({ runBy: field('runBy'), reach: field('reach'), private: field('private') }, field('text'));
}

/** The longest that one fact may be, in characters: what needs more belongs below. */
const LONGEST_FACT = 300;

/** What somebody in need would miss in the text of a support entry, and what is too long to be found in it. */
export function supportProblems(name: string, text: string): Problem[] {
	if (!isSupport(name) || text === '') return [];
	const { facts } = readFacts(text);
	const long = (Object.keys(SUPPORT_FACTS) as (keyof SupportFacts)[]).filter((fact) => [...facts[fact]].length > LONGEST_FACT);
	return [
		...(facts.reach === '' ? [{ field: 'reach' as const, words: 'Say how to reach it, such as a phone number, an email address, or when and where' }] : []),
		...long.map((field) => ({ field, words: `This has ${[...facts[field]].length.toLocaleString('en-GB')} characters. Make it ${LONGEST_FACT} or fewer, and write the rest below` }))
	];
}
