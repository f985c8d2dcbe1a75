import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission, requirePerson } from '#lib/server/accounts/guard.ts';
import { may } from '#lib/server/accounts/permissions.ts';
import { serveAgain, versionBefore, versionOf } from '#lib/server/library/history.ts';
import { currentVersion } from '#lib/server/library/versions.ts';
import { readForm } from '#lib/server/read-form.ts';
import { coproductionOf } from '#lib/server/sign-off/coproduction.ts';
import { rolesHeld, sign, withdraw, withdrawable } from '#lib/server/sign-off/sign-offs.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

/** A reason is a sentence or two, and not the place for a story. */
const LONGEST_REASON = 500;

export async function load({ locals, params, url }) {
	const person = requirePerson(locals);
	const { db } = locals;
	const [version, served] = await Promise.all([versionOf(db, params.slug, params.hash), currentVersion(db, params.slug)]);
	if (!version || !served) error(404, 'Page not found');
	const before = await versionBefore(db, version);
	const [state, records, held, signed, stateBefore] = await Promise.all([
		signOffState(db, version),
		coproductionOf(db, version.hash),
		rolesHeld(db, person.id),
		withdrawable(db, person, version.hash),
		before && signOffState(db, before)
	]);
	return {
		slug: params.slug,
		title: version.module.title,
		hash: version.hash,
		publishedAt: new Date(version.publishedAt),
		served: served.hash,
		before: before && { hash: before.hash, agreed: stateBefore!.agreed },
		state,
		// What was written before is for those who write: it may hold what was taken out with good reason, such as a name.
		records: may(person, 'author') ? records : records.slice(0, 1),
		/** About whoever is looking, and nobody else. */
		held,
		signed,
		mayWrite: may(person, 'author'),
		opened: url.searchParams.has('yours')
	};
}

export const actions = {
	async sign({ locals, params, request }) {
		const person = requirePerson(locals);
		const form = await readForm(request);
		const role = String(form.get('role') ?? '');
		const what = { slug: params.slug, version: params.hash, record: Number(form.get('record')), role, confirmed: form.get('confirm') === 'yes' };
		const { kind, ...more } = await sign(locals.db, person.id, what, locals.now);
		if (kind === 'not-allowed') error(403, 'You do not have permission to do this');
		if (kind === 'signed') redirect(303, `/modules/${params.slug}/versions/${params.hash}?yours#yours`);
		const status = kind === 'another-version' || kind === 'another-record' || kind === 'not-ready' ? 409 : 400;
		return fail(status, { problem: kind, role, ...more });
	},

	/** Answers in the same way whether there was anything to withdraw or not. */
	async withdraw({ locals, params, request }) {
		const person = requirePerson(locals);
		const form = await readForm(request);
		const id = Number(form.get('sign-off'));
		const reason = String(form.get('reason') ?? '').trim();
		if (reason.length > LONGEST_REASON) return fail(400, { problem: 'long-reason' as const, withdrawing: id, reason });
		await withdraw(locals.db, person, { version: params.hash, id, reason }, locals.now);
		redirect(303, `/modules/${params.slug}/versions/${params.hash}?yours#yours`);
	},

	async serve({ locals, params, request }) {
		requirePermission(locals, 'author');
		const form = await readForm(request);
		if (form.get('confirm') !== 'yes') return fail(400, { problem: 'serve-unconfirmed' as const });
		const done = await serveAgain(locals.db, params.slug, params.hash, String(form.get('instead') ?? ''));
		if (!done) return fail(409, { problem: 'serve-another' as const });
		redirect(303, `/modules/${params.slug}/versions/${params.hash}`);
	}
};
