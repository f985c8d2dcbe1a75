import type { Finding } from '#lib/lms/judge.ts';
import { logged, type Call } from '#lib/lms/log.ts';
import type { Saved } from '#lib/lms/saved.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import type { PackageData } from '#lib/player/package-data.ts';
import { encode } from '#lib/progress/encoding.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import { scorm2004 } from '#lib/tracker/scorm-2004.ts';
import type { Scorm } from '../standards.ts';
import { goThrough } from './learner.ts';
import type { System } from './systems.ts';
import { standIn } from './window.ts';

/** How a package fared in one learning system. */
export interface Played {
	system: string;
	/** What went wrong, in a sentence each; nothing where all is well. */
	troubles: string[];
	/** What the system minds. */
	findings: Finding[];
	/** Every call, by launch. */
	launches: Call[][];
	/** The most characters of state that the system had to hold. */
	longestState: number;
	/** What the system holds in the end. */
	left: Saved;
}

const COMPLETE = ['completed', 'passed'];

/**
 * Plays a package's runtime from its own data to the end, in one system: a
 * learner goes through the whole module, is cut off `cuts` times on the way as
 * by a crash, comes back each time, finishes, leaves, and opens it once more.
 */
export async function play(standard: Scorm, data: PackageData, system: System, cuts: number): Promise<Played> {
	const old = standard === 'scorm-1.2';
	const [track, name, status, state] = old ? ([scorm12, 'API', 'cmi.core.lesson_status', 'cmi.suspend_data'] as const) : ([scorm2004, 'API_1484_11', 'cmi.completion_status', 'cmi.suspend_data'] as const);
	const { module, keep } = data;
	const events = goThrough(module);
	const troubles: string[] = [];
	const findings: Finding[] = [];
	const launches: Call[][] = [];
	let left: Saved = {};
	let longestState = 0;

	async function launch() {
		const { api, snapshot, findings: minded } = system.launch(left);
		const { api: seen, calls } = logged(api);
		launches.push(calls);
		const { window, crash } = standIn(seen, name);
		const live = new LiveAttempt(module, track(window, module, data));
		await live.open();
		const end = () => {
			crash();
			left = snapshot();
			findings.push(...minded);
		};
		return { live, snapshot, end };
	}

	for (let sitting = 0, before = ''; sitting <= cuts; sitting += 1) {
		const { live, snapshot, end } = await launch();
		if (sitting > 0 && encode(module, live.attempt, keep) !== before) troubles.push(`What was done before cut ${sitting} did not come back as it was.`);
		const [from, to] = [sitting, sitting + 1].map((number) => Math.floor((number * events.length) / (cuts + 1)));
		for (const event of events.slice(from, to)) {
			live.happen(event);
			longestState = Math.max(longestState, (snapshot()[state] ?? '').length);
		}
		before = encode(module, live.attempt, keep);
		if (sitting === cuts) live.close();
		end();
	}
	if (!COMPLETE.includes(left[status] ?? '')) troubles.push(`The whole module was done, and the system holds "${left[status] ?? 'nothing'}".`);
	const { live, end } = await launch();
	if (!live.opening?.complete) troubles.push('Opened once more, the module is no longer complete.');
	live.close();
	end();
	if (!COMPLETE.includes(left[status] ?? '')) troubles.push('Opening it once more took the completion away.');
	return { system: system.name, troubles, findings, launches, longestState, left };
}
