import { sessionCookie } from '#lib/server/accounts/cookie.ts';

export function load({ locals: { settings } }) {
	return { cookie: sessionCookie(settings.origin).name };
}
