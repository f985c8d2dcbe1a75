const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something: it comes from a page of this site, as
 * the browser says by `Sec-Fetch-Site`, which no page can set, or else by
 * `Origin`. A request that says neither is refused, whatever its content type:
 * Kit's own check sees the three types of forms only (CVE-2023-29003).
 */
export function comesFromHere({ method, headers }: { method: string; headers: Headers }, origin: string): boolean {
	if (READING.includes(method)) return true;
	const site = headers.get('sec-fetch-site');
	return site === null ? headers.get('origin') === origin : site === 'same-origin';
}
