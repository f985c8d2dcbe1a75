import { functionsOf, apiOf } from '#lib/lms/functions.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { judge2004 } from '#lib/lms/judge-2004.ts';
import { logged, type Call } from '#lib/lms/log.ts';
import { misbehave, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import type { Saved } from '#lib/lms/saved.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import type { Reporting } from '#lib/tracker/scorm.ts';
import { contract, type Host } from './contract.ts';
import { EDITION_12, EDITION_2004, EDITIONS, type EditionOfTest, type Lms } from './editions.ts';
import { standIn } from '#lib/package/preflight/window.ts';

/** A place in an LMS that is started anew for each launch, with what the last one kept. */
const inLms = (edition: EditionOfTest, start: (saved: Saved) => Lms, how: Misbehaviour = {}, reporting: Partial<Reporting> = {}): Host => async (module) => {
	let gone = false;
	let lms: Lms | undefined;
	let completions = 0;
	const launches: { lms: Lms; calls: Call[] }[] = [];
	const completed = () => ['completed', 'passed'].includes(lms?.snapshot()[edition.elements.status] ?? '');
	return {
		async launch() {
			lms = start(lms?.snapshot() ?? {});
			const functions = functionsOf(misbehave(lms.api, { ...how, away: () => gone }));
			const counting = {
				...functions,
				commit(argument: string) {
					const before = completed();
					const answer = functions.commit(argument);
					if (!before && completed()) completions += 1;
					return answer;
				}
			};
			const { api, calls } = logged(apiOf(counting, edition.names));
			launches.push({ lms, calls });
			return edition.track(standIn(api, edition.api).window, module, { keep: keepOf(module), completion: 'completed', answers: false, ...reporting });
		},
		completions: () => completions,
		stored: () => JSON.stringify([lms?.snapshot(), launches.map(({ calls }) => calls)]),
		away: (goes) => (gone = goes),
		objections: () => launches.flatMap(({ lms }) => lms.findings ?? [])
	};
};

for (const edition of EDITIONS) {
	contract(`${edition.name} in a strict LMS`, inLms(edition, (saved) => edition.judge({ saved })));
	contract(`${edition.name} in scorm-again`, inLms(edition, (saved) => edition.scormAgain({ saved })));
	contract(`${edition.name} in a strict LMS, saying passed`, inLms(edition, (saved) => edition.judge({ saved }), {}, { completion: 'passed' }));
}
contract("SCORM 1.2 in ESR's adapter", inLms(EDITION_12, (saved) => judge12({ saved, profile: 'esr' })));
contract('SCORM 1.2 on the Learning Hub', inLms(EDITION_12, (saved) => judge12({ saved, profile: 'learning-hub' }), { booleans: true }));
contract('SCORM 1.2 on Moodle', inLms(EDITION_12, (saved) => judge12({ saved, profile: 'moodle' }), { forgets: true }));
contract('SCORM 2004 on Moodle', inLms(EDITION_2004, (saved) => judge2004({ saved, profile: 'moodle' }), { ignoresReturns: true }));
