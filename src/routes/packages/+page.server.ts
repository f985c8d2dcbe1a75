import { requirePermission } from '#lib/server/accounts/guard.ts';
import { currentVersions } from '#lib/server/library/versions.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals }) {
	requirePermission(locals, 'learning');
	const versions = await currentVersions(locals.db);
	const states = await Promise.all(versions.map((version) => signOffState(locals.db, version)));
	return {
		modules: versions.map(({ hash, module: { slug, title } }, index) => ({ slug, title, version: hash.slice(0, 8), signedOff: states[index]!.signedOff }))
	};
}
