import { error } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { currentVersion } from '#lib/server/library/versions.ts';
import { contributorsOf, signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params, url }) {
	requirePermission(locals, 'learning');
	const version = await currentVersion(locals.db, params.slug);
	if (!version) error(404, 'Page not found');
	const [{ signedOff, agreed, emptyDetails }, contributors] = await Promise.all([signOffState(locals.db, version), contributorsOf(locals.db, version)]);
	const { module } = version;
	return {
		module: { slug: module.slug, title: module.title, minutes: module.minutes, pages: module.pages.length },
		version: version.hash.slice(0, 8),
		publishedAt: new Date(version.publishedAt),
		missing: emptyDetails.map(({ name }) => name),
		agreed: signedOff ? agreed : undefined,
		contributors,
		sensitive: isSensitive(module.audience),
		unconfirmed: url.searchParams.has('unconfirmed')
	};
}
