import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AskedOptions } from '#lib/package/options.ts';
import type { Row, Schema } from '../database/schema.ts';
import { keepChoice } from './choices.ts';

/** A package that is to be made, is being made, or was. */
export interface Build {
	id: number;
	/** The module's slug. */
	module: string;
	state: Row<'package_build'>['state'];
	/** What went wrong and how to mend it, where something did. */
	problem?: string;
	/** The package that came of it, unless it has been deleted since. */
	packageId?: number;
}

/** A package that somebody wants. */
export interface Wanted {
	module: string;
	asked: AskedOptions;
}

export type AskedForBuild =
	| { kind: 'asked'; id: number }
	/** The same one is being made already, for whoever asked first. */
	| { kind: 'joined'; id: number }
	/** One of this module is being made with other options. */
	| { kind: 'busy' };

/** A build that is this process's to do, until it says no more that it is at it. */
export interface Claimed {
	id: number;
	claim: string;
	module: string;
	asked: AskedOptions;
	askedBy: string;
}

/** In milliseconds: how long a build counts as under way after whoever is at it has last said so. */
export const LEASE = 15_000;

const INTERRUPTED = "It was interrupted: the server stopped, or its disk was full, while this was being made. Nothing half made is kept. Make it again. If that happens often, tell whoever runs this site.";
const UNFINISHED = ['waiting', 'running'] as const;

/**
 * Puts packages into the queue, in one go, and remembers what was chosen. Two
 * people who ask for the same at once get one.
 *
 * @returns what became of each, in their order
 */
export async function askForBuilds(db: Kysely<Schema>, wanted: readonly Wanted[], personId: string, now: Date): Promise<AskedForBuild[]> {
	return db.transaction().execute(async (trx) => {
		await giveUpInterrupted(trx, now);
		const run = await currentRun(trx);
		const answers: AskedForBuild[] = [];
		for (const one of wanted) answers.push(await askForOne(trx, one, { run, asked_by: personId, asked_at: now.toISOString() }, now));
		return answers;
	});
}

async function askForOne(trx: Kysely<Schema>, { module, asked }: Wanted, by: { run: number; asked_by: string; asked_at: string }, now: Date): Promise<AskedForBuild> {
	const text = JSON.stringify(asked);
	const before = await trx.selectFrom('package_build').select(['id', 'asked']).where('module', '=', module).where('state', 'in', UNFINISHED).executeTakeFirst();
	if (before) return before.asked === text ? { kind: 'joined', id: before.id } : { kind: 'busy' };
	// What came of the last time stands beside the module until the next time.
	await trx.deleteFrom('package_build').where('module', '=', module).execute();
	await keepChoice(trx, module, asked, now);
	const { id } = await trx
		.insertInto('package_build')
		.values({ ...by, module, asked: text, state: 'waiting' })
		.returning('id')
		.executeTakeFirstOrThrow();
	return { kind: 'asked', id };
}

/** What is asked for while something is waiting belongs to the same run, so that one page tells of all of it. */
async function currentRun(trx: Kysely<Schema>): Promise<number> {
	const unfinished = await trx.selectFrom('package_build').select('run').where('state', 'in', UNFINISHED).limit(1).executeTakeFirst();
	if (unfinished) return unfinished.run;
	const { last } = await trx.selectFrom('package_build').select(({ fn }) => fn.max('run').as('last')).executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

async function giveUpInterrupted(trx: Kysely<Schema>, now: Date): Promise<void> {
	await trx
		.updateTable('package_build')
		.set({ state: 'failed', problem: INTERRUPTED, claim: null, claimed_until: null })
		.where('state', '=', 'running')
		.where('claimed_until', '<', now.toISOString())
		.execute();
}

/** Takes the build that has waited longest, whichever process comes first, or nothing. */
export async function claimBuild(db: Kysely<Schema>, now: Date): Promise<Claimed | undefined> {
	return db.transaction().execute(async (trx) => {
		await giveUpInterrupted(trx, now);
		const row = await trx.selectFrom('package_build').select(['id', 'module', 'asked', 'asked_by']).where('state', '=', 'waiting').orderBy('id').limit(1).executeTakeFirst();
		if (!row) return undefined;
		const claim = randomUUID();
		await trx.updateTable('package_build').set({ state: 'running', claim, claimed_until: leaseFrom(now) }).where('id', '=', row.id).execute();
		return { id: row.id, claim, module: row.module, asked: JSON.parse(row.asked) as AskedOptions, askedBy: row.asked_by };
	});
}

/** Says that whoever claimed the build is still at it. */
export async function keepClaim(db: Kysely<Schema>, { id, claim }: Claimed, now: Date): Promise<void> {
	await db.updateTable('package_build').set({ claimed_until: leaseFrom(now) }).where('id', '=', id).where('claim', '=', claim).execute();
}

/**
 * Ends a build, with the package that came of it or what went wrong.
 *
 * @returns false where it counts as interrupted by now, and is no longer theirs to end
 */
export async function endBuild(db: Kysely<Schema>, { id, claim }: Claimed, end: { packageId: number } | { problem: string }): Promise<boolean> {
	const set = 'problem' in end ? { state: 'failed' as const, problem: end.problem } : { state: 'made' as const, package_id: end.packageId };
	const { numUpdatedRows } = await db.updateTable('package_build').set({ ...set, claim: null, claimed_until: null }).where('id', '=', id).where('claim', '=', claim).executeTakeFirst();
	return numUpdatedRows > 0n;
}

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE).toISOString();

/** What became of the last build of each module, by the module's slug. */
export async function lastBuilds(db: Kysely<Schema>, now: Date): Promise<Map<string, Build>> {
	const rows = await db.selectFrom('package_build').selectAll().orderBy('id').execute();
	return new Map(rows.map((row) => [row.module, asItStands(row, now)]));
}

/** The builds of the last run: those that are under way, with those that were asked for together with them. */
export async function lastRun(db: Kysely<Schema>, now: Date): Promise<Build[]> {
	const rows = await db
		.selectFrom('package_build')
		.selectAll()
		.where('run', '=', (of) => of.selectFrom('package_build').select(({ fn }) => fn.max('run').as('run')))
		.orderBy('id')
		.execute();
	return rows.map((row) => asItStands(row, now));
}

/** The build `id`, or undefined where another of its module came after it. */
export async function findBuild(db: Kysely<Schema>, id: number, now: Date): Promise<Build | undefined> {
	const row = await db.selectFrom('package_build').selectAll().where('id', '=', id).executeTakeFirst();
	return row && asItStands(row, now);
}

function asItStands({ id, module, state, claimed_until, package_id, problem }: Row<'package_build'>, now: Date): Build {
	if (state === 'running' && claimed_until! < now.toISOString()) return { id, module, state: 'failed', problem: INTERRUPTED };
	return { id, module, state, ...(problem === null ? {} : { problem }), ...(package_id === null ? {} : { packageId: package_id }) };
}

/** Whether a build is still to end. */
export function isUnfinished({ state }: Pick<Build, 'state'>): boolean {
	return state === 'waiting' || state === 'running';
}
