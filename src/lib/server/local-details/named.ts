import type { Kysely } from 'kysely';
import type { Page } from '#lib/module/module.ts';
import { SUPPORT_ENTRIES } from '#lib/module/support-entries.ts';
import type { Schema } from '../database/schema.ts';
import { addressOf, currentGuides } from '../library/guides.ts';
import { currentVersions } from '../library/versions.ts';
import { SITE_ENTRIES } from './site.ts';
import { SUPPORT_PAGE_ENTRIES } from './support.ts';

/** Where people see a local detail. */
export interface Place {
	/** Of the module, the guide or the page of this site. */
	title: string;
	/** Of the page or part in it. */
	part?: string;
	href: string;
}

/** One wording of what the trust is asked for, and where it is asked. */
export interface Request {
	/** HTML of the language's own making; absent on pages that show the title alone. */
	html?: string;
	places: Place[];
}

/** A local detail that something names. */
export interface NamedDetail {
	name: string;
	title: string;
	requests: Request[];
}

const SUPPORT_PAGE: Place = { title: 'Get support', href: '/support' };

/** Every local detail that a served module or guide or a page of the site names, by name. */
export async function namedDetails(db: Kysely<Schema>): Promise<Map<string, NamedDetail>> {
	const found = new Map<string, NamedDetail>();
	const add = (name: string, html: string | undefined, place: Place) => {
		const detail = found.get(name) ?? { name, title: titleOf(name), requests: [] };
		found.set(name, detail);
		const request = detail.requests.find((request) => request.html === html);
		if (!request) detail.requests.push({ html, places: [place] });
		else if (!request.places.some(({ href }) => href === place.href)) request.places.push(place);
	};
	const addPages = (pages: Page[], placeOf: (page: Page) => Place) => {
		for (const page of pages) {
			for (const block of page.blocks) {
				if (block.kind === 'local-detail') add(block.name, block.request, placeOf(page));
				if (block.kind === 'support') for (const { name } of SUPPORT_ENTRIES) add(name, undefined, placeOf(page));
			}
		}
	};
	for (const { module } of await currentVersions(db)) {
		addPages(module.pages, ({ id, title }) => ({ title: module.title, part: title, href: `/modules/${module.slug}/page/${id}` }));
	}
	for (const { guide } of await currentGuides(db)) {
		addPages(guide.parts, ({ id, title }) => ({ title: guide.title, part: title, href: `${addressOf(guide)}#${id}` }));
	}
	for (const { name } of SUPPORT_PAGE_ENTRIES) add(name, undefined, SUPPORT_PAGE);
	for (const { name, request, places } of SITE_ENTRIES) for (const place of places) add(name, request, place);
	return found;
}

/** What to call an entry: as the site's pages do, or its name in words. */
export function titleOf(name: string): string {
	const entry = [...SUPPORT_PAGE_ENTRIES, ...SITE_ENTRIES].find((entry) => entry.name === name);
	const words = name.replaceAll('-', ' ');
	return entry?.title ?? words.charAt(0).toUpperCase() + words.slice(1);
}
