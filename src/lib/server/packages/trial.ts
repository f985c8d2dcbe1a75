import type { Kysely } from 'kysely';
import { pino } from 'pino';
import type { AskedOptions } from '#lib/package/options.ts';
import { SUPPORT_ENTRIES } from '#lib/module/support-entries.ts';
import type { Schema } from '../database/schema.ts';
import { recorded, signs, trialTrust } from '../sign-off/trial.ts';
import { buildWaiting } from './builder.ts';
import { askForBuilds } from './builds.ts';
import { here, type Maker } from './making.ts';
import { packagesOf, type MadePackage } from './packages.ts';

/** For tests: a log that nobody reads. */
export const SILENT = pino({ level: 'silent' });

/** For tests: a trust with the module `trial`, which peers have signed off. */
export async function signedOffTrust(): Promise<{ db: Kysely<Schema>; hash: string }> {
	const trust = await trialTrust();
	await recorded(trust.db, trust.hash);
	await signs(trust.db, 'trainer', 'peer-trainer', trust.hash, 3);
	await signs(trust.db, 'worker', 'peer-support-worker', trust.hash, 4);
	return trust;
}

/** For tests: fills in all that "Get support" is made of. */
export async function fillSupport(db: Kysely<Schema>): Promise<void> {
	await db.insertInto('local_detail').values(SUPPORT_ENTRIES.map(({ name }) => ({ name, text: 'Ask at the desk.', changed_at: '2026-11-01T09:00:00.000Z' }))).execute();
}

/** For tests: makes a package of `trial` as the site does, and gives what is known of it. */
export async function makeOne(db: Kysely<Schema>, asked: AskedOptions = {}, maker: Maker = here): Promise<MadePackage> {
	const before = await packagesOf(db, 'trial');
	await askForBuilds(db, [{ module: 'trial', asked }], 'author', new Date());
	await buildWaiting({ db, log: SILENT }, maker);
	const [newest] = await packagesOf(db, 'trial');
	if (!newest || newest.id === before[0]?.id) throw new Error('No package was made.');
	return newest;
}
