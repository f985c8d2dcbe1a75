import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import type { Instant, Schema } from '../database/schema.ts';
import { checkBy, stateOf, STATES, type State } from './checking.ts';
import { NOTHING, type Content } from './content.ts';
import { namedDetails, titleOf, type Request } from './named.ts';

/** A local detail with what is known of it. */
export interface Entry extends Content {
	name: string;
	title: string;
	/** What is asked for and where; none where nothing names it any more. */
	requests: Request[];
	state: State;
	/** The last day on which it counts as checked. */
	checkBy: string | null;
	/** The last change that the history knows. */
	changed?: { at: Instant; by: string | null };
	/** The number of that change, or 0. */
	revision: number;
}

/** Every entry that anything names or the trust has filled in: what is missing first, then what nobody has checked for long. */
export async function listEntries(db: Kysely<Schema>, now: Date): Promise<Entry[]> {
	const [named, rows, changes] = await Promise.all([namedDetails(db), db.selectFrom('local_detail').selectAll().execute(), lastChanges(db)]);
	const contents = new Map(rows.map(({ name, text, kept_by, checked_on }) => [name, { text, keptBy: kept_by, checkedOn: checked_on }]));
	const names = new Set([...named.keys(), ...contents.keys()]);
	const entries = [...names].map((name): Entry => {
		const content = contents.get(name) ?? NOTHING;
		const change = changes.get(name);
		return {
			name,
			title: titleOf(name),
			requests: named.get(name)?.requests ?? [],
			...content,
			state: stateOf(content, named.has(name), londonDate(now)),
			checkBy: content.checkedOn && checkBy(content.checkedOn),
			changed: change && { at: change.at, by: change.by },
			revision: change?.id ?? 0
		};
	});
	return entries.sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || one.title.localeCompare(other.title, 'en-GB'));
}

/** The entry called `name`, or undefined where nothing names it and nobody has filled it in. */
export async function findEntry(db: Kysely<Schema>, name: string, now: Date): Promise<Entry | undefined> {
	return (await listEntries(db, now)).find((entry) => entry.name === name);
}

/** The names of entries that were taken away, whose history can still be read. */
export async function removedNames(db: Kysely<Schema>): Promise<string[]> {
	const rows = await db
		.selectFrom('local_detail_change')
		.select('name')
		.distinct()
		.where('name', 'not in', db.selectFrom('local_detail').select('name'))
		.orderBy('name')
		.execute();
	return rows.map(({ name }) => name);
}

async function lastChanges(db: Kysely<Schema>) {
	const rows = await db
		.selectFrom('local_detail_change')
		.leftJoin('person', 'person.id', 'local_detail_change.person_id')
		.select(['local_detail_change.id', 'local_detail_change.name', 'local_detail_change.at', 'person.name as by'])
		.where('local_detail_change.id', 'in', db.selectFrom('local_detail_change').select(({ fn }) => fn.max('id').as('id')).groupBy('name'))
		.execute();
	return new Map(rows.map((row) => [row.name, row]));
}

/** The entries in which `words` stand: in the name, the text, who keeps it, what is asked for, or where it is shown. */
export function searchEntries(entries: Entry[], words: string): Entry[] {
	const wanted = words.trim().toLowerCase();
	return entries.filter(({ name, title, text, keptBy, requests }) => {
		const places = requests.flatMap(({ html = '', places }) => [plainWords(html), ...places.flatMap(({ title, part = '' }) => [title, part])]);
		return [name, title, text, keptBy, ...places].some((held) => held.toLowerCase().includes(wanted));
	});
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The words of the language's own HTML. */
export function plainWords(html: string): string {
	const words = html.replace(/<[^>]*>/g, ' ').replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!);
	return words.replace(/\s+/g, ' ').replace(/ ([.,;:!?])/g, '$1').trim();
}
