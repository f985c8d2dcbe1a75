import type { Kysely } from 'kysely';
import type { Module } from '#lib/module/module.ts';
import { apply, begin, type Attempt, type Event, type Refusal } from '#lib/progress/attempt.ts';
import { decode, encode, keepOf } from '#lib/progress/encoding.ts';
import { outcome } from '#lib/progress/outcome.ts';
import { forgetOverwritten } from '../database/forget.ts';
import { prepare } from '../database/prepare.ts';
import type { Schema } from '../database/schema.ts';
import { together } from '../database/together.ts';
import { currentVersion, findVersion, type Version } from '../library/versions.ts';
import { completedToday, lastCompletion, type Completion } from './completions.ts';

/** Where somebody stands with a module. */
export interface Standing {
	/** The version that they are in the middle of, or else the one that is served. */
	version: Version;
	/** Absent where nothing is under way. */
	attempt?: Attempt;
	/** The version that is served by now instead of the one that they are in the middle of; absent where that is the same. */
	instead?: string;
	/** The last time that they completed the module. */
	completion?: Completion;
}

/** What became of something that a learner did. */
export type Recorded =
	| { kind: 'recorded'; module: Module; attempt: Attempt; complete: boolean }
	/** They have completed the module and read it again: nothing is recorded. */
	| { kind: 'again'; module: Module }
	| { kind: 'refused'; why: Refusal }
	| { kind: 'no-module' };

/** Where a person stands with the module at `slug`, or undefined where there is none. */
export async function standing(db: Kysely<Schema>, personId: string, slug: string): Promise<Standing | undefined> {
	const [open, completion] = await Promise.all([openAttempt(db, personId, slug), lastCompletion(db, personId, slug)]);
	if (open) return { version: open.version, attempt: open.attempt, completion, ...(open.served === undefined || open.served === open.version.hash ? {} : { instead: open.served }) };
	const version = await currentVersion(db, slug);
	return version && { version, completion };
}

/** Where a person is in the middle of something. */
export interface UnderWay {
	version: Version;
	attempt: Attempt;
}

/** All that a person is in the middle of, what they did last first. */
export async function underWayOf(db: Kysely<Schema>, personId: string): Promise<UnderWay[]> {
	const rows = await openRowsOf(db, personId);
	const open = await Promise.all(rows.map((row) => readAttempt(db, row)));
	return open.filter((attempt) => attempt !== undefined);
}

const openRowsOf = prepare((db, personId: string) =>
	db.selectFrom('attempt').select(['id', 'version', 'state']).where('person_id', '=', personId).where('ended_at', 'is', null).orderBy('saved_at', 'desc').orderBy('module')
);

/**
 * How often one person can complete one module in a day. Each completion is kept
 * for good and is in all that is read of them: with thousands, reading their
 * record would make everybody wait.
 */
export const MOST_A_DAY = 20;

/** Begins an attempt at the served version, or finds the one that is under way; `enough` where they have completed it as often today as is recorded. */
export async function start(db: Kysely<Schema>, personId: string, slug: string, now: Date): Promise<Attempt | 'enough' | undefined> {
	return together(db, async (trx) => {
		const open = await openAttempt(trx, personId, slug);
		if (open) return open.attempt;
		if ((await completedToday(trx, personId, slug, now)) >= MOST_A_DAY) return 'enough';
		const version = await currentVersion(trx, slug);
		return version && (await insertAttempt(trx, personId, version, now)).attempt;
	});
}

/**
 * Records something that a learner did. The server decides what it amounts to,
 * by the same function as the browser; whatever is sent twice is recorded once.
 */
