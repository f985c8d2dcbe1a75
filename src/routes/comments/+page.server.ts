import { requirePermission } from '#lib/server/accounts/guard.ts';
import { listBatches } from '#lib/server/comments/batches.ts';
import { FEWEST_PEOPLE } from '#lib/server/comments/give.ts';
import { pageOf } from '#lib/server/paging.ts';

const BATCHES_ON_A_PAGE = 10;

export async function load({ locals, url }) {
	requirePermission(locals, 'author');
	const all = await listBatches(locals.db);
	const modules = [...new Map(all.map(({ module, title }) => [module, title]))].map(([slug, title]) => ({ slug, title }));
	const only = modules.find(({ slug }) => slug === url.searchParams.get('module'))?.slug;
	// The module with the newest batch first, and what belongs to a module together.
	const order = new Map(modules.map(({ slug }, place) => [slug, place]));
	const chosen = all.filter(({ module }) => only === undefined || module === only).sort((one, other) => order.get(one.module)! - order.get(other.module)!);
	return {
		...pageOf(chosen, url.searchParams.get('page'), BATCHES_ON_A_PAGE),
		modules: modules.sort((one, other) => one.title.localeCompare(other.title, 'en-GB')),
		only,
		people: FEWEST_PEOPLE
	};
}
