import type { Module } from '#lib/module/module.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { decode, encode, type Keep } from '#lib/progress/encoding.ts';
import type { Outcome } from '#lib/progress/outcome.ts';
import { interactionOf, type Interaction } from './interaction.ts';
import { retry } from './retry.ts';
import { pause, waitForApi, type ApiName } from './scorm-api.ts';
import { startSession, type Session, type Speech } from './scorm-session.ts';
import type { Opening, Status, Tracker } from './tracker.ts';

/** Elements of the data model with what they are set to, in the order in which they are. */
export type Values = [element: string, value: string][];

/** One edition of SCORM, as far as it differs for what is recorded here. */
export interface Edition {
	api: ApiName;
	speech: Speech;
	/** What the elements are called that are read at the start, and the place. */
	elements: { state: string; status: string; mode: string; location: string };
	/** The statuses after which a learner has been through the module. */
	over: readonly string[];
	starting(complete: boolean): Values;
	/** How far the learner is, beside the state. */
	saving(outcome: Outcome): Values;
	completing(completion: 'completed' | 'passed', score: number | undefined): Values;
	leaving(milliseconds: number, complete: boolean): Values;
	/** What stands between the two of a pair in an answer. */
	pair: string;
	answering(interaction: Interaction, at: Date): Values;
}

/** What a package was made to report. */
export interface Reporting {
	keep: Keep;
	/** What is said of somebody who has been through the module. */
	completion: 'completed' | 'passed';
	/** Whether each answer is reported. */
	answers: boolean;
}

const NOTHING: Opening = { news: [], unreadable: false, complete: false };
/** Starting may fetch the record, and fail while the network is away. */
const STARTS = 5;
const BETWEEN_STARTS = 2000;
/** Somebody who only moves about is saved after a moment: in Moodle each commit goes through PHP. */
const RESTING = 5000;

/** Records in an LMS by one edition of SCORM. */
export function scorm(edition: Edition, window: Window, module: Module, { keep, completion, answers }: Reporting): Tracker {
	const { elements } = edition;
	const started = Date.now();
	let tell: (status: Status) => void = () => {};
	let phase: 'looking' | 'alone' | 'reviewing' | 'recording' | 'left' = 'looking';
	let session: Session | undefined;
	let complete = false;
	let last: Attempt | undefined;
	/** How many answers the LMS has been told of, in this sitting and before. */
	let told: number | undefined;
	let resting: number | undefined;

	const committing = retry(() => {
		if (!session || phase !== 'recording') return true;
		const kept = session.commit();
		tell(kept ? { kind: 'saved', at: new Date(), complete } : { kind: 'unsaved' });
		return kept;
	});
	const commit = () => {
		window.clearTimeout(resting);
		committing.now();
	};
	// Hidden is the last thing a phone tells a page before it ends it.
	const onHidden = () => {
		if (window.document.visibilityState === 'hidden') commit();
	};

	async function start(): Promise<Session | undefined> {
		const api = await waitForApi(window, edition.api);
		for (let attempt = 0; api && attempt < STARTS && phase === 'looking'; attempt += 1) {
			const opened = startSession(api, edition.speech);
			if (opened) return opened;
			await pause(window, BETWEEN_STARTS);
		}
		return undefined;
	}
	function set(values: Values) {
		for (const [element, value] of values) session!.set(element, value);
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
		const decoded = decode(module, opened.get(elements.state));
		// The Learning Hub brings a completed module back as incomplete, with everything empty. Then it is begun
		// again, and what the Learning Hub has recorded stays.
		complete = edition.over.includes(opened.get(elements.status));
		const opening: Opening = {
			...(decoded.kind === 'resumed' ? { attempt: decoded.attempt } : {}),
			news: decoded.kind === 'resumed' ? decoded.news : [],
			unreadable: decoded.kind === 'unreadable',
			complete
		};
		// A mode that is missing or unknown is normal (1.2 RTE 3.4.4; 2004 RTE 4.2.13). Moodle writes whatever is sent in review, so nothing is.
		if (['review', 'browse'].includes(opened.get(elements.mode))) {
			phase = 'reviewing';
			tell({ kind: 'unrecorded', why: 'review' });
			return opening;
		}
		phase = 'recording';
		set(edition.starting(complete));
		commit();
		window.document.addEventListener('visibilitychange', onHidden);
		return opening;
	}

	function save(attempt: Attempt, outcome: Outcome) {
		if (!session || phase !== 'recording') return;
		const moved = last !== undefined && attempt.done === last.done && attempt.answers === last.answers;
		const finishes = outcome.complete && !complete;
		complete ||= outcome.complete;
		last = attempt;
		session.set(elements.location, attempt.here);
		// As on our own site, what was answered is let go of once the module is complete.
		session.set(elements.state, encode(module, attempt, complete ? 'answered' : keep));
		// Nothing takes a completion back: whoever reads again is not half-way once more.
		if (finishes || !complete) set(edition.saving(outcome));
		if (finishes) set(edition.completing(completion, outcome.score));
		window.clearTimeout(resting);
		if (moved) resting = window.setTimeout(commit, RESTING);
		else commit();
	}

	return {
		open,
		save,
		finish: save,
		answered(answer) {
			if (!answers || !session || phase !== 'recording') return;
			const interaction = interactionOf(module, answer, edition.pair);
			if (!interaction) return;
			// Some LMSs have no count; then it is 0.
			told ??= Number(session.get('cmi.interactions._count')) || 0;
			const entry = `cmi.interactions.${told}.`;
			told += 1;
			set(edition.answering(interaction, new Date()).map(([element, value]) => [entry + element, value]));
		},
		close() {
			const before = phase;
			phase = 'left';
			committing.stop();
			window.clearTimeout(resting);
			window.document.removeEventListener('visibilitychange', onHidden);
			if (before === 'left' || before === 'alone') return;
			let saved = before === 'reviewing';
			if (session && before === 'recording') {
				set(edition.leaving(Date.now() - started, complete));
				// While the page goes away Chromium blocks the LMS's own request, so nothing depends on this commit.
				saved = session.commit();
			}
			session?.finish();
			tell({ kind: 'left', saved });
		}
	};
}
