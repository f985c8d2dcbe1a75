import type { Kysely } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { proseOf } from '#lib/module/prose.ts';
import type { Schema } from '../database/schema.ts';
import { heard } from './heard.ts';
import { findVersion, type Version } from './versions.ts';

/** A page of which somebody who read another version has not read all. */
export interface ChangedPage {
	id: string;
	title: string;
	isNew: boolean;
}

/** What has changed from one version to another, for somebody who comes back. */
export interface ChangedSince {
	/** The version that they know. */
	from: string;
	/** Whether it is the same version. */
	same: boolean;
	/** In the order in which they are read. */
	pages: ChangedPage[];
	/** Titles of pages that are there no more. */
	gone: string[];
}

/**
 * What has changed in a module from the version `from` to another: which pages,
 * without marking their words, which takes far longer and has a page of its own.
 */
export async function changedSince(db: Kysely<Schema>, from: string, to: Version, now: Date): Promise<ChangedSince | undefined> {
	if (from === to.hash) return { from, same: true, pages: [], gone: [] };
	const known = await findVersion(db, from);
	if (!known) return undefined;
	const [before, after] = await Promise.all([known, to].map(async ({ module }) => proseOf(await heard(db, module, now)).filter(({ id }) => id !== undefined)));
	const earlier = new Map(before!.map((page) => [page.id, page]));
	const kept = new Set(after!.map(({ id }) => id));
	return {
		from,
		same: false,
		pages: after!.flatMap(({ id, title, paragraphs }) => {
			const page = earlier.get(id);
			return page && isDeepStrictEqual(page.paragraphs, paragraphs) ? [] : [{ id: id!, title, isNew: page === undefined }];
		}),
		gone: before!.filter(({ id }) => !kept.has(id)).map(({ title }) => title)
	};
}
