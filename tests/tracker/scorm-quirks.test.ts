import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { apiOf, functionsOf } from '#lib/lms/functions.ts';
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { logged } from '#lib/lms/log.ts';
import { after, misbehave, times, type Misbehaviour } from '#lib/lms/misbehaviour.ts';
import { encode } from '#lib/progress/encoding.ts';
import { begin } from '#lib/progress/attempt.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import type { Reporting } from '#lib/tracker/scorm.ts';
import type { Status } from '#lib/tracker/tracker.ts';
import { EDITIONS, REPORTING, type EditionOfTest, type LmsOptions } from './editions.ts';
import { countedIn, everyKind, openModule, playThrough, questionsOf, rightAnswer } from './modules.ts';
import { standIn } from '#lib/package/preflight/window.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [question, other] = questionsOf(openModule).filter(({ kind }) => kind === 'question') as [ReturnType<typeof questionsOf>[number], ReturnType<typeof questionsOf>[number]];
const answer = { kind: 'answer', page: question.page, question: question.question, chosen: ['b'] } as const;

/** An LMS whose API is not in the window yet, and a tracker in that window. */
function prepareIn(edition: EditionOfTest, options: LmsOptions = {}, how: Misbehaviour = {}, reporting: Reporting = REPORTING, module = openModule) {
	const judge = edition.judge(options);
	const { api, calls } = logged(misbehave(judge.api, how));
	const place = standIn(undefined, edition.api);
	const tracker = edition.track(place.window, module, reporting);
	const live = new LiveAttempt(module, tracker);
	const names = () => calls.map(({ name }): string => name);
	const set = () => calls.flatMap(({ name, arguments: given }) => (name === edition.names.set ? [given] : []));
	return { ...judge, ...place, lms: api, calls, names, set, tracker, live };
}

/** The same, opened. */
async function openIn(...given: Parameters<typeof prepareIn>) {
	const sitting = prepareIn(...given);
	sitting.install(sitting.lms);
	await sitting.live.open();
	return sitting;
}

const spoken = ({ calls }: { calls: { name: string; arguments: string[] }[] }) => calls.map(({ name, arguments: given }) => [name, ...given].join(' ').trim());

test('SCORM 1.2: at launch it asks for what it needs, says "incomplete" and "suspend", and has that kept at once', async () => {
	expect(spoken(await openIn(EDITIONS[0]!))).toEqual([
		'LMSInitialize',
		'LMSGetValue cmi.suspend_data',
		'LMSGetValue cmi.core.lesson_status',
		'LMSGetValue cmi.core.lesson_mode',
		'LMSSetValue cmi.core.lesson_status incomplete',
		'LMSSetValue cmi.core.exit suspend',
		'LMSCommit'
	]);
});

test('SCORM 2004: at launch it does the same in its own words', async () => {
	expect(spoken(await openIn(EDITIONS[1]!))).toEqual([
		'Initialize',
		'GetValue cmi.suspend_data',
		'GetValue cmi.completion_status',
		'GetValue cmi.mode',
		'SetValue cmi.completion_status incomplete',
		'SetValue cmi.exit suspend',
		'Commit'
	]);
});

