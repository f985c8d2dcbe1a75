import { fail, redirect } from '@sveltejs/kit';
import { optionsInLine } from '#lib/package/options-in-words.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { startBuilding } from '#lib/server/packages/builder.ts';
import { askForBuilds, isUnfinished } from '#lib/server/packages/builds.ts';
import { orNoRoom } from '#lib/server/packages/disk-full.ts';
import { packagedModules } from '#lib/server/packages/overview.ts';
import { KEPT } from '#lib/server/packages/packages.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals, url }) {
	requirePermission(locals, 'learning');
	const modules = await packagedModules(locals.db, locals.now);
	const altered = url.searchParams.getAll('altered');
	return {
		kept: KEPT,
		modules: modules.map(({ version: { module }, newest, outdated, build, needed }) => ({
			slug: module.slug,
			title: module.title,
			newest: newest && { id: newest.id, madeAt: newest.madeAt, madeBy: newest.madeBy, options: optionsInLine(newest.options), hash: newest.sha256.slice(0, 8), ready: newest.ready, draft: newest.draft },
			outdated,
			build: build?.state,
			problem: build?.problem,
			needed
		})),
		outing: modules.filter(({ needed, outing }) => needed && outing).map(({ version }) => version.module.title),
		onlyNeeded: url.searchParams.get('show') === 'needed',
		underWay: modules.some(({ build }) => build && isUnfinished(build)),
		altered: modules.filter(({ version }) => altered.includes(version.module.slug)).map(({ version: { module } }) => ({ slug: module.slug, title: module.title }))
	};
}

export const actions = {
	/** Puts every module that has no package, or one that is out of date, into the queue, as was last chosen for it. */
	async makeAll({ locals, request }) {
		const { id } = requirePermission(locals, 'learning');
		const form = await readForm(request);
		const needed = (await packagedModules(locals.db, locals.now)).filter(({ needed }) => needed);
		if (needed.some(({ outing }) => outing) && form.get('confirm') !== 'yes') return fail(400, { unconfirmed: true });
		const wanted = needed.map(({ version, asked }) => ({ module: version.module.slug, asked }));
		const put = await orNoRoom(() => askForBuilds(locals.db, wanted, id, locals.now));
		if (put.kind === 'no-room') return fail(503, { problem: put.words });
		startBuilding(locals);
		redirect(303, wanted.length > 0 ? '/packages/all/progress' : '/packages');
	}
};
