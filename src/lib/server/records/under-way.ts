import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** How many people are in the middle of each version of a module, by its hash. */
export async function underWay(db: Kysely<Schema>, slug: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('attempt')
		.select(({ fn }) => ['version', fn.countAll<number>().as('people')])
		.where('module', '=', slug)
		.where('ended_at', 'is', null)
		.groupBy('version')
		.execute();
	return new Map(rows.map(({ version, people }) => [version, Number(people)]));
}
