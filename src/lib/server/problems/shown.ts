import type { Kysely } from 'kysely';
import { findPage } from '#lib/progress/attempt.ts';
import type { Schema } from '../database/schema.ts';
import { versionOf } from '../library/history.ts';
import { currentGuide, guideVersion } from '../library/guides.ts';
import { currentVersion } from '../library/versions.ts';

/** What a page showed. */
export interface Shown {
	/** Of the module or guide and of its page, or nothing. */
	title: string;
	/** Of the module or guide, where the page said which. */
	version?: string;
}

/** What `page` showed, by the version that it said; one that is not of this module or guide is left out. */
export async function whatWasShown(db: Kysely<Schema>, page: string, hash: string): Promise<Shown> {
	const [, part, slug = '', kind, id = ''] = page.split('/');
	if (part === 'modules') {
		const version = await versionOf(db, slug, hash);
		const module = (version ?? (await currentVersion(db, slug)))?.module;
		const inside = module && kind === 'page' ? findPage(module, id)?.title : undefined;
		return { title: [module?.title, inside].filter(Boolean).join(': '), version: version?.hash };
	}
	if (part === 'guides') {
		const version = await guideVersion(db, slug, hash);
		return { title: (version ?? (await currentGuide(db, slug)))?.guide.title ?? '', version: version?.hash };
	}
	return { title: '' };
}
