import { error, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { outcome } from '#lib/progress/outcome.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { standing } from '#lib/server/records/attempts.ts';

export async function load({ locals, params }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	if (!found) error(404, 'Page not found');
	const { version, attempt, completion } = found;
	if (!attempt && !completion) redirect(303, `/modules/${params.slug}`);
	return {
		slug: params.slug,
		title: version.module.title,
		pass: version.module.pass,
		outcome: attempt && outcome(version.module, attempt),
		completedAt: attempt ? undefined : completion?.completedAt,
		sensitive: isSensitive(version.module.audience)
	};
}
