import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { functionsOf, type Functions } from './functions.ts';
import { judge12 } from './judge-1.2.ts';
import { judge2004 } from './judge-2004.ts';
import type { Finding } from './judge.ts';
import { PROFILES_12 } from './profiles-1.2.ts';
import { PROFILES_2004 } from './profiles-2004.ts';
import type { Mode, Saved } from './saved.ts';

/** One launch in either standard, in a certain LMS. */
interface Launched {
	api: Functions;
	findings: Finding[];
	snapshot(): Saved;
}
const profiles12 = Object.keys(PROFILES_12) as (keyof typeof PROFILES_12)[];
const profiles2004 = Object.keys(PROFILES_2004) as (keyof typeof PROFILES_2004)[];
const starts: [string, (saved: Saved, mode: Mode) => Launched][] = [
	...profiles12.map((profile): (typeof starts)[number] => [`SCORM 1.2, ${profile}`, (saved, mode) => launched(judge12({ profile, saved, mode }))]),
	...profiles2004.map((profile): (typeof starts)[number] => [`SCORM 2004, ${profile}`, (saved, mode) => launched(judge2004({ profile, saved, mode }))])
];
const launched = (judge: ReturnType<typeof judge12> | ReturnType<typeof judge2004>): Launched => ({ ...judge, api: functionsOf(judge.api) });

const known = [
	...['lesson_status', 'lesson_location', 'exit', 'session_time', 'score.raw', 'total_time', 'lesson_mode', 'student_name'].map((name) => `cmi.core.${name}`),
	...['completion_status', 'success_status', 'location', 'exit', 'session_time', 'score.raw', 'score.min', 'score.max', 'score.scaled', 'progress_measure', 'suspend_data', 'mode', '_version'].map((name) => `cmi.${name}`),
	...['interactions', 'objectives', 'comments_from_learner', 'comments_from_lms', 'score', 'core'].flatMap((name) => [`cmi.${name}._count`, `cmi.${name}._children`]),
	'adl.nav.request'
];
const ofInteractions = ['id', 'type', 'objectives.0.id', 'objectives.1.id', 'correct_responses.0.pattern', 'correct_responses.1.pattern', 'learner_response', 'student_response', 'result', 'latency', 'time', 'timestamp', 'weighting', 'objectives._count'];
const ofObjectives = ['id', 'score.raw', 'score._children', 'status', 'success_status', 'description'];
const index = fc.constantFrom('0', '1', '2', '00', '-1', 'n', '99999999999999999999');
const element = fc.oneof(
	fc.constantFrom(...known),
	fc.tuple(index, fc.constantFrom(...ofInteractions)).map(([at, name]) => `cmi.interactions.${at}.${name}`),
	fc.tuple(index, fc.constantFrom(...ofObjectives)).map(([at, name]) => `cmi.objectives.${at}.${name}`),
	fc.string()
);
const text = fc.oneof(
	fc.constantFrom('', '0', '1', '0.5', 'q1', 'q2', 'a', 'a[,]b', '1[.]a', '1[:]2', 'choice', 'true-false', 'numeric', 'performance', 'completed', 'incomplete', 'passed', 'suspend', 'normal', 'exitAll', '0000:01:00', 'PT1.5S', 'P1Y', '2026-11-26T10:42:58.00Z', '201', '403', 'toString', '__proto__'),
	fc.string(),
	fc.string({ unit: 'binary' })
);
/** What scripts without types pass. */
const anything = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined), fc.array(fc.integer(), { maxLength: 2 })) as fc.Arbitrary<string>;
const act: fc.Arbitrary<(api: Functions) => unknown> = fc.oneof(
	{ weight: 8, arbitrary: fc.tuple(element, fc.oneof(text, anything)).map(([name, value]) => (api: Functions) => api.set(name, value)) },
	{ weight: 4, arbitrary: fc.oneof(element, anything).map((name) => (api: Functions) => api.get(name)) },
	{ weight: 2, arbitrary: fc.constant((api: Functions) => api.commit('')) },
	...(['initialize', 'terminate', 'commit', 'errorString', 'diagnostic'] as const).map((does) => ({ weight: 1, arbitrary: anything.map((given) => (api: Functions) => api[does](given)) })),
	{ weight: 1, arbitrary: fc.constant((api: Functions) => api.lastError()) }
);
const acts = fc.array(act, { maxLength: 40 });

describe.each(starts)('%s', (_, start) => {
	test('no calls make the judge throw or answer anything but strings, in any number of launches', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom<Mode>('normal', 'review', 'browse'), fc.boolean(), acts), { maxLength: 3 }), (launches) => {
				let saved: Saved = {};
				for (const [mode, properly, session] of launches) {
					const { api, findings, snapshot } = start(saved, mode);
					if (properly) expect(api.initialize('')).toBe('true');
					for (const call of session) {
						expect(typeof call(api)).toBe('string');
						expect(api.errorString(api.lastError() as string)).not.toBe('');
					}
					for (const finding of findings) expect([...Object.values(finding).map((part) => typeof part), finding.words === '']).toEqual(['string', 'string', 'string', 'string', 'string', false]);
					saved = snapshot();
					expect(JSON.parse(JSON.stringify(saved))).toEqual(saved);
				}
			})
		);
	});

	test('what was set is what is read, and a refused value changes nothing', () => {
		fc.assert(
			fc.property(acts, element, text, (session, name, value) => {
				const { api } = start({}, 'normal');
				api.initialize('');
				for (const call of session) call(api);
				const before = [api.get(name), api.lastError()];
				const taken = api.set(name, value) === 'true';
				const now = [api.get(name), api.lastError()];
				// Some can only be written.
				if (!taken || ['404', '405'].includes(before[1] as string)) expect(now).toEqual(before);
				else expect(now).toEqual([value, '0']);
			})
		);
	});

	test('nothing is held but what was committed', () => {
		fc.assert(
			fc.property(acts, acts, (kept, lost) => {
				const { api, snapshot } = start({}, 'normal');
				api.initialize('');
				for (const call of kept) call(api);
				const held = snapshot();
				for (const call of lost) call({ ...api, commit: () => 'false' });
				expect(snapshot()).toEqual(held);
			})
		);
	});
});
