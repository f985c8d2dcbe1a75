import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission, requirePerson } from '#lib/server/accounts/guard.ts';
import { may } from '#lib/server/accounts/permissions.ts';
import { versionsOf } from '#lib/server/library/history.ts';
import { currentVersion } from '#lib/server/library/versions.ts';
import { offerAgain, withdraw, withdrawnModules } from '#lib/server/library/withdrawal.ts';
import { countOpen } from '#lib/server/problems/reports.ts';
import { readForm } from '#lib/server/read-form.ts';
import { mayCountUnderWay, underWay } from '#lib/server/records/under-way.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params }) {
	const person = requirePerson(locals);
	const { db } = locals;
	const [served, versions] = await Promise.all([currentVersion(db, params.slug), versionsOf(db, params.slug)]);
	if (!served) {
		// Only those who can offer it again are told that it is withdrawn.
		const withdrawn = may(person, 'author') ? (await withdrawnModules(db)).find(({ slug }) => slug === params.slug) : undefined;
		if (!withdrawn) error(404, 'Page not found');
		return { slug: params.slug, title: withdrawn.title, withdrawnSince: withdrawn.since, mayWithdraw: true, versions: [] };
	}
	const states = await Promise.all(versions.map((version) => signOffState(db, version)));
	const people = mayCountUnderWay(person, served.module.audience) ? await underWay(db, params.slug) : undefined;
	return {
		slug: params.slug,
		title: served.module.title,
		lang: served.module.lang,
		mayWithdraw: may(person, 'author'),
		/** Absent for whoever does not write modules. */
		openReports: may(person, 'author') ? await countOpen(db, person, `/modules/${params.slug}`, locals.now) : undefined,
		versions: versions.map(({ hash, publishedAt }, index) => ({
			hash,
			publishedAt: new Date(publishedAt),
			served: hash === served.hash,
			signedOff: states[index]!.signedOff,
			agreed: states[index]!.agreed,
			before: versions[index + 1]?.hash,
			people: people && (people.get(hash) ?? 0)
		}))
	};
}

export const actions = {
	/** Takes the module back. */
	async withdraw({ locals, params, request }) {
		const { id } = requirePermission(locals, 'author');
		const form = await readForm(request);
		if (form.get('confirm') !== 'yes') return fail(400, { problem: 'unconfirmed' as const });
		const done = await withdraw(locals.db, params.slug, String(form.get('served') ?? ''), { personId: id, now: locals.now });
		if (!done) return fail(409, { problem: 'another' as const });
		redirect(303, `/modules/${params.slug}/versions`);
	},

	/** Offers it again. */
	async offer({ locals, params }) {
		const { id } = requirePermission(locals, 'author');
		await offerAgain(locals.db, params.slug, { personId: id, now: locals.now });
		redirect(303, `/modules/${params.slug}/versions`);
	}
};
