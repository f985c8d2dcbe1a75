import { requirePermission } from '#lib/server/accounts/guard.ts';
import { startBuilding } from '#lib/server/packages/builder.ts';
import { isUnfinished, lastRun } from '#lib/server/packages/builds.ts';
import { currentVersions } from '#lib/server/library/versions.ts';

export async function load({ locals }) {
	requirePermission(locals, 'learning');
	const [builds, versions] = await Promise.all([lastRun(locals.db, locals.now), currentVersions(locals.db)]);
	const titles = new Map(versions.map(({ module: { slug, title } }) => [slug, title]));
	// Whoever was at it may have gone; what still waits is anybody's.
	if (builds.some(({ state }) => state === 'waiting')) startBuilding(locals);
	return {
		builds: builds.map(({ module, state, problem, packageId }) => ({ module, title: titles.get(module) ?? module, state, problem, packageId })),
		left: builds.filter(isUnfinished).length,
		made: builds.filter(({ state }) => state === 'made').length,
		failed: builds.filter(({ state }) => state === 'failed').length
	};
}
