/** The page of an LMS: it offers an API as its address says, and shows what came of it to the test. */
import { apiOf, functionsOf, namesOf, type Api } from '#lib/lms/functions.ts';
import { judge12, type Options12 } from '#lib/lms/judge-1.2.ts';
import { judge2004, type Options2004 } from '#lib/lms/judge-2004.ts';
import type { Finding } from '#lib/lms/judge.ts';
import { logged, type Call } from '#lib/lms/log.ts';
import { arrive, misbehave, place, times, type ApiWindow, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import type { AfterCompletion, Mode, Saved } from '#lib/lms/saved.ts';
import { scormAgain12 } from '#lib/lms/scorm-again-1.2.ts';
import { scormAgain2004 } from '#lib/lms/scorm-again-2004.ts';
import type { Scorm } from '#lib/package/standards.ts';

/** What the LMS is like; JSON, since the address of its page carries it. */
export interface Config extends Pick<Misbehaviour, 'booleans' | 'wrongTypes' | 'throws' | 'forgets' | 'ignoresReturns' | 'slow'> {
	/** What the package is made for, and the LMS listens to. */
	standard?: Scorm;
	lms?: 'judge' | 'scorm-again' | 'none';
	saved?: Saved;
	profile?: Options12['profile'];
	mode?: Mode;
	afterCompletion?: AfterCompletion;
	/** What a system of SCORM 2004 read in the manifest. */
	manifest?: Saved;
	/** The connection is gone from the start. */
	away?: boolean;
	/** How many commits fail before the first that does not. */
	fails?: number;
	/** Under which name a server keeps what is committed, where a browser's crash cannot take it along; what it has is loaded. */
	record?: string;
	/** Milliseconds until the API is there. */
	late?: number;
	/** There is an API of the other edition too, nearer to the content than its own. */
	both?: boolean;
}

/** What a test can ask of the LMS. */
export interface Seen {
	calls: Call[];
	/** Calls of the API of the other edition, where there is one. */
	astray: Call[];
	findings: readonly Finding[];
	snapshot(): Saved;
	/** Takes the connection away, or brings it back. */
	away(gone: boolean): void;
	/** Breaks the API as when its window goes: every call throws. */
	vanish(): void;
}

/** Sets up the LMS in `window`. */
export function install(window: ApiWindow & { seen?: Seen }, config: Config): void {
	if (config.lms === 'none') return;
	let offline = config.away ?? false;
	let gone = false;
	const old = (config.standard ?? 'scorm-1.2') === 'scorm-1.2';
	const { api: listening, snapshot, findings } = config.record ? recorded(config, config.record, old) : lmsOf(config, old);
	const { booleans, wrongTypes, forgets, ignoresReturns, slow, throws, late, fails = 0 } = config;
	const failing = times(fails);
	const { api, calls } = logged(misbehave(listening, { booleans, wrongTypes, forgets, ignoresReturns, slow, throws, away: () => failing() || offline, gone: () => gone }));
	const other = logged<Api>(old ? judge2004().api : judge12().api);
	window.seen = { calls, astray: other.calls, findings, snapshot, away: (goes) => (offline = goes), vanish: () => (gone = true) };
	if (config.both) place(window, other.api);
	if (late) arrive(window, api, late);
	else place(window, api);
}

function lmsOf({ lms, ...options }: Config, old: boolean): { api: Api; snapshot(): Saved; findings: readonly Finding[] } {
	if (lms === 'scorm-again') return { ...(old ? scormAgain12(options) : scormAgain2004(options)), findings: [] };
	return old ? judge12(options) : judge2004(options as Options2004);
}

/** The same, with a server that keeps each commit while the page waits for it, as real systems do. */
function recorded(config: Config, name: string, old: boolean): ReturnType<typeof lmsOf> {
	const ask = (method: string, body?: string) => {
		const request = new XMLHttpRequest();
		request.open(method, `/record/${name}`, false);
		request.send(body);
		return request;
	};
	const lms = lmsOf({ ...config, saved: JSON.parse(ask('GET').responseText) as Saved }, old);
	const functions = functionsOf(lms.api);
	const commit = (argument: string) => {
		const kept = functions.commit(argument);
		return String(kept) === 'true' && ask('PUT', JSON.stringify(lms.snapshot())).status !== 200 ? 'false' : kept;
	};
	return { ...lms, api: apiOf<Api>({ ...functions, commit }, namesOf(lms.api)) };
}
