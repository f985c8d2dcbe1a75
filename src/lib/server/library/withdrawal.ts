import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { findVersion } from './versions.ts';

/** Who takes a module back or offers it again, and when. */
export interface Change {
	personId: string;
	now: Date;
}

/** A module that is offered to nobody. */
export interface Withdrawn {
	slug: string;
	title: string;
	since: Date;
}

/**
 * Takes a module back: it is offered to nobody from now on and required of
 * nobody. Whoever is in the middle of it may finish it, and what people have
 * completed stays completed.
 *
 * @param served the version that was shown to whoever decided so
 * @returns false where another is served by then, or the module is not there
 */
export async function withdraw(db: Kysely<Schema>, slug: string, served: string, { personId, now }: Change): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const { numUpdatedRows } = await trx
			.updateTable('module')
			.set({ withdrawn_at: now.toISOString() })
			.where('slug', '=', slug)
			.where('current_version', '=', served)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return false;
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: personId, action: 'module.withdrawn', subject: slug }).execute();
		return true;
	});
}

/** Offers a withdrawn module again, in the version that was served last; false where it is not withdrawn. */
export async function offerAgain(db: Kysely<Schema>, slug: string, { personId, now }: Change): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const { numUpdatedRows } = await trx.updateTable('module').set({ withdrawn_at: null }).where('slug', '=', slug).where('withdrawn_at', 'is not', null).executeTakeFirst();
		if (numUpdatedRows === 0n) return false;
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: personId, action: 'module.offered-again', subject: slug }).execute();
		return true;
	});
}

/** Since when the module at `slug` is withdrawn, or undefined. */
export async function withdrawnSince(db: Kysely<Schema>, slug: string): Promise<Date | undefined> {
	return (await withdrawnModules(db)).find((module) => module.slug === slug)?.since;
}

/** The modules that are withdrawn, by slug. */
export async function withdrawnModules(db: Kysely<Schema>): Promise<Withdrawn[]> {
	const rows = await db.selectFrom('module').select(['slug', 'current_version', 'withdrawn_at']).where('withdrawn_at', 'is not', null).orderBy('slug').execute();
	return Promise.all(rows.map(async ({ slug, current_version, withdrawn_at }) => ({ slug, title: (await findVersion(db, current_version))?.module.title ?? slug, since: new Date(withdrawn_at!) })));
}
