import { error } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { localDetails } from '#lib/module/module.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { localDetails as filledDetails } from '#lib/server/library/local-details.ts';
import { currentVersion } from '#lib/server/library/versions.ts';

export async function load({ locals, params, url }) {
	requirePermission(locals, 'learning');
	const version = await currentVersion(locals.db, params.slug);
	if (!version) error(404, 'Page not found');
	const filled = await filledDetails(locals.db);
	const { module } = version;
	return {
		module: { slug: module.slug, title: module.title, minutes: module.minutes, pages: module.pages.length },
		version: version.hash.slice(0, 8),
		publishedAt: new Date(version.publishedAt),
		missing: localDetails(module).flatMap(({ name }) => (filled[name] ? [] : [name])),
		sensitive: isSensitive(module.audience),
		unconfirmed: url.searchParams.has('unconfirmed')
	};
}
