import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { findVersion } from '../library/versions.ts';
import { signOffState } from '../sign-off/state.ts';
import type { MadePackage } from './packages.ts';

/**
 * Whether a package carries no draft mark although its version is a draft again:
 * a sign-off was taken back, its record changed, or an entry of the trust's was
 * emptied. Nothing may claim that peers have agreed when they have not.
 */
export async function claimsTooMuch(db: Kysely<Schema>, { draft, version }: Pick<MadePackage, 'draft' | 'version'>): Promise<boolean> {
	if (draft) return false;
	const found = await findVersion(db, version);
	return !found || !(await signOffState(db, found)).signedOff;
}
