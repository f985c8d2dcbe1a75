import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { shownGuide } from '#lib/server/library/shown-guide.ts';

/** The words are a guide's, so that they are in one place. */
export async function load({ locals }) {
	requirePerson(locals);
	return (await shownGuide(locals.db, 'guide-speaking-up', 'guide')) ?? error(404, 'Page not found');
}
