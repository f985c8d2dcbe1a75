import { error } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { readPackage, type ReadPackage } from './packages.ts';

/** The package at an address of this site, with its bytes looked at; whoever asks for one that is not there is told so. */
export async function packageAt(db: Kysely<Schema>, { slug, id }: { slug: string; id: string }): Promise<ReadPackage> {
	const read = /^[1-9]\d{0,14}$/.test(id) ? await readPackage(db, slug, Number(id)) : undefined;
	if (!read) error(404, 'Page not found');
	return read;
}
