import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { shownGuide } from '#lib/server/library/shown-guide.ts';
import { currentVersion } from '#lib/server/library/versions.ts';

export async function load({ locals, params }) {
	requirePerson(locals);
	const found = await shownGuide(locals.db, params.slug, 'guide');
	if (!found) error(404, 'Page not found');
	const module = found.guide.module === undefined ? undefined : await currentVersion(locals.db, found.guide.module);
	return { ...found, module: module && { slug: module.module.slug, title: module.module.title } };
}
