import type { Kysely } from 'kysely';
import { findPage } from '#lib/progress/attempt.ts';
import type { Schema } from '../database/schema.ts';
import { versionOf } from '../library/history.ts';
import { currentGuide, guideVersion } from '../library/guides.ts';
import { currentVersion } from '../library/versions.ts';
import { REST } from './page-path.ts';

/** What a page showed. */
export interface Shown {
	/** Its path, cut where no page of the module or guide is called so: a name that somebody made up could say who was sent there. */
	page: string;
	/** Of the module or guide and of its page, or nothing. */
	title: string;
	/** Of the module or guide, where the page said which. */
	version?: string;
}

/** What `page` showed, by the version that it said; one that is not of this module or guide is left out. */
export async function whatWasShown(db: Kysely<Schema>, page: string, hash: string): Promise<Shown> {
	const [, part, slug = ''] = page.split('/');
	if (part === 'modules') return moduleShown(db, page, hash);
	if (part === 'guides' || part === 'stories') {
		const version = await guideVersion(db, slug, hash);
		const guide = (version ?? (await currentGuide(db, slug)))?.guide;
		const rest = guide && ['', 'one-page'].includes(page.split('/').slice(3).join('/'));
		return { page: rest || slug === '' ? page : `/${part}/${REST}`, title: guide?.title ?? '', version: version?.hash };
	}
	return { page, title: '' };
}

/** The pages of a module that are about all of it. */
const OF_MODULE = ['', 'pause', 'finish', 'comment', 'versions', 'versions/compare'];

async function moduleShown(db: Kysely<Schema>, page: string, hash: string): Promise<Shown> {
	const [, , slug = '', kind, id = ''] = page.split('/');
	const version = await versionOf(db, slug, hash);
	const module = (version ?? (await currentVersion(db, slug)))?.module;
	if (!module) return { page: `/modules/${REST}`, title: '' };
	const rest = page.split('/').slice(3).join('/');
	const inside = kind === 'page' ? findPage(module, id)?.title : undefined;
	const ofVersion = kind === 'versions' && /^versions\/\w{64}(\/text|\/record)?$/.test(rest) && (await versionOf(db, slug, id)) !== undefined;
	const isKnown = OF_MODULE.includes(rest) || (inside !== undefined && rest === `page/${id}`) || ofVersion;
	return { page: isKnown ? page : `/modules/${slug}/${REST}`, title: [module.title, inside].filter(Boolean).join(': '), version: version?.hash };
}
