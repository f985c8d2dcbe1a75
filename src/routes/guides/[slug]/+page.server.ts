import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { currentGuide } from '#lib/server/library/guides.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { currentVersion } from '#lib/server/library/versions.ts';

export async function load({ locals, params }) {
	requirePerson(locals);
	const found = await currentGuide(locals.db, params.slug);
	if (!found) error(404, 'Page not found');
	const module = found.guide.module === undefined ? undefined : await currentVersion(locals.db, found.guide.module);
	return {
		...found,
		details: await localDetails(locals.db),
		module: module && { slug: module.module.slug, title: module.module.title }
	};
}