test('SCORM 1.2: completion is said once, with an ordinary exit, and the time with four digits of hours', async () => {
	const { live, tracker, set, findings } = await openIn(EDITIONS[0]!);
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

test('SCORM 2004: completion and success are said once, with the whole progress; the attempt stays, and the LMS may go on', async () => {
	const { live, tracker, set, findings } = await openIn(EDITIONS[1]!);
	playThrough(live, openModule);
	tracker.finish(live.attempt, live.outcome);
	vi.advanceTimersByTime(61_000);
	live.close();
	const values = (name: string) => set().flatMap(([element, value]) => (element === name ? [value] : []));
	expect(values('cmi.completion_status')).toEqual(['incomplete', 'completed']);
	expect(values('cmi.success_status')).toEqual(['unknown']);
	expect(values('cmi.exit')).toEqual(['suspend']);
	expect(values('cmi.progress_measure').at(-1)).toBe('1');
	expect(values('cmi.progress_measure').map(Number)).toEqual(values('cmi.progress_measure').map(Number).toSorted((a, b) => a - b));
	expect(values('cmi.session_time')).toEqual(['PT61S']);
	expect(values('adl.nav.request')).toEqual(['exitAll']);
	expect(set().some(([element]) => element!.startsWith('cmi.score'))).toBe(false);
	expect(findings).toEqual([]);
});

test('SCORM 2004: whoever leaves half-way has the attempt suspended', async () => {
	const { live, set, findings } = await openIn(EDITIONS[1]!);
	live.happen(answer);
	live.close();
	expect(set().slice(-2)).toEqual([
		['cmi.session_time', 'PT1S'],
		['adl.nav.request', 'suspendAll']
	]);
	expect(findings).toEqual([]);
});

test('on the Learning Hub a completed module comes back empty, and that is no mistake', async () => {
	const first = await openIn(EDITIONS[0]!, {}, { booleans: true });
	playThrough(first.live, openModule);
	first.live.close();
	const { live, findings } = await openIn(EDITIONS[0]!, { saved: first.snapshot(), afterCompletion: 'afresh' }, { booleans: true });
	expect(live.opening).toEqual({ news: [], unreadable: false, complete: false });
	expect([live.status?.kind, findings]).toEqual(['saved', []]);
});

test('SCORM 2004: a completed module that is opened again is still complete, and stays so', async () => {
	const first = await openIn(EDITIONS[1]!);
	playThrough(first.live, openModule);
	first.live.close();
	const { live, snapshot, set, findings } = await openIn(EDITIONS[1]!, { saved: first.snapshot() });
	expect(live.opening).toMatchObject({ complete: true });
	live.happen({ kind: 'go', page: openModule.pages[1]!.id });
	live.close();
	expect(set().map(([element]) => element)).not.toContain('cmi.completion_status');
	expect(snapshot()).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.progress_measure': '1' });
	expect(findings).toEqual([]);
});

test.each(['completed', 'passed', 'failed'])('SCORM 1.2: a module that is %s stays so', async (status) => {
	const { live, set, findings } = await openIn(EDITIONS[0]!, { saved: { 'cmi.core.lesson_status': status } });
	expect(live.opening!.complete).toBe(true);
	live.happen(answer);
	live.close();
	expect(set().map(([element]) => element)).not.toContain('cmi.core.lesson_status');
	expect(findings).toEqual([]);
});

describe.each(EDITIONS)('$name:', (edition) => {
	const { names, elements } = edition;
	const prepare = (options?: LmsOptions, how?: Misbehaviour, reporting?: Reporting, module = openModule) => prepareIn(edition, options, how, reporting, module);
	const open = (options?: LmsOptions, how?: Misbehaviour, reporting?: Reporting, module = openModule) => openIn(edition, options, how, reporting, module);

	test('every answer and every page is kept at once', async () => {
		const { live, snapshot } = await open();
		for (const page of openModule.pages) {
			live.happen({ kind: 'continue', page: page.id });
			expect(snapshot()[elements.state]).toBe(encode(openModule, live.attempt, 'choices'));
		}
		live.happen(answer);
		expect(snapshot()[elements.state]).toBe(encode(openModule, live.attempt, 'choices'));
	});

	test('somebody who only looks around is saved after a moment, and at once when they leave', async () => {
		const { live, snapshot, names: called } = await open();
		live.happen(answer);
		const commits = () => called().filter((name) => name === names.commit).length;
		const before = commits();
		for (const { id } of openModule.pages.slice(2, 6)) live.happen({ kind: 'go', page: id });
		expect(commits()).toBe(before);
		vi.advanceTimersByTime(5000);
		expect([commits(), snapshot()[elements.location]]).toEqual([before + 1, openModule.pages[5]!.id]);
		live.happen({ kind: 'go', page: openModule.pages[1]!.id });
		live.close();
		expect(snapshot()[elements.location]).toBe(openModule.pages[1]!.id);
		vi.advanceTimersByTime(60_000);
		expect(called().at(-1)).toBe(names.terminate);
	});

	test('everything is kept when the tab goes to the background, and nothing happens after leaving', async () => {
		const { hide, live, names: called } = await open();
		hide();
		expect(called().at(-1)).toBe(names.commit);
		live.close();
		const before = called().length;
		hide();
		live.happen(answer);
		vi.advanceTimersByTime(60_000);
		expect([called().length, called().at(-1)]).toEqual([before, names.terminate]);
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
		expect(snapshot()[elements.state]).toBe(encode(openModule, live.attempt, 'choices'));
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

	test('an API of the other edition is left alone', async () => {
		const stranger = EDITIONS.find((other) => other !== edition)!;
		const { window, install } = standIn(undefined, stranger.api);
		const { api, calls } = logged(stranger.judge().api);
		install(api);
		const live = new LiveAttempt(openModule, edition.track(window, openModule, REPORTING));
		const opening = live.open();
		await vi.advanceTimersByTimeAsync(10_500);
		await opening;
		expect([live.status, calls]).toEqual([{ kind: 'unrecorded', why: 'no-system' }, []]);
	});

	test('an API that comes after the learner has left is not touched', async () => {
		const { live, install, lms, names: called } = prepare();
		const opening = live.open();
		await vi.advanceTimersByTimeAsync(1000);
		live.close();
		install(lms);
		await vi.advanceTimersByTimeAsync(20_000);
		await opening;
		expect([called(), live.status]).toEqual([[], { kind: 'left', saved: false }]);
	});

	test('an LMS that cannot start at once is asked again', async () => {
		const { live, install, lms, snapshot } = prepare({}, { refusesToStart: times(2) });
		install(lms);
		const opening = live.open();
		await vi.advanceTimersByTimeAsync(0);
		live.happen(answer);
		await vi.advanceTimersByTimeAsync(10_000);
		await opening;
		expect([live.status?.kind, snapshot()[elements.state]]).toEqual(['saved', encode(openModule, live.attempt, 'choices')]);
	});

	test('an LMS that never starts is given up, and the learner is told', async () => {
		const { live, install, lms, names: called } = prepare({}, { refusesToStart: () => true });
		install(lms);
		const opening = live.open();
		await vi.advanceTimersByTimeAsync(30_000);
		await opening;
		expect(live.status).toEqual({ kind: 'unrecorded', why: 'no-system' });
		expect(called().length).toBeLessThanOrEqual(8);
	});

	test.each(['review', 'browse'] as const)('in %s mode nothing is written, and the session ends when the learner leaves', async (mode) => {
		const { live, names: called, set, findings } = await open({ mode });
		expect(live.status).toEqual({ kind: 'unrecorded', why: 'review' });
		playThrough(live, openModule);
		expect(called()).not.toContain(names.terminate);
		live.close();
		expect([set(), called().includes(names.commit), called().at(-1), findings]).toEqual([[], false, names.terminate, []]);
		expect(live.status).toEqual({ kind: 'left', saved: true });
	});

	test.each<Misbehaviour>([{ nothing: null }, { nothing: undefined }])('a mode that is missing ($nothing) is normal', async (how) => {
		const { live, findings } = await open({}, how);
		expect([live.status?.kind, live.opening, findings]).toEqual(['saved', { news: [], unreadable: false, complete: false }, []]);
	});

	test.each<[string, Misbehaviour]>([
		['booleans and numbers', { booleans: true }],
		['anything but strings', { wrongTypes: true }]
	])('an LMS that answers with %s is understood', async (_, how) => {
		const { live, snapshot, findings } = await open({}, how);
		playThrough(live, openModule);
		expect([live.status?.kind, snapshot()[elements.status], findings]).toEqual(['saved', 'completed', []]);
	});

	test('an LMS that goes away in the middle is told to the learner, who can go on and leave', async () => {
		for (const count of [3, 6, 9, 14]) {
			const { live } = await open({}, { gone: after(count) });
			playThrough(live, openModule);
			expect(live.outcome.complete).toBe(true);
			expect(['unsaved', 'saved', 'unrecorded']).toContain(live.status?.kind);
			expect(live.status?.kind === 'saved').toBe(false);
			live.close();
			expect(live.status).toEqual({ kind: 'left', saved: false });
		}
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

	test('commits that fail once, for a minute or for good: told each time, kept as soon as can be', async () => {
		for (const seconds of [1, 60, Infinity]) {
			let gone = true;
			const { live, snapshot, findings } = await open({}, { away: () => gone });
			playThrough(live, openModule);
			expect(live.status).toEqual({ kind: 'unsaved' });
			vi.advanceTimersByTime(Math.min(seconds, 600) * 1000);
			if (seconds === Infinity) {
				expect([live.status, snapshot()]).toEqual([{ kind: 'unsaved' }, {}]);
				continue;
			}
			gone = false;
			vi.advanceTimersByTime(31_000);
			expect(live.status).toMatchObject({ kind: 'saved', complete: true });
			expect(snapshot()).toMatchObject({ [elements.status]: 'completed', [elements.state]: encode(openModule, live.attempt, 'answered') });
			live.close();
			expect(findings).toEqual([]);
		}
	});

	test.each(['viewed=1,2,3|lastviewedslide=3', '{"v":1}', 'A2.GhQ4.15.to20', '\u0000', 'x'.repeat(4000)])('a state that cannot be read is told, and the learner begins again: %j', async (state) => {
		const { live } = await open({ saved: { [elements.state]: state, [elements.status]: 'incomplete', [elements.exit]: 'suspend' } });
		expect([live.opening, live.attempt]).toEqual([{ news: [], unreadable: true, complete: false }, begin(openModule)]);
		expect(live.status?.kind).toBe('saved');
	});

	test('a version that has lost and gained pages keeps the rest of what an older one recorded, and says what is new', async () => {
		const first = await open();
		for (const page of openModule.pages.slice(0, 3)) first.live.happen({ kind: 'continue', page: page.id });
		first.live.close();
		const [, ...rest] = openModule.pages.toSpliced(1, 1, { id: 'brand-new', title: 'Brand new', blocks: [] });
		const { live, findings } = await open({ saved: first.snapshot() }, {}, REPORTING, { ...openModule, pages: [openModule.pages[0]!, ...rest] });
		expect(live.opening).toMatchObject({ news: ['brand-new'], unreadable: false });
		expect(live.attempt).toMatchObject({ done: [openModule.pages[0]!.id, openModule.pages[2]!.id], here: openModule.pages[3]!.id });
		live.close();
		expect(findings).toEqual([]);
	});

	test('an API that throws wherever it can is told, and nothing else happens to the learner', async () => {
		for (const throws of [[names.set], [names.commit], [names.set, names.commit, names.lastError, names.terminate, names.get]]) {
			const { live } = await open({}, { throws: throws as Misbehaviour['throws'] });
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

	describe('where answers are reported,', () => {
		const telling: Reporting = { ...REPORTING, answers: true };
		const reported = (set: string[][]) => set.filter(([element]) => element!.startsWith('cmi.interactions')).map(([element, value]) => `${element!.replace('cmi.interactions.', '')} ${value}`);

		test('each is, once for every time that it was given, in the order that the standard asks for', async () => {
			vi.setSystemTime(new Date(2026, 10, 26, 10, 42, 58, 123));
			const { live, set, findings } = await open({}, {}, telling);
			live.happen(answer);
			live.happen({ ...answer, page: other.page, question: other.question, chosen: other.chosen });
			live.close();
			const old = edition.api === 'API';
			const [time, response] = old ? ['time 10:42:58', 'student_response'] : ['timestamp 2026-11-26T', 'learner_response'];
			expect(reported(set())[0]).toBe(`0.id ${question.question}`);
			expect(reported(set())[1]).toBe('0.type choice');
			expect(reported(set())[2]).toContain(`0.${time}`);
			expect(reported(set())[3]).toMatch(/^0\.correct_responses\.0\.pattern [a-h]/);
			expect(reported(set())[4]).toBe(`0.${response} b`);
			expect(reported(set())[5]).toMatch(old ? /^0\.result (correct|wrong)$/ : /^0\.result (correct|incorrect)$/);
			expect(reported(set())[6]).toBe(`1.id ${other.question}`);
			expect(findings).toEqual([]);
		});

		test('those of an earlier sitting stay', async () => {
			const first = await open({}, {}, telling);
			first.live.happen(answer);
			first.live.close();
			const { live, set, findings } = await open({ saved: first.snapshot() }, {}, telling);
			live.happen({ ...answer, chosen: ['a'] });
			live.close();
			expect(reported(set())[0]).toBe(`1.id ${question.question}`);
			expect(findings).toEqual([]);
		});

		test('every kind of question is, in its own form, and no scenario', async () => {
			const { live, set, findings } = await open({}, {}, telling, everyKind);
			playThrough(live, everyKind);
			live.close();
			expect(reported(set()).filter((line) => /\.type /.test(line))).toEqual(['0.type choice', '1.type choice', '2.type sequencing', '3.type matching']);
			expect(reported(set()).filter((line) => /_response /.test(line)).at(-1)).toMatch(edition.api === 'API' ? /1\.a,2\.a$/ : /1\[\.\]a\[,\]2\[\.\]a$/);
			expect(findings).toEqual([]);
		});

		test('an LMS that has no place for them is not asked again and again', async () => {
			const { api } = edition.judge();
			const place = standIn(undefined, edition.api);
			let refused = 0;
			const refusing = { ...functionsOf(api), set: (element: string, value: string) => (element.startsWith('cmi.interactions') ? ((refused += 1), 'false') : functionsOf(api).set(element, value)), lastError: () => '401' };
			place.install(apiOf(refusing, names));
			const live = new LiveAttempt(openModule, edition.track(place.window, openModule, telling));
			await live.open();
			for (const chosen of ['a', 'b', 'c', 'a']) live.happen({ ...answer, chosen: [chosen] });
			expect([live.status?.kind, refused]).toEqual(['saved', 6]);
		});

		test('none is of a sensitive audience, whatever the package was made to report', async () => {
			const { live, set } = await open({}, {}, { ...telling, keep: 'answered' });
			playThrough(live, openModule);
			expect(reported(set())).toEqual([]);
		});

		test('a commit that fails loses none', async () => {
			const { live, snapshot, findings } = await open({}, { away: times(3), forgets: edition.api === 'API' }, telling);
			live.happen(answer);
			vi.advanceTimersByTime(30_000);
			live.close();
			expect(live.status).toEqual({ kind: 'left', saved: true });
			expect(snapshot()).toMatchObject({ 'cmi.interactions.0.id': question.question, 'cmi.interactions.0.type': 'choice' });
			expect(Object.entries(snapshot()).find(([name]) => name.endsWith('_response'))?.[1]).toBe('b');
			expect(findings).toEqual([]);
		});
	});

	describe('where there is a pass mark,', () => {
		const strict = { ...everyKind, pass: 100 };

		test('nothing is said of passing or of a score until it is reached, and then both', async () => {
			const { live, set, snapshot, findings } = await open({}, {}, { ...REPORTING, completion: 'passed' }, strict);
			playThrough(live, strict);
			expect(live.outcome).toMatchObject({ complete: false });
			expect(set().some(([element, value]) => element!.includes('score') || value === 'passed' || value === 'failed')).toBe(false);
			for (const { page, block } of countedIn(strict)) live.happen({ kind: 'answer', page, question: block.id, chosen: rightAnswer(block) });
			live.close();
			expect(findings).toEqual([]);
			expect(snapshot()).toMatchObject(
				edition.api === 'API'
					? { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' }
					: { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': '1', 'cmi.score.raw': '100', 'cmi.score.min': '0', 'cmi.score.max': '100' }
			);
		});
	});
});

test("ESR's adapter gets the score and is not asked twice for what it does not have", async () => {
	const { live, calls, snapshot } = await openIn({ ...EDITIONS[0]!, judge: (options) => judge12({ ...options, profile: 'esr' }) }, {}, {}, { ...REPORTING, completion: 'passed' }, { ...everyKind, pass: 25 });
	playThrough(live, everyKind);
	for (const { page, block } of countedIn(everyKind)) live.happen({ kind: 'answer', page, question: block.id, chosen: rightAnswer(block) });
	live.close();
	expect(calls.filter(({ arguments: [element] }) => element === 'cmi.core.score.min')).toHaveLength(1);
	expect(snapshot()).toMatchObject({ 'cmi.core.lesson_status': 'passed' });
	expect(Number(snapshot()['cmi.core.score.raw'])).toBeGreaterThanOrEqual(25);
});
