import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { shownGuide } from '#lib/server/library/shown-guide.ts';

export async function load({ locals, params }) {
	requirePerson(locals);
	return (await shownGuide(locals.db, params.slug, 'story')) ?? error(404, 'Page not found');
}
