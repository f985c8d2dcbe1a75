import { error } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import { changedFiles, compareProse } from '#lib/server/library/compare.ts';
import { heard } from '#lib/server/library/heard.ts';
import { versionOf } from '#lib/server/library/history.ts';

export async function load({ locals, params, url }) {
	requirePerson(locals);
	const read = (name: string) => readVersion(locals.db, params.slug, url.searchParams.get(name) ?? '', locals.now);
	const [from, to] = await Promise.all([read('from'), read('to')]);
	return {
		slug: params.slug,
		title: to.module.title,
		from: { hash: from.hash, publishedAt: from.publishedAt },
		to: { hash: to.hash, publishedAt: to.publishedAt },
		pages: compareProse(from.module, to.module),
		files: await changedFiles(locals.db, from, to)
	};
}

/** A version as it may be shown now: words that somebody has withdrawn do not come back by being compared. */
async function readVersion(db: Kysely<Schema>, slug: string, hash: string, now: Date) {
	const version = await versionOf(db, slug, hash);
	if (!version) error(404, 'Page not found');
	return { hash, publishedAt: new Date(version.publishedAt), module: await heard(db, version.module, now) };
}
