/**
 * `address` if it leads to a page of this site, or else the home page. Decided by
 * what a browser would make of it, since `//host`, `/\host` and the like look local.
 */
export function localAddress(address: string | null, origin: string): string {
	if (!address?.startsWith('/') || !URL.canParse(address, origin)) return '/';
	const url = new URL(address, origin);
	return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
