import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepOf } from '#lib/progress/encoding.ts';
import type { Module } from '#lib/module/module.ts';
import type { Api12 } from '#lib/lms/api-1.2.ts';
import { judge12, type Options12 } from '#lib/lms/judge-1.2.ts';
import { logged, type Call } from '#lib/lms/log.ts';
import { misbehave, times, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import type { Saved12 } from '#lib/lms/saved-1.2.ts';
import { scormAgain12 } from '#lib/lms/scorm-again-1.2.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import { contract, type Host } from './contract.ts';
import { openModule, playThrough, questionsOf } from './modules.ts';
import { standIn } from './window.ts';

/** What an LMS of a test has: an API, what it kept, and what it minds. */
interface Lms {
	api: Api12;
	snapshot(): Saved12;
	findings?: unknown[];
}

/** A place in an LMS that is started anew for each launch, with what the last one kept. */
const inLms = (start: (saved: Saved12) => Lms, how: Misbehaviour = {}): Host => async (module) => {
	let gone = false;
	let lms: Lms | undefined;
	let completions = 0;
	const launches: { lms: Lms; calls: Call[] }[] = [];
	const completed = () => lms?.snapshot()['cmi.core.lesson_status'] === 'completed';
	return {
		async launch() {
			lms = start(lms?.snapshot() ?? {});
			const misbehaving = misbehave(lms.api, { ...how, away: () => gone });
			const { api, calls } = logged({
				...misbehaving,
				LMSCommit(argument) {
					const before = completed();
					const answer = misbehaving.LMSCommit(argument);
					if (!before && completed()) completions += 1;
					return answer;
				}
			});
			launches.push({ lms, calls });
			return scorm12(standIn(api).window, module, { keep: keepOf(module), completion: 'completed', answers: false });
		},
		completions: () => completions,
		stored: () => JSON.stringify([lms?.snapshot(), launches.map(({ calls }) => calls)]),
		away: (goes) => (gone = goes),
		objections: () => launches.flatMap(({ lms }) => lms.findings ?? [])
	};
};

contract('SCORM 1.2 in a strict LMS', inLms((saved) => judge12({ saved })));
contract("SCORM 1.2 in ESR's adapter", inLms((saved) => judge12({ saved, profile: 'esr' })));
contract('SCORM 1.2 in scorm-again', inLms((saved) => scormAgain12({ saved })));
contract('SCORM 1.2 on the Learning Hub', inLms((saved) => judge12({ saved }), { booleans: true }));
contract('SCORM 1.2 on Moodle', inLms((saved) => judge12({ saved }), { forgets: true }));
