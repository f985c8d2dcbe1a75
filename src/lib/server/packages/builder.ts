import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { makeOptions, type PackageOptions } from '#lib/package/options.ts';
import type { Schema } from '../database/schema.ts';
import { currentVersion } from '../library/versions.ts';
import { claimBuild, endBuild, findBuild, isUnfinished, keepClaim, LEASE, type Build, type Claimed } from './builds.ts';
import { contentsOf } from './contents.ts';
import { isDiskFull, NO_ROOM } from './disk-full.ts';
import { usualMaker, type Made, type Maker } from './making.ts';
import { KEPT, sha256 } from './packages.ts';

/** What whoever builds needs to know of where it is. */
export interface Workshop {
	db: Kysely<Schema>;
	log: Logger;
}

/** Of this process: whether it is building, and whether somebody has asked since it last looked. */
let building = false;
let askedAgain = false;

/** Starts to build what is waiting, unless this process is at it already. Nobody waits for it. */
export function startBuilding({ db, log }: Workshop): void {
	askedAgain = true;
	if (building) return;
	building = true;
	void (async () => {
		const maker = usualMaker();
		try {
			while (askedAgain) {
				askedAgain = false;
				await buildWaiting({ db, log }, maker);
			}
		} catch (error) {
			log.error({ err: error }, 'packages are not being made');
		} finally {
			building = false;
			await maker.close();
		}
	})();
}

/** Builds what is waiting until nothing is. */
export async function buildWaiting({ db, log }: Workshop, maker: Maker): Promise<void> {
	for (;;) {
		const claimed = await claimBuild(db, new Date());
		if (!claimed) return;
		await build({ db, log }, claimed, maker);
	}
}

/** Builds one package. Whatever goes wrong is said in the queue, in words for whoever asked. */
export async function build({ db, log }: Workshop, claimed: Claimed, maker: Maker): Promise<void> {
	const atIt = setInterval(() => void keepClaim(db, claimed, new Date()).catch((error: unknown) => log.warn({ err: error }, 'a claim was not kept')), LEASE / 3);
	try {
		const problem = await tryToBuild(db, claimed, maker);
		if (problem !== undefined) await endBuild(db, claimed, { problem });
	} catch (error) {
		const reference = randomUUID().slice(0, 8);
		log.error({ err: error, reference }, 'a package was not made');
		const problem = isDiskFull(error) ? NO_ROOM : `Something went wrong while it was being made. Try again. If it happens again, tell whoever runs this site this reference: ${reference}`;
		// Where not even this can be written, the claim runs out, and the build counts as interrupted.
		await endBuild(db, claimed, { problem }).catch((cause: unknown) => log.error({ err: cause, reference }, 'the queue cannot be written'));
	} finally {
		clearInterval(atIt);
	}
}

/** Builds one package, or returns what keeps it from being built. */
async function tryToBuild(db: Kysely<Schema>, claimed: Claimed, maker: Maker): Promise<string | undefined> {
	const version = await currentVersion(db, claimed.module);
	if (!version) return 'This module is no longer on the site.';
	const options = makeOptions(version.module, claimed.asked);
	if (options.kind === 'refused') return `What was chosen for it cannot be had any more. ${options.problems.map(({ problem, advice }) => `${problem} ${advice}`).join(' ')}`;
	const contents = await contentsOf(db, version, options.options, new Date());
	const made = await maker.make(contents);
	await store(db, claimed, { made, options: options.options, version: version.hash, draft: contents.draft }, new Date());
	return undefined;
}

interface Finished {
	made: Made;
	options: PackageOptions;
	version: string;
	draft: boolean;
}

/** Stores a whole package, or nothing: its bytes, the end of its build and what goes for it are one transaction. */
async function store(db: Kysely<Schema>, claimed: Claimed, { made, options, version, draft }: Finished, now: Date): Promise<void> {
	const { module, askedBy } = claimed;
	await db.transaction().execute(async (trx) => {
		// First, so that the room of those that go is there for the one that comes.
		await deleteOlder(trx, module, made.ready ? KEPT - 1 : KEPT);
		const { id } = await trx
			.insertInto('package')
			.values({
				module,
				version,
				options: JSON.stringify(options),
				made_at: now.toISOString(),
				made_by: askedBy,
				draft: draft ? 1 : 0,
				ready: made.ready ? 1 : 0,
				checks: JSON.stringify(made.checks),
				ingredients: JSON.stringify(made.ingredients),
				sha256: sha256(made.bytes),
				length: made.bytes.length,
				bytes: made.bytes
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		if (!(await endBuild(trx, claimed, { packageId: id }))) throw new Error('The build was taken for interrupted while it was going on.');
		// By its number: an entry that named a module for peer workers would say more than that there is one.
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: askedBy, action: 'package.made', subject: `package ${id}` }).execute();
	});
}

/** Deletes a module's packages but for the newest `kept` that could be handed out; nobody has any of the others. */
async function deleteOlder(trx: Kysely<Schema>, module: string, kept: number): Promise<void> {
	const newest = trx.selectFrom('package').select('id').where('module', '=', module).where('ready', '=', 1).orderBy('id', 'desc').limit(kept);
	await trx.deleteFrom('package').where('module', '=', module).where('id', 'not in', newest).execute();
}

/** In milliseconds: how often somebody who waits looks again. */
const LOOK = 50;

/** The build `id` when it has ended, or as it stands after `patience` milliseconds. */
export async function waitForBuild(db: Kysely<Schema>, id: number, patience: number): Promise<Build | undefined> {
	const end = Date.now() + patience;
	for (;;) {
		const found = await findBuild(db, id, new Date());
		if (!found || !isUnfinished(found) || Date.now() >= end) return found;
		await new Promise((done) => setTimeout(done, LOOK));
	}
}
