import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Saved } from '#lib/lms/saved.ts';
import type { Schema } from '../database/schema.ts';

/** How long a preview's address works: as long as a working day with a night behind it. */
const LIFETIME = 20 * 3_600_000;
/** How long it is remembered how far somebody was. */
const REMEMBERED = 30 * 24 * 3_600_000;

/** Somebody plays a package. */
export interface Preview {
	personId: string;
	packageId: number;
}

/** Makes an address's token for a preview. It is stored nowhere, and opens the package's files and nothing else. */
export async function openPreview(db: Kysely<Schema>, { personId, packageId }: Preview, now: Date): Promise<string> {
	const token = randomBytes(16).toString('base64url');
	await db.deleteFrom('preview_token').where('expires_at', '<=', now.toISOString()).execute();
	await db.deleteFrom('preview_state').where('saved_at', '<=', before(now, REMEMBERED)).execute();
	await db
		.insertInto('preview_token')
		.values({ hash: hashOf(token), person_id: personId, package_id: packageId, expires_at: before(now, -LIFETIME) })
		.execute();
	return token;
}

/** The preview that `token` opens, with the module's slug: not after its time, nor once the person may no longer make packages. */
export async function findPreview(db: Kysely<Schema>, token: string, now: Date): Promise<(Preview & { module: string }) | undefined> {
	return db
		.selectFrom('preview_token')
		.innerJoin('package', 'package.id', 'preview_token.package_id')
		.innerJoin('person', 'person.id', 'preview_token.person_id')
		.innerJoin('permission', 'permission.person_id', 'person.id')
		.select(['preview_token.person_id as personId', 'preview_token.package_id as packageId', 'package.module'])
		.where('preview_token.hash', '=', hashOf(token))
		.where('preview_token.expires_at', '>', now.toISOString())
		.where('person.state', '=', 'active')
		.where('permission.name', '=', 'learning')
		.executeTakeFirst();
}

/** What the learning system of a preview keeps from the launch before; nothing at first. */
export async function savedState(db: Kysely<Schema>, { personId, packageId }: Preview): Promise<Saved> {
	const row = await db.selectFrom('preview_state').select('saved').where('person_id', '=', personId).where('package_id', '=', packageId).executeTakeFirst();
	return row ? (JSON.parse(row.saved) as Saved) : {};
}

/** Keeps `saved` for the next launch, in the place of what was there. */
export async function keepState(db: Kysely<Schema>, { personId, packageId }: Preview, saved: Saved, now: Date): Promise<void> {
	const held = { saved: JSON.stringify(saved), saved_at: now.toISOString() };
	await db
		.insertInto('preview_state')
		.values({ person_id: personId, package_id: packageId, ...held })
		.onConflict((conflict) => conflict.columns(['person_id', 'package_id']).doUpdateSet(held))
		.execute();
}

/** The next launch is the first one. */
export async function forgetState(db: Kysely<Schema>, { personId, packageId }: Preview): Promise<void> {
	await db.deleteFrom('preview_state').where('person_id', '=', personId).where('package_id', '=', packageId).execute();
}

function hashOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

function before(now: Date, milliseconds: number): string {
	return new Date(now.getTime() - milliseconds).toISOString();
}
