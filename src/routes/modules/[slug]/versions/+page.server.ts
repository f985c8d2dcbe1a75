import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { may } from '#lib/server/accounts/permissions.ts';
import { versionsOf } from '#lib/server/library/history.ts';
import { currentVersion } from '#lib/server/library/versions.ts';
import { countOpen } from '#lib/server/problems/reports.ts';
import { mayCountUnderWay, underWay } from '#lib/server/records/under-way.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params }) {
	const person = requirePerson(locals);
	const { db } = locals;
	const [served, versions] = await Promise.all([currentVersion(db, params.slug), versionsOf(db, params.slug)]);
	if (!served) error(404, 'Page not found');
	const states = await Promise.all(versions.map((version) => signOffState(db, version)));
	const people = mayCountUnderWay(person, served.module.audience) ? await underWay(db, params.slug) : undefined;
	return {
		slug: params.slug,
		title: served.module.title,
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
