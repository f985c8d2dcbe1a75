import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { judge12, type Options12 } from '#lib/lms/judge-1.2.ts';
import { logged } from '#lib/lms/log.ts';
import { misbehave, times, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import { encode } from '#lib/progress/encoding.ts';
import { begin } from '#lib/progress/attempt.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import type { Reporting } from '#lib/tracker/scorm.ts';
import type { Status } from '#lib/tracker/tracker.ts';
import { openModule, playThrough, questionsOf } from './modules.ts';
import { standIn } from './window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const REPORTING: Reporting = { keep: 'choices', completion: 'completed', answers: false };

/** An LMS whose API is not in the window yet, and a tracker in that window. */
function prepare(options: Options12 = {}, how: Misbehaviour = {}) {
	const judge = judge12(options);
	const { api, calls } = logged(misbehave(judge.api, how));
	const place = standIn();
	const tracker = scorm12(place.window, openModule, REPORTING);
	const live = new LiveAttempt(openModule, tracker);
	const names = () => calls.map(({ name }) => name);
	const set = () => calls.flatMap(({ name, arguments: given }) => (name === 'LMSSetValue' ? [given] : []));
	return { ...judge, ...place, lms: api, calls, names, set, tracker, live };
}

/** The same, opened. */
async function open(options: Options12 = {}, how: Misbehaviour = {}) {
	const sitting = prepare(options, how);
	sitting.install(sitting.lms);
	await sitting.live.open();
	return sitting;
}

const [question] = questionsOf(openModule).filter(({ kind }) => kind === 'question') as [ReturnType<typeof questionsOf>[number]];
const answer = { kind: 'answer', page: question.page, question: question.question, chosen: ['b'] } as const;

test('at launch it asks for what it needs, says "incomplete" and "suspend", and has that kept at once', async () => {
	const { calls, snapshot } = await open();
	expect(calls.map(({ name, arguments: given }) => [name, ...given].join(' ').trim())).toEqual([
		'LMSInitialize',
		'LMSGetValue cmi.suspend_data',
		'LMSGetValue cmi.core.lesson_status',
		'LMSGetValue cmi.core.lesson_mode',
		'LMSSetValue cmi.core.lesson_status incomplete',
		'LMSSetValue cmi.core.exit suspend',
		'LMSCommit'
	]);
	expect(snapshot()).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
});

test('every answer and every page is kept at once', async () => {
	const { live, snapshot } = await open();
	for (const page of openModule.pages) {
		live.happen({ kind: 'continue', page: page.id });
		expect(snapshot()['cmi.suspend_data']).toBe(encode(openModule, live.attempt, 'choices'));
	}
	live.happen(answer);
	expect(snapshot()['cmi.suspend_data']).toBe(encode(openModule, live.attempt, 'choices'));
});

test('completion is said once, with an ordinary exit, and the time with four digits of hours', async () => {
	const { live, tracker, set, findings } = await open();
	playThrough(live, openModule);
	tracker.finish(live.attempt, live.outcome);
	expect(live.status).toMatchObject({ kind: 'saved', complete: true });
	vi.advanceTimersByTime(61_000);
	live.close();
	expect(set().filter(([, value]) => value === 'completed')).toHaveLength(1);
	expect(set().at(-1)).toEqual(['cmi.core.session_time', '0000:01:01']);
	expect(set().filter(([element]) => element === 'cmi.core.exit')).toEqual([
		['cmi.core.exit', 'suspend'],
		['cmi.core.exit', '']
	]);
	expect(findings).toEqual([]);
});

test('everything is kept when the tab goes to the background, and nothing happens after leaving', async () => {
	const { hide, live, names } = await open();
	hide();
	expect(names().at(-1)).toBe('LMSCommit');
	live.close();
	const before = names().length;
	hide();
	live.happen(answer);
	vi.advanceTimersByTime(60_000);
	expect([names().length, names().at(-1)]).toEqual([before, 'LMSFinish']);
});

test('an API that comes 5 seconds late gets what was answered before it came', async () => {
	const { live, install, lms, snapshot, findings } = prepare();
	const opening = live.open();
	expect(live.status).toEqual({ kind: 'looking' });
	await vi.advanceTimersByTimeAsync(4900);
	live.happen(answer);
	install(lms);
	await vi.advanceTimersByTimeAsync(250);
	expect(await opening).toBe(true);
	expect(snapshot()['cmi.suspend_data']).toBe(encode(openModule, live.attempt, 'choices'));
	expect([live.status?.kind, findings]).toEqual(['saved', []]);
});

test('where no API comes, the learner is told after 10 seconds, and closing is harmless', async () => {
	const { live } = prepare();
	const opening = live.open();
	await vi.advanceTimersByTimeAsync(10_500);
	await opening;
	expect(live.status).toEqual({ kind: 'unrecorded', why: 'no-system' });
	live.happen(answer);
	live.close();
	expect(live.status).toEqual({ kind: 'unrecorded', why: 'no-system' });
});

test('an API that comes after the learner has left is not touched', async () => {
	const { live, install, lms, names } = prepare();
	const opening = live.open();
	await vi.advanceTimersByTimeAsync(1000);
	live.close();
	install(lms);
	await vi.advanceTimersByTimeAsync(20_000);
	await opening;
	expect([names(), live.status]).toEqual([[], { kind: 'left', saved: false }]);
});

test('an LMS that cannot start at once is asked again', async () => {
	const { live, install, lms, snapshot } = prepare({}, { refusesToStart: times(2) });
	install(lms);
	const opening = live.open();
	await vi.advanceTimersByTimeAsync(0);
	live.happen(answer);
	await vi.advanceTimersByTimeAsync(10_000);
	await opening;
	expect([live.status?.kind, snapshot()['cmi.suspend_data']]).toEqual(['saved', encode(openModule, live.attempt, 'choices')]);
});

test('an LMS that never starts is given up, and the learner is told', async () => {
	const { live, install, lms, names } = prepare({}, { refusesToStart: () => true });
	install(lms);
	const opening = live.open();
	await vi.advanceTimersByTimeAsync(30_000);
	await opening;
	expect(live.status).toEqual({ kind: 'unrecorded', why: 'no-system' });
	expect(names().length).toBeLessThanOrEqual(8);
});

test.each(['review', 'browse'] as const)('in %s mode nothing is written, and the session ends when the learner leaves', async (mode) => {
	const { live, names, set, findings } = await open({ mode });
	expect(live.status).toEqual({ kind: 'unrecorded', why: 'review' });
	playThrough(live, openModule);
	expect(names()).not.toContain('LMSFinish');
	live.close();
	expect([set(), names().includes('LMSCommit'), names().at(-1), findings]).toEqual([[], false, 'LMSFinish', []]);
	expect(live.status).toEqual({ kind: 'left', saved: true });
});

test.each([{ nothing: null }, { nothing: undefined }])('a mode that is missing ($nothing) is normal', async (how) => {
	const { live, findings } = await open({}, how);
	expect([live.status?.kind, live.opening, findings]).toEqual(['saved', { news: [], unreadable: false, complete: false }, []]);
});

test.each(['completed', 'passed', 'failed'])('a module that is %s stays so', async (status) => {
	const { live, set, findings } = await open({ saved: { 'cmi.core.lesson_status': status } });
	expect(live.opening!.complete).toBe(true);
	live.happen(answer);
	live.close();
	expect(set().map(([element]) => element)).not.toContain('cmi.core.lesson_status');
	expect(findings).toEqual([]);
});

test('on the Learning Hub a completed module comes back empty, and that is no mistake', async () => {
	const first = await open({}, { booleans: true });
	playThrough(first.live, openModule);
	first.live.close();
	const { live, findings } = await open({ saved: first.snapshot(), afterCompletion: 'afresh' }, { booleans: true });
	expect(live.opening).toEqual({ news: [], unreadable: false, complete: false });
	expect([live.status?.kind, findings]).toEqual(['saved', []]);
});

test('whoever leaves is told whether the last that they did was kept', async () => {
	for (const away of [false, true]) {
		let gone = false;
		const { live } = await open({}, { away: () => gone });
		gone = away;
		live.happen(answer);
		live.close();
		expect(live.status).toEqual({ kind: 'left', saved: !away });
	}
});

test('a state that cannot be read is told, and the learner begins again', async () => {
	const { live } = await open({ saved: { 'cmi.suspend_data': 'viewed=1,2,3|lastviewedslide=3' } });
	expect([live.opening, live.attempt]).toEqual([{ news: [], unreadable: true, complete: false }, begin(openModule)]);
});

test('a version that has lost pages and questions keeps the rest of what an older one recorded', async () => {
	const first = await open();
	for (const page of openModule.pages.slice(0, 3)) first.live.happen({ kind: 'continue', page: page.id });
	first.live.close();
	const newer = { ...openModule, pages: openModule.pages.filter((_, index) => index !== 1) };
	const { window, install } = standIn();
	install(judge12({ saved: first.snapshot() }).api);
	const opening = await scorm12(window, newer, REPORTING).open(() => {});
	expect(opening.attempt).toMatchObject({ done: [openModule.pages[0]!.id, openModule.pages[2]!.id], here: openModule.pages[3]!.id });
});

test('an API that throws wherever it can is told, and nothing else happens to the learner', async () => {
	for (const throws of [['LMSSetValue'], ['LMSCommit'], ['LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSFinish', 'LMSGetValue']] as const) {
		const { live } = await open({}, { throws });
		playThrough(live, openModule);
		expect(live.status).toEqual({ kind: 'unsaved' });
		live.close();
		expect(live.status).toEqual({ kind: 'left', saved: false });
	}
});

test('statuses come in the order in which they are true', async () => {
	const { tracker, install, lms } = prepare({}, { away: times(1) });
	const kinds: Status['kind'][] = [];
	install(lms);
	await tracker.open(({ kind }) => kinds.push(kind));
	await vi.advanceTimersByTimeAsync(2000);
	tracker.close();
	expect(kinds).toEqual(['looking', 'unsaved', 'saved', 'left']);
});
