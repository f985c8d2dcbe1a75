import type { Api } from '#lib/lms/functions.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { judge2004, type Options2004 } from '#lib/lms/judge-2004.ts';
import type { Finding } from '#lib/lms/judge.ts';
import { misbehave, times, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import type { Saved } from '#lib/lms/saved.ts';
import { scormAgain12 } from '#lib/lms/scorm-again-1.2.ts';
import { scormAgain2004 } from '#lib/lms/scorm-again-2004.ts';
import type { PackageOptions } from '../options.ts';
import type { Scorm } from '../standards.ts';

/** A learning system that a package is played in before anybody imports it. */
export interface System {
	name: string;
	/** Starts it anew for one launch, with what the launch before left behind. */
	launch(saved: Saved): { api: Api; snapshot(): Saved; findings: readonly Finding[] };
}

type Judged = 'full' | 'esr' | 'learning-hub' | 'moodle';

const judged12 = (name: string, profile: Judged, how: Misbehaviour = {}): System => ({
	name,
	launch(saved) {
		const judge = judge12({ saved, profile });
		return { ...judge, api: misbehave(judge.api, how) };
	}
});

const judged2004 = (name: string, profile: NonNullable<Options2004['profile']>, passMark: number | undefined, how: Misbehaviour = {}): System => ({
	name,
	launch(saved) {
		// As a system does that has read the manifest.
		const manifest: Saved = passMark === undefined ? {} : { 'cmi.scaled_passing_score': String(passMark / 100) };
		const judge = judge2004({ saved, profile, manifest });
		return { ...judge, api: misbehave(judge.api, how) };
	}
});

const AGAIN_12: System = { name: 'scorm-again', launch: (saved) => ({ ...scormAgain12({ saved }), findings: [] }) };
const AGAIN_2004: System = { name: 'scorm-again', launch: (saved) => ({ ...scormAgain2004({ saved }), findings: [] }) };

/** The systems that a package of `standard` has to work in: first the strictest, which says what counts. */
export function systemsFor(standard: Scorm, { passMark, reportAnswers }: Pick<PackageOptions, 'passMark' | 'reportAnswers'>): System[] {
	if (standard !== 'scorm-1.2') return [judged2004('a strict one', 'full', passMark), judged2004('Moodle', 'moodle', passMark, { ignoresReturns: true }), AGAIN_2004];
	return [
		judged12('a strict one', 'full'),
		judged12('the NHS Learning Hub', 'learning-hub', { booleans: true }),
		// The first commit fails, and what it held counts as sent.
		judged12('Moodle where saving fails once', 'moodle', { forgets: true, away: times(1) }),
		// ESR has no place for answers, and of a score only for `raw`.
		...(reportAnswers || passMark !== undefined ? [] : [judged12('ESR', 'esr')]),
		AGAIN_12
	];
}
