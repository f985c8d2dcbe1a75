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

/** Looks for the API in `window` and the frames around it, then in the windows that opened any of them and the frames around those. */
export function findApi(window: Window): Api12 | undefined {
	const around = framesAround(window);
	const openers = around.map((frame) => attemptTo(() => frame.opener as Window | null));
	return apiOf(around) ?? apiOf(openers.flatMap((opener) => framesAround(opener)));
}

/** Waits for the API for as long as adapters have been seen to take, and gives up then. */
export async function waitForApi(window: Window): Promise<Api12 | undefined> {
	const tries = PATIENCE / INTERVAL;
	for (let attempt = 0; attempt < tries; attempt += 1) {
		const api = findApi(window);
		if (api) return api;
		await pause(window, INTERVAL);
	}
	return findApi(window);
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

function apiOf(frames: Window[]): Api12 | undefined {
	for (const frame of frames) {
		const api = attemptTo(() => (frame as unknown as { API?: Api12 }).API);
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
