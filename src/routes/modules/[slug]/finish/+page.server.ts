import { error, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { outcome } from '#lib/progress/outcome.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { standing } from '#lib/server/records/attempts.ts';
import { myTraining, nextDue } from '#lib/server/requirements/my-training.ts';

export async function load({ locals, params }) {
	const person = requirePerson(locals);
	const found = await standing(locals.db, person.id, params.slug);
	if (!found) error(404, 'Page not found');
	const { version, attempt, completion } = found;
	if (!attempt && !completion) redirect(303, `/modules/${params.slug}`);
	const next = attempt ? undefined : nextDue(await myTraining(locals.db, person.id, locals.now));
	return {
		slug: params.slug,
		title: version.module.title,
		version: version.hash,
		pass: version.module.pass,
		outcome: attempt && outcome(version.module, attempt),
		completedAt: attempt ? undefined : completion?.completedAt,
		certificate: completion?.id,
		/** What is due next, on the person's own page. */
		next,
		sensitive: isSensitive(version.module.audience)
	};
}
