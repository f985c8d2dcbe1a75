import type { Kysely } from 'kysely';
import { isSensitive } from '#lib/module/audiences.ts';
import type { Schema } from '../database/schema.ts';
import { currentVersion, findVersion } from '../library/versions.ts';

/** What a module is called, and whether having to do with it may say something about somebody's health. */
export interface KnownModule {
	title: string;
	sensitive: boolean;
}

/** A module by its slug, in the version `hash` where that is known, else as it is served. Nobody knows whom one was for that is there no longer. */
export async function knownModule(db: Kysely<Schema>, slug: string, hash?: string | null): Promise<KnownModule> {
	const version = (hash ? await findVersion(db, hash) : undefined) ?? (await currentVersion(db, slug));
	return { title: version?.module.title ?? slug, sensitive: !version || isSensitive(version.module.audience) };
}

/** What the module of a version is called; where the version is gone, the version's own hash. */
export async function versionTitle(db: Kysely<Schema>, hash: string): Promise<string> {
	return (await findVersion(db, hash))?.module.title ?? hash;
}
