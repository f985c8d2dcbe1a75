/**
 * What an LMS offers in its window: functions that take and return texts, in
 * SCORM 1.2 (RTE 3.3) as in SCORM 2004 (RTE 3.1). What they return is not what
 * the books say, so nothing is assumed.
 */
export type Api = object;

/** What the API is called: in SCORM 1.2 (RTE 3.3.6.1), and in SCORM 2004 (RTE 3.3.1). Some LMSs have both, and the package uses the one that its manifest declares. */
export type ApiName = 'API' | 'API_1484_11';

/** ADL's own algorithm allows 7 levels; some portals nest deeper. */
const DEEPEST = 500;
/** ESR's adapter arrives after the content does. */
const PATIENCE = 10_000;
const INTERVAL = 250;

/** Looks for the API called `name` in `window` and the frames around it, then in the windows that opened any of them and the frames around those. */
export function findApi(window: Window, name: ApiName): Api | undefined {
	const around = framesAround(window);
	const openers = around.map((frame) => attemptTo(() => frame.opener as Window | null));
	return apiOf(around, name) ?? apiOf(openers.flatMap((opener) => framesAround(opener)), name);
}

/** Waits for the API for as long as adapters have been seen to take, and gives up then. */
export async function waitForApi(window: Window, name: ApiName): Promise<Api | undefined> {
	const tries = PATIENCE / INTERVAL;
	for (let attempt = 0; attempt < tries; attempt += 1) {
		const api = findApi(window, name);
		if (api) return api;
		await pause(window, INTERVAL);
	}
	return findApi(window, name);
}

/** Waits without keeping the page from anything. */
export function pause(window: Window, milliseconds: number): Promise<void> {
	return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

/** A window and those around it, the nearest first. */
function framesAround(start: Window | null | undefined): Window[] {
	const frames: Window[] = [];
	for (let frame = start; frame && frames.length < DEEPEST && !frames.includes(frame); ) {
		const current: Window = frame;
		frames.push(current);
		frame = attemptTo(() => current.parent);
	}
	return frames;
}

function apiOf(frames: Window[], name: ApiName): Api | undefined {
	for (const frame of frames) {
		const api = attemptTo(() => (frame as unknown as Partial<Record<ApiName, Api>>)[name]);
		if (api) return api;
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
