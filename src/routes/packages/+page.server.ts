import { requirePermission } from '#lib/server/accounts/guard.ts';
import { currentVersions } from '#lib/server/library/versions.ts';

export async function load({ locals }) {
	requirePermission(locals, 'learning');
	const versions = await currentVersions(locals.db);
	return { modules: versions.map(({ hash, module: { slug, title } }) => ({ slug, title, version: hash.slice(0, 8) })) };
}
