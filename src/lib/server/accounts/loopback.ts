const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether somebody came by another of this machine's names for itself than the
 * one that the site goes by: to a browser `127.0.0.1` is another site than
 * `localhost`, so that no form would be taken and nobody could sign in.
 *
 * @param host the request's `Host`
 * @param origin the site's own, such as `http://localhost:3000`
 */
export function isOtherLoopback(host: string | null, origin: string): boolean {
	const own = new URL(origin);
	if (!LOOPBACK.includes(own.hostname) || !host || host === own.host) return false;
	return LOOPBACK.some((name) => host === `${name}${own.port && `:${own.port}`}`);
}
