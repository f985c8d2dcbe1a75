import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { suggest } from '#lib/module/suggestion.ts';
import type { Schema } from '../database/schema.ts';
import { isSame, NOTHING, type Content } from './content.ts';
import type { FileEntry } from './file.ts';
import { namedDetails } from './named.ts';
import { writeChange, type Change } from './save.ts';
import { tidyText } from './typed.ts';

/** What a file would do to one entry. */
export interface Step {
	name: string;
	/** `noted`: who keeps it or when it was checked, and not its text. */
	kind: 'added' | 'changed' | 'emptied' | 'noted';
	from: Content;
	to: Content;
}

/** What a file would do, before it does it. */
export interface Plan {
	steps: Step[];
	/** How many of its entries stand here already, as they are in the file. */
	unchanged: number;
	/** What nothing names and nobody has filled in here: it is left out. */
	unknown: { name: string; line: number; suggestion: string }[];
	/** Stands for all of the above: a plan that somebody has confirmed is carried out as they saw it or not at all. */
	fingerprint: string;
}

/** What the entries of a file would do now. What a file does not name stays as it is. */
export async function planImport(db: Kysely<Schema>, entries: FileEntry[]): Promise<Plan> {
	const rows = await db.selectFrom('local_detail').select(['name', 'text', 'kept_by', 'checked_on']).execute();
	const stored = new Map(rows.map(({ name, text, kept_by, checked_on }) => [name, { text, keptBy: kept_by, checkedOn: checked_on }]));
	const known = new Set([...(await namedDetails(db)).keys(), ...stored.keys()]);
	const steps: Step[] = [];
	const unknown: Plan['unknown'] = [];
	for (const entry of entries) {
		const { name, line } = entry;
		if (!known.has(name)) {
			unknown.push({ name, line, suggestion: suggest(name, [...known]).replaceAll('`', '"').trim() });
			continue;
		}
		const from = stored.get(name) ?? NOTHING;
		const to = after(from, entry);
		if (!isSame(from, to)) steps.push({ name, kind: kindOf(from, to), from, to });
	}
	const fingerprint = createHash('sha256').update(JSON.stringify([steps, unknown])).digest('hex');
	return { steps, unchanged: entries.length - steps.length - unknown.length, unknown, fingerprint };
}

function after(from: Content, { text: written, keptBy = from.keptBy, checkedOn }: FileEntry): Content {
	// What was stored in another way may end with an empty line, which a file does not have.
	const text = written === undefined || written === tidyText(from.text) ? from.text : written;
	if (text === '') return { text, keptBy, checkedOn: null };
	// A file that brings another text and no date does not say that anybody has checked it.
	return { text, keptBy, checkedOn: checkedOn !== undefined ? checkedOn : text === from.text ? from.checkedOn : null };
}

function kindOf(from: Content, to: Content): Step['kind'] {
	if (from.text === to.text) return 'noted';
	if (from.text === '') return 'added';
	return to.text === '' ? 'emptied' : 'changed';
}

export type Imported =
	| { kind: 'imported'; changed: number }
	/** It would do something else now than what was confirmed. */
	| { kind: 'different'; plan: Plan }
	/** It would take away texts that people see, and nobody has confirmed that. */
	| { kind: 'emptying'; plan: Plan };

/** Carries out what somebody has seen and confirmed, all of it or nothing. */
export async function carryOut(db: Kysely<Schema>, entries: FileEntry[], { fingerprint, empty }: { fingerprint: string; empty: boolean }, change: Change): Promise<Imported> {
	return db.transaction().execute(async (trx): Promise<Imported> => {
		const plan = await planImport(trx, entries);
		if (plan.fingerprint !== fingerprint) return { kind: 'different', plan };
		if (plan.steps.some(({ kind }) => kind === 'emptied') && !empty) return { kind: 'emptying', plan };
		for (const { name, from, to } of plan.steps) await writeChange(trx, name, { from, to, how: 'imported' }, change);
		return { kind: 'imported', changed: plan.steps.length };
	});
}
