import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import { forgetOverwritten } from '../database/forget.ts';
import type { Row, Schema } from '../database/schema.ts';
import { currentVersion } from '../library/versions.ts';
import type { Said } from './typed.ts';

/** One of those that were passed on. */
export interface Comment extends Said {
	id: string;
}

/** What several people said of a module, passed on together. */
export interface Batch {
	id: string;
	module: string;
	/** Of the module as it is served now, or its slug where it is not. */
	title: string;
	/** Absent where they had different versions. */
	version?: string;
	releasedOn: string;
	settledOn?: string;
	/** What changed because of it. */
	note: string;
	/** In no order. */
	comments: Comment[];
}

/** The longest note on what changed, in characters. */
export const LONGEST_NOTE = 500;

/** Every batch that was passed on, the newest first; those of one module where one is named. */
export async function listBatches(db: Kysely<Schema>, module?: string): Promise<Batch[]> {
	const rows = await db
		.selectFrom('comment_batch')
		.selectAll()
		.$if(module !== undefined, (query) => query.where('module', '=', module!))
		.orderBy('released_on', 'desc')
		.orderBy('module')
		.orderBy('id')
		.execute();
	return Promise.all(rows.map((row) => readBatch(db, row)));
}

/** The batch at `id`, or undefined. */
export async function findBatch(db: Kysely<Schema>, id: string): Promise<Batch | undefined> {
	const row = await db.selectFrom('comment_batch').selectAll().where('id', '=', id).executeTakeFirst();
	return row && readBatch(db, row);
}

/** Notes that a batch is dealt with, and what changed because of it; or that it is not, where there is no note. */
export async function settleBatch(db: Kysely<Schema>, id: string, note: string | undefined, now: Date): Promise<void> {
	const settled = note === undefined ? { settled_on: null, note: '' } : { settled_on: londonDate(now), note };
	await db.updateTable('comment_batch').set(settled).where('id', '=', id).execute();
}

/** Takes away one comment for good, such as one that names somebody. */
export async function deleteComment(db: Kysely<Schema>, batch: string, id: string): Promise<void> {
	await db.deleteFrom('comment').where('id', '=', id).where('batch', '=', batch).execute();
	await forgetOverwritten(db);
}

/** What changed in a module because of what people said, the latest first. */
export async function changesBecauseOf(db: Kysely<Schema>, module: string): Promise<{ on: string; note: string }[]> {
	const rows = await db
		.selectFrom('comment_batch')
		.select(['settled_on', 'note'])
		.where('module', '=', module)
		.where('note', '!=', '')
		.orderBy('settled_on', 'desc')
		.orderBy('id')
		.limit(5)
		.execute();
	return rows.map(({ settled_on, note }) => ({ on: settled_on!, note }));
}

async function readBatch(db: Kysely<Schema>, { id, module, version, released_on, settled_on, note }: Row<'comment_batch'>): Promise<Batch> {
	const comments = await db.selectFrom('comment').select(['id', 'hard', 'change']).where('batch', '=', id).orderBy('id').execute();
	const served = await currentVersion(db, module);
	return {
		id,
		module,
		title: served?.module.title ?? module,
		...(version === null ? {} : { version }),
		releasedOn: released_on,
		...(settled_on === null ? {} : { settledOn: settled_on }),
		note,
		comments
	};
}
