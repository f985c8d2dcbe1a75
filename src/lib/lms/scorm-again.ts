import type { Learner, Saved } from './saved.ts';

/** A second LMS, the work of others and more lenient than the judge. */
export interface ScormAgain<Api> {
	api: Api;
	/** What was last committed. */
	snapshot(): Saved;
}

/** What it knows of the launch before, and of the learner. */
export interface ScormAgainOptions {
	saved?: Saved;
	learner?: Learner;
}

/** Both standards: nothing by itself, nothing over the network, and no line in the console. */
export const SETTINGS = {
	autocommit: false,
	useAsynchronousCommits: false,
	lmsCommitUrl: false,
	strict_errors: true,
	mastery_override: false,
	score_overrides_status: false,
	autoProgress: false,
	autoCompleteLessonStatus: false,
	accumulateSessionTimeOnTerminate: false,
	selfReportSessionTime: false,
	enableOfflineSupport: false,
	logLevel: 5
} as const;

/** As much of its APIs as keeping needs. */
interface Keeper {
	loadFromFlattenedJSON(values: Saved): void;
	getFlattenedCMI(): Record<string, unknown>;
	on(event: string, listener: () => void): void;
}

/** Loads `before` into `api`, and keeps on each `event` what `toKeep` makes of its values; what was kept last is in the snapshot. */
export function keeping(api: Keeper, event: string, saved: Saved, before: Saved, toKeep: (values: Saved, atLaunch: Saved) => Saved): () => Saved {
	let kept = saved;
	api.loadFromFlattenedJSON(before);
	api.on(event, () => {
		const texts = Object.entries(api.getFlattenedCMI()).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
		kept = toKeep(Object.fromEntries(texts), before);
	});
	return () => kept;
}
