/** A package's files in its preview, whose scripts are not ours: the token in the address is all that counts there. */
const PREVIEW = '/preview/[token]/[...path]';

/**
 * The routes that are open to people who are not signed in, by SvelteKit's name
 * for them and never by the beginning of an address, which `//`, `%2f` and
 * `__data.json` get round. Every other route asks for a person; one that does
 * not exist says so to anybody. `/verify` shows a certificate to whoever has a
 * link that its holder made for that, and to nobody else.
 * `/report-a-problem/without-signing-in` says whom to tell where signing in does
 * not work; it takes nothing.
 */
const OPEN: readonly (string | null)[] = [null, PREVIEW, '/sign-in', '/sign-out', '/support', '/report-a-problem/without-signing-in', '/verify/[token]', '/(about)/about', '/(about)/accessibility', '/(about)/cookies', '/(about)/help', '/(about)/privacy'];

/** Whether `route` may be seen by anybody. */
export function isOpenRoute(route: string | null): boolean {
	return OPEN.includes(route);
}

/** Whether `route` has to do with nobody, so that no cookie is read or set. */
export function isNobodys(route: string | null): boolean {
	return route === PREVIEW;
}
