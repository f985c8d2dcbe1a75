/** What an LMS offers under the name `API` (SCORM 1.2 RTE, 3.3). What it returns is not what the book says, so nothing is assumed. */
export interface Api12 {
	LMSInitialize(argument: ''): unknown;
	LMSFinish(argument: ''): unknown;
	LMSGetValue(element: string): unknown;
	LMSSetValue(element: string, value: string): unknown;
	LMSCommit(argument: ''): unknown;
	LMSGetLastError(): unknown;
}

/** ADL's own algorithm allows 7 levels; some portals nest deeper. */
const DEEPEST = 500;
/** ESR's adapter arrives after the content does. */
const PATIENCE = 10_000;
const INTERVAL = 250;

/** Looks for the API in `window`, in the frames around it, and in the window that opened it and the frames around that. */
export function findApi(window: Window): Api12 | undefined {
	return searchUp(window) ?? searchUp(attemptTo(() => window.opener as Window | null));
}

/** Waits for the API for as long as adapters have been seen to take, and gives up then. */
export async function waitForApi(window: Window): Promise<Api12 | undefined> {
	const tries = PATIENCE / INTERVAL;
	for (let attempt = 0; attempt < tries; attempt += 1) {
		const api = findApi(window);
		if (api) return api;
		await new Promise((resolve) => window.setTimeout(resolve, INTERVAL));
	}
	return findApi(window);
}

function searchUp(start: Window | null | undefined): Api12 | undefined {
	let window = start;
	for (let level = 0; window && level < DEEPEST; level += 1) {
		const current: Window = window;
		const api = attemptTo(() => (current as unknown as { API?: Api12 }).API);
		if (api) return api;
		const parent = attemptTo(() => current.parent);
		if (!parent || parent === current) return undefined;
		window = parent;
	}
	return undefined;
}

/** A frame of another origin throws when it is looked at. */
function attemptTo<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		return undefined;
	}
}
