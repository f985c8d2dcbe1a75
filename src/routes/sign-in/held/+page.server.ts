import { redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { findHeld } from '#lib/server/accounts/held-form.ts';

export async function load({ locals, cookies, url }) {
	requirePerson(locals);
	const cookie = cookies.get(sessionCookie(locals.settings.origin).name)!;
	const held = await findHeld(locals.db, cookie, locals.now);
	if (!held && !url.searchParams.has('others')) redirect(303, '/');
	return { held: held && { to: held.to, fields: held.fields } };
}
