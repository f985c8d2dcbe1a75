import { redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { endMarkedSession, endSessionsOf, sessionsOf } from '#lib/server/accounts/sessions.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals, url }) {
	const sessions = await sessionsOf(locals.db, requirePerson(locals).id, locals.sessionId);
	return { sessions: sessions.filter(({ endsAt }) => endsAt > locals.now), ended: url.searchParams.has('ended') };
}

export const actions = {
	async end({ locals, request }) {
		const { id } = requirePerson(locals);
		const form = await readForm(request);
		await endMarkedSession(locals.db, id, String(form.get('session') ?? ''));
		redirect(303, '/my-record/sessions?ended');
	},

	async everywhere({ locals, cookies }) {
		await endSessionsOf(locals.db, requirePerson(locals).id);
		const { name, attributes } = sessionCookie(locals.settings.origin);
		cookies.delete(name, attributes);
		redirect(303, '/sign-in?everywhere');
	}
};
