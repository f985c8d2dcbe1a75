import { error } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { findPackage, readPackage, type MadePackage, type ReadPackage } from './packages.ts';

/** The package at an address of this site, with its bytes looked at; whoever asks for one that is not there is told so. */
export async function packageAt(db: Kysely<Schema>, { slug, id }: { slug: string; id: string }): Promise<ReadPackage> {
	return (isId(id) && (await readPackage(db, slug, Number(id)))) || error(404, 'Page not found');
}

/** What is known of the package at an address of this site, likewise, without a look at its bytes. */
export async function factsAt(db: Kysely<Schema>, { slug, id }: { slug: string; id: string }): Promise<MadePackage> {
	return (isId(id) && (await findPackage(db, slug, Number(id)))) || error(404, 'Page not found');
}

function isId(text: string): boolean {
	return /^[1-9]\d{0,14}$/.test(text);
}
