// What a package says to a learning system, counted: its own runtime played from its own data.
import { judge12 } from '#lib/lms/judge-1.2.ts';
import { judge2004 } from '#lib/lms/judge-2004.ts';
import { logged } from '#lib/lms/log.ts';
import { openArchive } from '#lib/package/preflight/archive.ts';
import { goThrough } from '#lib/package/preflight/learner.ts';
import { standIn } from '#lib/package/preflight/window.ts';
import { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import { scorm2004 } from '#lib/tracker/scorm-2004.ts';

const EDITIONS = {
	'scorm-1.2': { judge: judge12, track: scorm12, api: 'API', status: 'cmi.core.lesson_status', set: 'LMSSetValue', commit: 'LMSCommit' },
	'scorm-2004-4': { judge: judge2004, track: scorm2004, api: 'API_1484_11', status: 'cmi.completion_status', set: 'SetValue', commit: 'Commit' }
};

/** Opens the package in a strict system that holds `saved`. */
async function launch(edition, data, saved) {
	const judge = edition.judge({ saved });
	const { api, calls } = logged(judge.api);
	const { window, crash } = standIn(api, edition.api);
	const live = new LiveAttempt(data.module, edition.track(window, data.module, data));
	await live.open();
	return { ...judge, calls, live, crash };
}

/** Plays a package for `standard` to its end, each question answered once; and once more, to a crash after 3 answers. */
export async function playToTheEnd(zip, standard) {
	const edition = EDITIONS[standard];
	const { data } = openArchive(zip);
	// Of each question the second of its two tries, which is the right one.
	const events = goThrough(data.module).filter((event, index, all) => event.kind !== 'answer' || all[index + 1]?.question !== event.question);
	const { live, calls, findings, snapshot, crash } = await launch(edition, data, {});
	const atLaunch = snapshot()[edition.status];
	let late = 0;
	for (const event of events) {
		live.happen(event);
		if (event.kind === 'answer' && calls.at(-1).name !== edition.commit) late += 1;
	}
	live.close();
	crash();
	const states = calls.filter(({ name, arguments: [element] }) => name === edition.set && element === 'cmi.suspend_data').map((call) => call.arguments[1].length);
	return {
		calls: calls.length,
		late,
		atLaunch,
		atEnd: snapshot()[edition.status],
		longestState: Math.max(...states),
		questions: events.filter(({ kind }) => kind === 'answer').length,
		errors: findings.length,
		lost: await lostInCrash(edition, data, events)
	};
}

async function lostInCrash(edition, data, events) {
	const first = await launch(edition, data, {});
	let answers = 0;
	for (const event of events) {
		if (answers === 3) break;
		first.live.happen(event);
		if (event.kind === 'answer') answers += 1;
	}
	first.crash();
	const second = await launch(edition, data, first.snapshot());
	second.crash();
	return answers - Object.keys(second.live.attempt.answers).length;
}
