import type { Kysely } from 'kysely';
import { compileGuide, type GuideSource } from '#lib/module/compile-guide.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import type { Guide } from '#lib/module/guide.ts';
import { FORMAT } from '#lib/module/module.ts';
import type { Row, Schema } from '../database/schema.ts';
import { hashVersion } from './hash.ts';

/** A guide as published at one moment. */
export interface GuideVersion {
	hash: string;
	guide: Guide;
	publishedAt: string;
}

export type PublishedGuide =
	| { kind: 'published'; hash: string; diagnostics: Diagnostic[] }
	/** This content is what is served already. */
	| { kind: 'unchanged'; hash: string }
	/** It has errors; what was served before still is. */
	| { kind: 'refused'; diagnostics: Diagnostic[] };

/** Compiles a guide and, where it has no error and its content is new, stores it as one immutable version and serves it from now on. */
export async function publishGuide(db: Kysely<Schema>, source: GuideSource, now: Date): Promise<PublishedGuide> {
	const hash = hashVersion(source.slug, source.text, new Map());
	const before = await db.selectFrom('guide').select('current_version').where('slug', '=', source.slug).executeTakeFirst();
	if (before?.current_version === hash) return { kind: 'unchanged', hash };
	const { guide, diagnostics } = compileGuide(source);
	if (!guide) return { kind: 'refused', diagnostics };
	await db.transaction().execute(async (trx) => {
		const version = { hash, guide: guide.slug, format: guide.format, source: source.text, document: JSON.stringify(guide), published_at: now.toISOString() };
		// The same content may come back after another; the version is still the one that it was.
		await trx.insertInto('guide_version').values(version).onConflict((conflict) => conflict.doNothing()).execute();
		await trx
			.insertInto('guide')
			.values({ slug: guide.slug, current_version: hash })
			.onConflict((conflict) => conflict.column('slug').doUpdateSet({ current_version: hash }))
			.execute();
	});
	return { kind: 'published', hash, diagnostics };
}

/** The version that is served of every guide, by title, as people look for them. */
export async function currentGuides(db: Kysely<Schema>): Promise<GuideVersion[]> {
	const rows = await served(db).execute();
	return rows.map(read).sort((one, other) => one.guide.title.localeCompare(other.guide.title, 'en-GB', { numeric: true }));
}

/** Where a guide is read on the site. */
export function addressOf({ kind, slug }: Pick<Guide, 'kind' | 'slug'>): string {
	return `/${kind === 'story' ? 'stories' : 'guides'}/${slug}`;
}

/** Serves no story any more but those at `kept`: whoever wrote or approved one may take it back. Returns the slugs of those that went. */
export async function withdrawStories(db: Kysely<Schema>, kept: readonly string[]): Promise<string[]> {
	const served = (await currentGuides(db)).filter(({ guide }) => guide.kind === 'story').map(({ guide }) => guide.slug);
	const gone = served.filter((slug) => !kept.includes(slug));
	if (gone.length > 0) await db.deleteFrom('guide').where('slug', 'in', gone).execute();
	return gone;
}

/** The version that is served of the guide at `slug`, or undefined. */
export async function currentGuide(db: Kysely<Schema>, slug: string): Promise<GuideVersion | undefined> {
	const row = await served(db).where('guide.slug', '=', slug).executeTakeFirst();
	return row && read(row);
}

/** The version of a guide at `hash`, or undefined where it is of another. */
export async function guideVersion(db: Kysely<Schema>, slug: string, hash: string): Promise<GuideVersion | undefined> {
	const row = await db.selectFrom('guide_version').selectAll().where('guide', '=', slug).where('hash', '=', hash).executeTakeFirst();
	return row && read(row);
}

function served(db: Kysely<Schema>) {
	return db.selectFrom('guide').innerJoin('guide_version', 'guide_version.hash', 'guide.current_version').selectAll('guide_version');
}

function read(row: Row<'guide_version'>): GuideVersion {
	return { hash: row.hash, guide: document(row), publishedAt: row.published_at };
}

function document(row: Row<'guide_version'>): Guide {
	if (row.format === FORMAT) return JSON.parse(row.document) as Guide;
	const { guide } = compileGuide({ slug: row.guide, file: row.guide, text: row.source });
	if (!guide) throw new Error(`Version ${row.hash} of the guide ${row.guide} no longer compiles.`);
	return guide;
}