export async function record(db: Kysely<Schema>, personId: string, slug: string, event: Event, now: Date): Promise<Recorded> {
	const recorded = await together(db, async (trx): Promise<Recorded> => {
		const open = await openAttempt(trx, personId, slug);
		const version = open?.version ?? (await currentVersion(trx, slug));
		if (!version) return { kind: 'no-module' };
		const { module } = version;
		const before = open?.attempt ?? begin(module);
		const { attempt, refused } = apply(module, before, event);
		// Nothing begins by something that cannot be taken.
		if (refused) return { kind: 'refused', why: refused };
		if (!open && (await lastCompletion(trx, personId, slug))) return { kind: 'again', module };
		const { id } = open ?? (await insertAttempt(trx, personId, version, now));
		const { complete } = outcome(module, attempt);
		if (complete) await end(trx, personId, { id, version }, now);
		else if (attempt !== before) await save(trx, id, module, attempt, now);
		return { kind: 'recorded', module, attempt, complete };
	});
	if (recorded.kind === 'recorded' && recorded.complete) await forgetOverwritten(db);
	return recorded;
}

/**
 * Keeps a page as the one to come back to. Nothing begins by it, and where the
 * page is kept already nothing is written: nobody can see that somebody left.
 */
export async function keepPlace(db: Kysely<Schema>, personId: string, slug: string, page: string, now: Date): Promise<void> {
	await together(db, async (trx) => {
		const open = await openAttempt(trx, personId, slug);
		if (!open || open.attempt.here === page) return;
		const { module } = open.version;
		const { attempt } = apply(module, open.attempt, { kind: 'go', page });
		if (attempt) await save(trx, open.id, module, attempt, now);
	});
}

interface OpenAttempt extends UnderWay {
	id: number;
	/** The version of the module that is served; absent where none is. */
	served?: string;
}

async function openAttempt(db: Kysely<Schema>, personId: string, slug: string): Promise<OpenAttempt | undefined> {
	const [row] = await openRows(db, personId, slug);
	const open = row && (await readAttempt(db, row));
	return open && { ...open, ...(row.served === null ? {} : { served: row.served }) };
}

const openRows = prepare((db, personId: string, slug: string) =>
	db
		.selectFrom('attempt')
		.leftJoin('module', (join) => join.onRef('module.slug', '=', 'attempt.module').on('module.withdrawn_at', 'is', null))
		.select(['attempt.id', 'attempt.version', 'attempt.state', 'module.current_version as served'])
		.where('attempt.person_id', '=', personId)
		.where('attempt.module', '=', slug)
		.where('attempt.ended_at', 'is', null)
);

async function readAttempt(db: Kysely<Schema>, row: { id: number; version: string; state: string }): Promise<OpenAttempt | undefined> {
	const version = await findVersion(db, row.version);
	if (!version) return undefined;
	const decoded = decode(version.module, row.state);
	return { id: row.id, version, attempt: decoded.kind === 'resumed' ? decoded.attempt : begin(version.module) };
}

async function insertAttempt(trx: Kysely<Schema>, personId: string, version: Version, now: Date): Promise<OpenAttempt> {
	const { module, hash } = version;
	const attempt = begin(module);
	const at = now.toISOString();
	const { id } = await trx
		.insertInto('attempt')
		.values({ person_id: personId, module: module.slug, version: hash, state: encode(module, attempt, keepOf(module)), started_at: at, saved_at: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { id, version, attempt };
}

async function save(trx: Kysely<Schema>, id: number, module: Module, attempt: Attempt, now: Date): Promise<void> {
	await writeState(trx, id, encode(module, attempt, keepOf(module)), now.toISOString());
}

const writeState = prepare((db, id: number, state: string, at: string) => db.updateTable('attempt').set({ state, saved_at: at }).where('id', '=', id));

/** Writes the completion and lets go of what was answered and of how long it took: from here on the completion is all that is kept. */
async function end(trx: Kysely<Schema>, personId: string, { id, version }: Pick<OpenAttempt, 'id' | 'version'>, now: Date): Promise<void> {
	const at = now.toISOString();
	await trx.updateTable('attempt').set({ state: '', started_at: at, saved_at: at, ended_at: at }).where('id', '=', id).execute();
	await trx
		.insertInto('completion')
		.values({ person_id: personId, module: version.module.slug, version: version.hash, attempt_id: id, completed_at: at, source: 'site' })
		.execute();
}
