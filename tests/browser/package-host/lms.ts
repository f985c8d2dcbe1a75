/** The page of an LMS: it offers an API as its address says, and shows what came of it to the test. */
import type { Api12 } from '#lib/lms/api-1.2.ts';
import { judge12, type Finding, type Options12 } from '#lib/lms/judge-1.2.ts';
import { logged, type Call } from '#lib/lms/log.ts';
import { arrive, misbehave } from '#lib/lms/misbehaviour.ts';
import type { Saved12 } from '#lib/lms/saved-1.2.ts';
import { scormAgain12 } from '#lib/lms/scorm-again-1.2.ts';

/** What the LMS is like. */
export interface Config extends Options12 {
	lms?: 'judge' | 'scorm-again' | 'none';
	booleans?: boolean;
	forgets?: boolean;
	throws?: (keyof Api12)[];
	/** The connection is gone from the start. */
	away?: boolean;
	/** Milliseconds until the API is there. */
	late?: number;
}

/** What a test can ask of the LMS. */
export interface Seen {
	calls: Call[];
	findings: Finding[];
	snapshot(): Saved12;
	/** Takes the connection away, or brings it back. */
	away(gone: boolean): void;
}

/** Sets up the LMS in `window`. */
export function install(window: Window & { API?: unknown; seen?: Seen }, config: Config): void {
	if (config.lms === 'none') return;
	let gone = config.away ?? false;
	const judge = judge12(config);
	const lms = config.lms === 'scorm-again' ? { ...scormAgain12(config), findings: [] } : judge;
	const { booleans, forgets, throws } = config;
	const { api, calls } = logged(misbehave(lms.api, { booleans, forgets, throws, away: () => gone }));
	window.seen = { calls, findings: lms.findings, snapshot: lms.snapshot, away: (goes) => (gone = goes) };
	if (config.late) arrive(window, api, config.late);
	else window.API = api;
}
