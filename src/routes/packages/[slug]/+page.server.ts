import { error, fail, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { makeOptions } from '#lib/package/options.ts';
import { detailNames } from '#lib/package/package.ts';
import { optionsInLine } from '#lib/package/options-in-words.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { currentVersion } from '#lib/server/library/versions.ts';
import { startBuilding, waitForBuild } from '#lib/server/packages/builder.ts';
import { askForBuilds, isUnfinished } from '#lib/server/packages/builds.ts';
import { readAsked } from '#lib/server/packages/choices.ts';
import { orNoRoom } from '#lib/server/packages/disk-full.ts';
import { isOuting, packagedModule } from '#lib/server/packages/overview.ts';
import { KEPT } from '#lib/server/packages/packages.ts';
import { readForm } from '#lib/server/read-form.ts';
import { contributorsOf, signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params }) {
	requirePermission(locals, 'learning');
	const packaged = await packagedModule(locals.db, params.slug, locals.now);
	if (!packaged) error(404, 'Page not found');
	const { version, asked, packages, outdated, build } = packaged;
	const { module } = version;
	const [{ signedOff, agreed }, contributors, filled] = await Promise.all([signOffState(locals.db, version), contributorsOf(locals.db, version), localDetails(locals.db)]);
	return {
		module: { slug: module.slug, title: module.title, minutes: module.minutes, pages: module.pages.length, lang: module.lang },
		version: version.hash,
		publishedAt: new Date(version.publishedAt),
		agreed: signedOff ? agreed : undefined,
		contributors,
		missing: detailNames(module).filter((name) => !filled[name]),
		asked,
		sensitive: isSensitive(module.audience),
		outdated,
		problem: build?.problem,
		underWay: build !== undefined && isUnfinished(build),
		kept: KEPT,
		packages: packages.map(({ id, madeAt, madeBy, options, sha256, version, ready, draft }) => ({ id, madeAt, madeBy, options: optionsInLine(options), hash: sha256.slice(0, 8), version, ready, draft }))
	};
}

/** In milliseconds: how long whoever makes one package waits for it before they are shown how far it is. */
const PATIENCE = 8000;

export const actions = {
	/** Makes a package with what was chosen in the form. */
	async make({ locals, params, request }) {
		const { id } = requirePermission(locals, 'learning');
		const version = await currentVersion(locals.db, params.slug);
		if (!version) error(404, 'Page not found');
		const form = await readForm(request);
		const asked = readAsked(form);
		const options = makeOptions(version.module, asked);
		if (options.kind === 'refused') return fail(400, { asked, problems: options.problems });
		if (isOuting(version, options.options.standard) && form.get('confirm') !== 'yes') return fail(400, { asked, unconfirmed: true });
		const put = await orNoRoom(() => askForBuilds(locals.db, [{ module: params.slug, asked }], id, locals.now));
		if (put.kind === 'no-room') return fail(503, { asked, problem: put.words });
		const [answer] = put.value;
		if (answer!.kind === 'busy') return fail(409, { asked, busy: true });
		startBuilding(locals);
		const build = await waitForBuild(locals.db, answer!.id, PATIENCE);
		if (build?.state === 'failed') return fail(503, { asked, problem: build.problem });
		redirect(303, build?.packageId ? `/packages/${params.slug}/${build.packageId}` : '/packages/all/progress');
	}
};
