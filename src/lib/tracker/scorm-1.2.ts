import type { Module } from '#lib/module/module.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { decode, encode, type Keep } from '#lib/progress/encoding.ts';
import { retry } from './retry.ts';
import { pause, waitForApi } from './scorm-1.2-api.ts';
import { startSession, type Session12 } from './scorm-1.2-session.ts';
import { timespan } from './scorm-1.2-time.ts';
import type { Opening, Status, Tracker } from './tracker.ts';

const NOTHING: Opening = { unreadable: false, complete: false };
/** `failed` is among them because a learner whom an LMS marked so has been through the module. */
const OVER = ['completed', 'passed', 'failed'];
/** LMSInitialize may fetch the record, and fail while the network is away. */
const STARTS = 5;
const BETWEEN_STARTS = 2000;

/**
 * Records in an LMS by SCORM 1.2, inside the elements that ESR's adapter has:
 * lesson_status, lesson_location, suspend_data, exit and session_time.
 */
export function scorm12(window: Window, module: Module, keep: Keep): Tracker {
	const started = Date.now();
	let tell: (status: Status) => void = () => {};
	let phase: 'looking' | 'alone' | 'reviewing' | 'recording' | 'left' = 'looking';
	let session: Session12 | undefined;
	let complete = false;
	let last: Attempt | undefined;

	const committing = retry(() => {
		if (!session || phase !== 'recording') return true;
		const kept = session.commit();
		tell(kept ? { kind: 'saved', at: new Date(), complete } : { kind: 'unsaved' });
		return kept;
	});
	// Hidden is the last thing a phone tells a page before it ends it.
	const onHidden = () => {
		if (window.document.visibilityState === 'hidden') committing.now();
	};

	async function start(): Promise<Session12 | undefined> {
		const api = await waitForApi(window);
		for (let attempt = 0; api && attempt < STARTS && phase === 'looking'; attempt += 1) {
			const started = startSession(api);
			if (started) return started;
			await pause(window, BETWEEN_STARTS);
		}
		return undefined;
	}

	async function open(listener: (status: Status) => void): Promise<Opening> {
		tell = listener;
		tell({ kind: 'looking' });
		const opened = await start();
		// The window may be shown again after the learner left it, and there is no second session.
		if (phase !== 'looking') return NOTHING;
		if (!opened) {
			phase = 'alone';
			tell({ kind: 'unrecorded', why: 'no-system' });
			return NOTHING;
		}
		session = opened;
		const decoded = decode(module, opened.get('cmi.suspend_data'));
		const status = opened.get('cmi.core.lesson_status');
		complete = OVER.includes(status);
		const opening: Opening = {
			...(decoded.kind === 'resumed' ? { attempt: decoded.attempt } : {}),
			unreadable: decoded.kind === 'unreadable',
			complete
		};
		// RTE 3.4.4: a mode that is missing or unknown is normal. Moodle writes whatever is sent in review, so nothing is.
		if (['review', 'browse'].includes(opened.get('cmi.core.lesson_mode'))) {
			phase = 'reviewing';
			tell({ kind: 'unrecorded', why: 'review' });
			return opening;
		}
		phase = 'recording';
		// A SCO that never sets a status is recorded differently by each LMS.
		if (!complete) session.set('cmi.core.lesson_status', 'incomplete');
		// Early, because a crash leaves no time to: without it the next launch starts afresh.
		session.set('cmi.core.exit', complete ? '' : 'suspend');
		committing.now();
		window.document.addEventListener('visibilitychange', onHidden);
		return opening;
	}

	return {
		open,
		save(attempt) {
			if (!session || phase !== 'recording') return;
			session.set('cmi.core.lesson_location', attempt.here);
			last = attempt;
			// As on our own site, what was answered is let go of once the module is complete.
			session.set('cmi.suspend_data', encode(module, attempt, complete ? 'answered' : keep));
			committing.now();
		},
		// The state holds the answers. Interactions are outside what ESR's adapter has.
		answered() {},
		finish(outcome) {
			if (!session || phase !== 'recording' || complete || !outcome.complete) return;
			complete = true;
			session.set('cmi.core.lesson_status', 'completed');
			// RTE 3.4.4: empty is a normal exit. `logout` would end the learner's session with the LMS.
			session.set('cmi.core.exit', '');
			if (last) session.set('cmi.suspend_data', encode(module, last, 'answered'));
			committing.now();
		},
		close() {
			const before = phase;
			phase = 'left';
			committing.stop();
			window.document.removeEventListener('visibilitychange', onHidden);
			if (before === 'left' || before === 'alone') return;
			let saved = before === 'reviewing';
			if (session && before === 'recording') {
				session.set('cmi.core.session_time', timespan(Date.now() - started));
				// While the page goes away Chromium blocks the LMS's own request, so nothing depends on this commit.
				saved = session.commit();
			}
			session?.finish();
			tell({ kind: 'left', saved });
		}
	};
}
