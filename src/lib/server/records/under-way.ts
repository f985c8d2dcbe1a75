import type { Kysely } from 'kysely';
import { isSensitive } from '#lib/module/audiences.ts';
import { may, type Permission } from '../accounts/permissions.ts';
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

/**
 * Whether somebody may see how many are in the middle of a module. Where it has
 * a sensitive audience, a number that is always fresh would show who has just
 * begun: only those who may see that audience are shown it.
 */
export function mayCountUnderWay(person: { permissions: readonly Permission[] }, audience: string): boolean {
	if (may(person, 'sensitive-lists')) return true;
	return !isSensitive(audience) && (may(person, 'learning') || may(person, 'author'));
}
