import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { findVersion, type Version } from './versions.ts';

/** Every version of a module, the newest first. */
export async function versionsOf(db: Kysely<Schema>, slug: string): Promise<Version[]> {
	const rows = await db.selectFrom('version').select('hash').where('module', '=', slug).orderBy('published_at', 'desc').orderBy('hash').execute();
	const versions = await Promise.all(rows.map(({ hash }) => findVersion(db, hash)));
	return versions.filter((version) => version !== undefined);
}

/** The version of the same module that was published before this one, or undefined. */
export async function versionBefore(db: Kysely<Schema>, { module, publishedAt }: Version): Promise<Version | undefined> {
	const row = await db
		.selectFrom('version')
		.select('hash')
		.where('module', '=', module.slug)
		.where('published_at', '<', publishedAt)
		.orderBy('published_at', 'desc')
		.executeTakeFirst();
	return row && findVersion(db, row.hash);
}

/** The version of a module at `hash`, or undefined where it is of another. */
export async function versionOf(db: Kysely<Schema>, slug: string, hash: string): Promise<Version | undefined> {
	const version = await findVersion(db, hash);
	return version?.module.slug === slug ? version : undefined;
}

/**
 * Serves an older version of a module again. What a person in the middle of
 * another does there stays as it is, and words that somebody has withdrawn since
 * stay withdrawn.
 *
 * @param instead the version that was served when somebody decided so
 * @returns false where another is served by then, or there is no such version
 */
export async function serveAgain(db: Kysely<Schema>, slug: string, hash: string, instead: string): Promise<boolean> {
	return db.transaction().execute(async (trx) => {
		const module = await trx.selectFrom('module').selectAll().where('slug', '=', slug).executeTakeFirst();
		const version = await trx.selectFrom('version').select('hash').where('hash', '=', hash).where('module', '=', slug).executeTakeFirst();
		if (!version || module?.current_version !== instead) return false;
		// The folder holds what was published last, however many older ones are served after it.
		const aside = module.set_aside ?? instead;
		await trx.updateTable('module').set({ current_version: hash, set_aside: aside === hash ? null : aside }).where('slug', '=', slug).execute();
		return true;
	});
}

/** The version that must not be served again just because a folder still holds it, or undefined. */
export async function versionSetAside(db: Kysely<Schema>, slug: string): Promise<string | undefined> {
	const row = await db.selectFrom('module').select('set_aside').where('slug', '=', slug).executeTakeFirst();
	return row?.set_aside ?? undefined;
}
