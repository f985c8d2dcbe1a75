import type { Kysely } from 'kysely';
import type { LocalDetails } from '#lib/module/local-text.ts';
import type { Schema } from '../database/schema.ts';
import { currentGuide, type GuideVersion } from './guides.ts';
import { localDetails } from './local-details.ts';

/** The guide at `slug` with what the trust has filled in, as a page shows it; undefined where there is none, or only a story where a guide is asked for, or the other way round. */
export async function shownGuide(db: Kysely<Schema>, slug: string, kind: 'guide' | 'story'): Promise<(GuideVersion & { details: LocalDetails }) | undefined> {
	const found = await currentGuide(db, slug);
	if (!found || (found.guide.kind === 'story') !== (kind === 'story')) return undefined;
	return { ...found, details: await localDetails(db) };
}
