import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import type { PlainDate, Row, Schema } from '../database/schema.ts';
import { contentAt, isSame, NOTHING, standingOf, type Content, type Standing } from './content.ts';
import { namedDetails } from './named.ts';
import { textProblems } from './typed.ts';

/** Who changes something, and when. */
export interface Change {
	personId: string;
	now: Date;
}

/** Nothing was stored: somebody else has changed the entry since it was shown. */
export interface Overtaken {
	kind: 'overtaken';
	theirs: Standing;
	/** What whoever was overtaken had before them. */
	seen: Content;
}

export type Saved =
	| { kind: 'saved' }
	/** It stands there already, as when a form is sent twice. */
	| { kind: 'unchanged' }
	/** It would take away the text that people see, and nobody has confirmed that. */
	| { kind: 'emptying' }
	| Overtaken;

/**
 * Stores what somebody wrote who saw the entry as the change `base` left it. A
 * new text counts as checked today, unless they gave another date with it.
 */
export async function saveDetail(
	db: Kysely<Schema>,
	name: string,
	{ base, content, empty = false }: { base: number; content: Content; empty?: boolean },
	change: Change
): Promise<Saved> {
	return db.transaction().execute(async (trx): Promise<Saved> => {
		const current = await standingOf(trx, name);
		const seen = (await contentAt(trx, name, base)) ?? current.content;
		const wanted = settled(seen, content, londonDate(change.now));
		if (isSame(wanted, current.content)) return { kind: 'unchanged' };
		if (base !== current.revision) return { kind: 'overtaken', theirs: current, seen };
		if (wanted.text === '' && current.content.text !== '' && !empty) return { kind: 'emptying' };
		await writeChange(trx, name, { from: current.content, to: wanted, how: 'saved' }, change);
		return { kind: 'saved' };
	});
}

function settled(seen: Content, wanted: Content, today: PlainDate): Content {
	if (wanted.text === '') return { ...wanted, checkedOn: null };
	const untouched = wanted.checkedOn === seen.checkedOn;
	return wanted.text !== seen.text && untouched ? { ...wanted, checkedOn: today } : wanted;
}

/** Notes that somebody has read the text that the change `base` left, and that it is right today. */
export async function markChecked(db: Kysely<Schema>, name: string, base: number, change: Change): Promise<{ kind: 'saved' | 'unchanged' | 'empty' | 'unread' }> {
	return db.transaction().execute(async (trx) => {
		const current = await standingOf(trx, name);
		const { content } = current;
		if (content.text === '') return { kind: 'empty' };
		if ((await contentAt(trx, name, base))?.text !== content.text) return { kind: 'unread' };
		const checkedOn = londonDate(change.now);
		if (content.checkedOn === checkedOn) return { kind: 'unchanged' };
		await writeChange(trx, name, { from: content, to: { ...content, checkedOn }, how: 'checked' }, change);
		return { kind: 'saved' };
	});
}

/** Which text of the history to put back: what a change left, or what it found. */
export interface Earlier {
	change: number;
	side: 'before' | 'after';
}

export type PutBack =
	| { kind: 'saved' | 'unchanged' }
	/** Somebody else has changed the entry since the history was shown. */
	| { kind: 'unread' }
	/** There is no such text in the entry's history. */
	| { kind: 'unknown' }
	/** The language has changed since: the text can no longer be shown. */
	| { kind: 'refused'; problems: string[] };

/** Puts an earlier text back. It counts as not checked: what was right then may not be right now. */
export async function putBack(db: Kysely<Schema>, name: string, base: number, { change: id, side }: Earlier, change: Change): Promise<PutBack> {
	return db.transaction().execute(async (trx): Promise<PutBack> => {
		const row = await trx.selectFrom('local_detail_change').select(['text_before', 'text_after']).where('id', '=', id).where('name', '=', name).executeTakeFirst();
		const text = row && (side === 'before' ? row.text_before : row.text_after);
		if (!text) return { kind: 'unknown' };
		const current = await standingOf(trx, name);
		if (text === current.content.text) return { kind: 'unchanged' };
		if (base !== current.revision) return { kind: 'unread' };
		const problems = textProblems(name, text);
		if (problems.length > 0) return { kind: 'refused', problems };
		await writeChange(trx, name, { from: current.content, to: { ...current.content, text, checkedOn: null }, how: 'put-back' }, change);
		return { kind: 'saved' };
	});
}

/** Takes away an entry that nothing names any more. Its history stays. */
export async function removeDetail(db: Kysely<Schema>, name: string, base: number, change: Change): Promise<{ kind: 'removed' | 'named' | 'unknown' | 'unread' }> {
	return db.transaction().execute(async (trx) => {
		const current = await standingOf(trx, name);
		if (!current.stored) return { kind: 'unknown' };
		if ((await namedDetails(trx)).has(name)) return { kind: 'named' };
		if (base !== current.revision) return { kind: 'unread' };
		await writeChange(trx, name, { from: current.content, to: NOTHING, how: 'removed' }, change);
		return { kind: 'removed' };
	});
}

/** Writes one change with its history and its audit entry; inside a transaction. */
export async function writeChange(
	trx: Kysely<Schema>,
	name: string,
	{ from, to, how }: { from: Content; to: Content; how: Row<'local_detail_change'>['how'] },
	{ personId, now }: Change
): Promise<void> {
	const at = now.toISOString();
	if (how === 'removed') await trx.deleteFrom('local_detail').where('name', '=', name).execute();
	else {
		const values = { text: to.text, kept_by: to.keptBy, checked_on: to.checkedOn, changed_at: at };
		await trx
			.insertInto('local_detail')
			.values({ name, ...values })
			.onConflict((conflict) => conflict.column('name').doUpdateSet(values))
			.execute();
	}
	await trx
		.insertInto('local_detail_change')
		.values({
			name,
			at,
			person_id: personId,
			how,
			text_before: from.text,
			text_after: to.text,
			kept_by_before: from.keptBy,
			kept_by_after: to.keptBy,
			checked_on_before: from.checkedOn,
			checked_on_after: to.checkedOn
		})
		.execute();
	await trx.insertInto('audit_entry').values({ at, person_id: personId, action: 'local-detail.changed', subject: name }).execute();
}
