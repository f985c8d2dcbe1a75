import type { Kysely } from 'kysely';
import { isSensitive } from '#lib/module/audiences.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { showsFile } from '#lib/module/media.ts';
import { makeOptions, type AskedOptions } from '#lib/package/options.ts';
import { isScorm } from '#lib/package/standards.ts';
import type { Schema } from '../database/schema.ts';
import { heard } from '../library/heard.ts';
import { localDetails } from '../library/local-details.ts';
import { currentVersion, currentVersions, findVersion, type Version } from '../library/versions.ts';
import { isUnfinished, lastBuilds, type Build } from './builds.ts';
import { readChoices } from './choices.ts';
import { standingOf } from './contents.ts';
import { outdated, type Today } from './ingredients.ts';
import { newestPackages, packagesOf, type MadePackage } from './packages.ts';

/** A module as whoever exports it sees it. */
export interface PackagedModule {
	version: Version;
	draft: boolean;
	/** What was last chosen for it. */
	asked: AskedOptions;
	/** The package that was made last. */
	newest?: MadePackage;
	/** Why that one is out of date, in a sentence each. */
	outdated: string[];
	/** What became of the last attempt to make one. */
	build?: Build;
	/** Whether it is among what "Make all that need it" makes. */
	needed: boolean;
	/** Whether making it has to be confirmed: in a learning system, others see who opened it. */
	outing: boolean;
}

interface Known {
	asked: AskedOptions;
	newest?: MadePackage | undefined;
	build?: Build | undefined;
	details: LocalDetails;
}

/** Every module that the site serves, with its newest package and whether that is up to date. */
export async function packagedModules(db: Kysely<Schema>, now: Date): Promise<PackagedModule[]> {
	const [versions, newest, choices, builds, details] = await Promise.all([currentVersions(db), newestPackages(db), readChoices(db), lastBuilds(db, now), localDetails(db)]);
	return Promise.all(
		versions.map((version) => {
			const { slug } = version.module;
			return look(db, version, { asked: choices.of(slug), newest: newest.get(slug), build: builds.get(slug), details }, now);
		})
	);
}

/** The module at `slug` with the packages of it that are kept, the newest first, or undefined where the site serves none. */
export async function packagedModule(db: Kysely<Schema>, slug: string, now: Date): Promise<(PackagedModule & { packages: MadePackage[] }) | undefined> {
	const version = await currentVersion(db, slug);
	if (!version) return undefined;
	const [packages, choices, builds, details] = await Promise.all([packagesOf(db, slug), readChoices(db), lastBuilds(db, now), localDetails(db)]);
	const looked = await look(db, version, { asked: choices.of(slug), newest: packages[0], build: builds.get(slug), details }, now);
	return { ...looked, packages };
}

async function look(db: Kysely<Schema>, version: Version, { asked, newest, build, details }: Known, now: Date): Promise<PackagedModule> {
	const standing = await standingOf(db, version, now, details);
	const made = makeOptions(version.module, asked);
	// What can no longer be had is said when it is made anew; until then the package is what it was.
	const options = made.kind === 'made' ? made.options : newest?.options;
	const reasons = newest && options ? await reasonsFor(db, version, newest, { standing, options }, now) : [];
	return {
		version,
		draft: standing.draft,
		asked,
		...(newest ? { newest } : {}),
		outdated: reasons,
		...(build ? { build } : {}),
		needed: (!newest || reasons.length > 0) && !(build && isUnfinished(build)),
		outing: isOuting(version, options?.standard ?? 'scorm-1.2')
	};
}

/** Whether a package tells a learning system something about people's health: who opened it is somebody in a peer role. */
export function isOuting({ module }: Version, standard: Parameters<typeof isScorm>[0]): boolean {
	return isScorm(standard) && isSensitive(module.audience);
}

async function mediaNames(db: Kysely<Schema>, { hash, module }: Version): Promise<string[]> {
	const rows = await db.selectFrom('version_file').select('name').where('version', '=', hash).orderBy('name').execute();
	return rows.map(({ name }) => name).filter((name) => showsFile(module, name));
}

async function reasonsFor(db: Kysely<Schema>, version: Version, newest: MadePackage, today: Pick<Today, 'standing' | 'options'>, now: Date): Promise<string[]> {
	const own = await findVersion(db, newest.version);
	if (!own) throw new Error(`Package ${newest.id} has no version.`);
	const [module, media] = await Promise.all([heard(db, own.module, now), mediaNames(db, version)]);
	return outdated(newest, { ...today, media, own: module, later: own.publishedAt < version.publishedAt });
}
