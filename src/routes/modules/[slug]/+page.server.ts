import { error, fail, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { changesBecauseOf } from '#lib/server/comments/batches.ts';
import { changedSince } from '#lib/server/library/changed-since.ts';
import { versionBefore } from '#lib/server/library/history.ts';
import { standing, start } from '#lib/server/records/attempts.ts';
import { coproductionOf } from '#lib/server/sign-off/coproduction.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	if (!found) error(404, 'Page not found');
	const { version, attempt, completion, instead } = found;
	const { pages, ...module } = version.module;
	const before = await versionBefore(locals.db, version);
	const [{ signedOff, agreed }, stateBefore, [record], changes, becauseOfComments] = await Promise.all([
		signOffState(locals.db, version),
		before && signOffState(locals.db, before),
		coproductionOf(locals.db, version.hash),
		completion?.version === undefined ? undefined : changedSince(locals.db, completion.version, version, locals.now),
		changesBecauseOf(locals.db, params.slug)
	]);
	return {
		module,
		pages: pages.map(({ id, title }) => ({ id, title, done: attempt?.done.includes(id) ?? false })),
		here: attempt?.here,
		/** Absent where the version that somebody is in the middle of is the one that is served. */
		instead,
		completedAt: completion?.completedAt,
		/** Since they last completed it; absent where it is not known which version that was. */
		changes,
		sensitive: isSensitive(module.audience),
		version: version.hash,
		/** Absent while the version is a draft. */
		agreed: signedOff ? agreed : undefined,
		before: before && { hash: before.hash, agreed: stateBefore!.agreed },
		record,
		becauseOfComments
	};
}

export const actions = {
	async start({ locals, params }) {
		const attempt = await start(locals.db, requirePerson(locals).id, params.slug, locals.now);
		if (!attempt) error(404, 'Page not found');
		if (attempt === 'enough') return fail(409, { enough: true });
		redirect(303, `/modules/${params.slug}/page/${attempt.here}`);
	}
};
