import { error } from '@sveltejs/kit';
import { findPage } from '#lib/progress/attempt.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { standing } from '#lib/server/records/attempts.ts';

export async function load({ locals, params, url }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	if (!found) error(404, 'Page not found');
	const page = findPage(found.version.module, url.searchParams.get('page') ?? '');
	return { back: page ? `/modules/${params.slug}/page/${page.id}` : `/modules/${params.slug}` };
}
