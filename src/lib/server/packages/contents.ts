import type { Kysely } from 'kysely';
import { mediaOf } from '#lib/module/media.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import type { PackageOptions } from '#lib/package/options.ts';
import type { PackageContents } from '#lib/package/package.ts';
import type { Schema } from '../database/schema.ts';
import { heard } from '../library/heard.ts';
import { localDetails } from '../library/local-details.ts';
import { versionFiles, type Version } from '../library/versions.ts';
import { contributorsOf, signOffState } from '../sign-off/state.ts';

/** What a package holds as things stand, but for its options and the bytes of its media. */
export type Standing = Omit<PackageContents, 'options' | 'media'>;

/**
 * What a package of `version` would hold as things stand now.
 *
 * @param details what the trust has filled in, where it has been read already
 */
export async function standingOf(db: Kysely<Schema>, version: Version, now: Date, details?: LocalDetails): Promise<Standing> {
	const [module, filled, { signedOff }, contributors] = await Promise.all([
		heard(db, version.module, now),
		details ?? localDetails(db),
		signOffState(db, version),
		contributorsOf(db, version)
	]);
	return { module, version: version.hash, details: filled, draft: !signedOff, contributors };
}

/** Everything that a package of `version` is made from, as things stand now. */
export async function contentsOf(db: Kysely<Schema>, version: Version, options: PackageOptions, now: Date): Promise<PackageContents> {
	const [standing, files] = await Promise.all([standingOf(db, version, now), versionFiles(db, version.hash)]);
	return { ...standing, media: mediaOf(standing.module, files), options };
}
