import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import { prepare } from '../database/prepare.ts';
import type { Row, Schema } from '../database/schema.ts';

/** The permanent fact that somebody completed a module. */
export interface Completion {
	/** Names it in the database. It counts everybody's, and is shown to nobody. */
	id: number;
	/** Which it is of the person's own, from 1, as they were written down: it never changes, and says nothing of anybody else. */
	number: number;
	module: string;
	/** The version that they completed, where it is known. */
	version?: string;
	completedAt: Date;
	source: Row<'completion'>['source'];
}

/** Which each of a person's completions is of their own, by its id; those that were put right are counted too. */
export async function ownNumbers(db: Kysely<Schema>, personId: string): Promise<Map<number, number>> {
	return new Map((await everyCompletion(db, personId)).map(({ id }, index) => [id, index + 1]));
}

/** A person's completions, newest first. One that was put right is left out; what puts it right stands for it. */
export async function completionsOf(db: Kysely<Schema>, personId: string): Promise<Completion[]> {
	const numbered = (await everyCompletion(db, personId)).map((row, index) => ({ ...row, number: index + 1 }));
	return numbered
		.filter(({ corrected }) => !corrected)
		.map(({ id, number, module, version, completed_at, source }) => ({ id, number, module, ...(version === null ? {} : { version }), completedAt: new Date(completed_at), source }))
		.sort((one, other) => other.completedAt.getTime() - one.completedAt.getTime() || other.id - one.id);
}

/** As they were written down, with whether each was put right. */
const everyCompletion = prepare((db, personId: string) =>
	db
		.selectFrom('completion')
		.select(['id', 'module', 'version', 'completed_at', 'source'])
		.select(({ exists, selectFrom }) => exists(selectFrom('completion as later').select('later.id').whereRef('later.corrects', '=', 'completion.id')).as('corrected'))
		.where('person_id', '=', personId)
		.orderBy('id')
);

/** When somebody last completed the module at `slug`, or undefined. */
export async function lastCompletion(db: Kysely<Schema>, personId: string, slug: string): Promise<Completion | undefined> {
	return (await completionsOf(db, personId)).find(({ module }) => module === slug);
}

/**
 * How often a person completed the module at `slug` here on the day of `now`. What
 * was recorded from elsewhere does not count: nobody makes that for themselves.
 */
export async function completedToday(db: Kysely<Schema>, personId: string, slug: string, now: Date): Promise<number> {
	const rows = await db
		.selectFrom('completion')
		.select('completed_at')
		.where('person_id', '=', personId)
		.where('module', '=', slug)
		.where('source', '=', 'site')
		// No day is longer than this, also where the clocks change.
		.where('completed_at', '>', new Date(now.getTime() - 25 * 60 * 60_000).toISOString())
		.execute();
	return rows.filter(({ completed_at }) => londonDate(new Date(completed_at)) === londonDate(now)).length;
}
