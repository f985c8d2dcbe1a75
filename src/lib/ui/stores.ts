/** What this tab keeps until it is closed; undefined where the browser lets pages keep nothing, as some do when cookies are blocked. */
export function tabStore(view: Window): Storage | undefined {
	return allowed(() => view.sessionStorage);
}

/** What this browser keeps on this device; undefined where it lets pages keep nothing. */
export function deviceStore(view: Window): Storage | undefined {
	return allowed(() => view.localStorage);
}

/** Merely asking for it throws where it is not allowed. */
function allowed(find: () => Storage | null): Storage | undefined {
	try {
		return find() ?? undefined;
	} catch {
		return undefined;
	}
}
