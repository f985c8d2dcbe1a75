/** The session cookie's name and attributes, as SvelteKit's `cookies.set` takes them. */
export interface SessionCookie {
	name: string;
	attributes: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
}

/**
 * The session cookie for a site at `origin`. Over https its name starts with
 * `__Host-`, so that browsers refuse one that a neighbouring host or an
 * unencrypted page has set. Browsers would refuse that name on http://localhost.
 */
export function sessionCookie(origin: string): SessionCookie {
	const secure = new URL(origin).protocol === 'https:';
	return {
		name: secure ? '__Host-session' : 'session',
		attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure }
	};
}
