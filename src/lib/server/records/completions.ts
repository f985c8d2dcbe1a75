import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';

/** The permanent fact that somebody completed a module. */
export interface Completion {
	id: number;
	module: string;
	/** The version that they completed, where it is known. */
	version?: string;
	completedAt: Date;
	source: Row<'completion'>['source'];
}

/** A person's completions, newest first. One that was put right is left out; what puts it right stands for it. */
export async function completionsOf(db: Kysely<Schema>, personId: string): Promise<Completion[]> {
	const rows = await db
		.selectFrom('completion')
		.select(['id', 'module', 'version', 'completed_at', 'source'])
		.where('person_id', '=', personId)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('completion as later').select('later.id').whereRef('later.corrects', '=', 'completion.id')))
		)
		.orderBy('completed_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	return rows.map(({ id, module, version, completed_at, source }) => ({ id, module, ...(version === null ? {} : { version }), completedAt: new Date(completed_at), source }));
}

/** When somebody last completed the module at `slug`, or undefined. */
export async function lastCompletion(db: Kysely<Schema>, personId: string, slug: string): Promise<Completion | undefined> {
	return (await completionsOf(db, personId)).find(({ module }) => module === slug);
}
