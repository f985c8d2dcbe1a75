import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { versionBefore, versionOf } from '#lib/server/library/history.ts';
import { readForm } from '#lib/server/read-form.ts';
import { readCoproduction } from '#lib/server/sign-off/coproduction-form.ts';
import { coproductionOf, writeCoproduction, type Coproduction } from '#lib/server/sign-off/coproduction.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params, url }) {
	requirePermission(locals, 'author');
	const { db } = locals;
	const version = await versionOf(db, params.slug, params.hash);
	if (!version) error(404, 'Page not found');
	const before = await versionBefore(db, version);
	const [[record], [earlier], { signed }] = await Promise.all([
		coproductionOf(db, version.hash),
		before ? coproductionOf(db, before.hash) : [],
		signOffState(db, version)
	]);
	return {
		slug: params.slug,
		title: version.module.title,
		hash: version.hash,
		/** What this was started from. */
		read: record?.id,
		record: record ?? (url.searchParams.has('as-before') ? earlier : undefined),
		mayStartFrom: !record && earlier !== undefined,
		signed: signed.length > 0
	};
}

export const actions = {
	async save({ locals, params, request }) {
		const person = requirePermission(locals, 'author');
		const version = await versionOf(locals.db, params.slug, params.hash);
		if (!version) error(404, 'Page not found');
		const form = await readForm(request);
		const { typed, problems } = readCoproduction(form);
		const started = form.get('read') ? Number(form.get('read')) : undefined;
		if (problems.length > 0) return fail(400, { typed, problems, read: started, newest: undefined });
		const written = await writeCoproduction(locals.db, { version: version.hash, person: person.id, read: started }, typed as Coproduction, locals.now);
		if (written === 'changed') {
			const [newest] = await coproductionOf(locals.db, version.hash);
			return fail(409, { typed, problems: [], read: newest?.id, newest });
		}
		redirect(303, `/modules/${params.slug}/versions/${params.hash}#made`);
	}
};
