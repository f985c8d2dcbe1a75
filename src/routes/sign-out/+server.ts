import { redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { endSession } from '#lib/server/accounts/sessions.ts';

export async function POST({ locals, cookies }) {
	if (locals.sessionId) await endSession(locals.db, locals.sessionId);
	const { name, attributes } = sessionCookie(locals.settings.origin);
	cookies.delete(name, attributes);
	redirect(303, '/sign-in');
}
