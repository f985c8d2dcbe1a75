import { beside } from './beside.ts';
import type { FrameMessage, Launched } from './frame-message.ts';
import type { Api } from './functions.ts';
import type { Judge } from './judge.ts';
import { logged } from './log.ts';
import { arrive, misbehave, place, times, type ApiWindow } from './misbehaviour.ts';
import { narrowed } from './narrow.ts';
import type { Mode, Saved } from './saved.ts';
import type { ScormAgain } from './scorm-again.ts';
import type { Switches } from './switches.ts';

/** What the LMS in a preview's frame has to know; it stands in its script's `data-launch`, as JSON. */
export interface FrameLaunch extends Switches {
	/** What was kept of the launch before. */
	saved: Saved;
	/** The origin of the page around the frame, which alone is told anything. */
	page: string;
}

/** A standard, as far as a frame plays it. */
export interface FrameStandard<A extends Api> {
	/** The data model at launch. */
	before(saved: Saved, mode: Mode): Saved;
	scormAgain(saved: Saved): ScormAgain<A>;
	/** `esr` where it has only what ESR's adapter has. */
	judge(saved: Saved, mode: Mode, esr: boolean): Judge<A>;
	/** What ESR's adapter has, in the standard that it knows. */
	esr?: readonly string[];
}

/** Late is later than a slow page, and sooner than content gives up. */
const LATE = 4000;
const SLOW = 1500;
/** How many commits fail at first. */
const FAILURES = 3;

/** Puts an LMS into the window of a package, before any script of the package runs, and tells the page around what happens. */
export function startFrame<A extends Api>(window: Window & ApiWindow, standard: FrameStandard<A>): void {
	const script = window.document.currentScript!;
	const { page, saved, system, arrival, saving, limits } = JSON.parse(script.dataset.launch!) as FrameLaunch;
	// The page is to be the package's own.
	script.remove();
	const mode: Mode = limits.includes('review') ? 'review' : 'normal';
	const esr = limits.includes('esr');
	const { port1, port2 } = new MessageChannel();
	// Bound now, so that it stays what it is, whatever the package does to its kind.
	const tell: (message: FrameMessage) => void = port1.postMessage.bind(port1);
	window.parent.postMessage({ kind: 'launched', saved, values: standard.before(saved, mode) } satisfies Launched, page, [port2]);
	tellOfStopped(window, tell);
	if (arrival === 'never') return;

	const lms = system === 'strict' ? standard.judge(saved, mode, false) : standard.scormAgain(saved);
	const reviewer = standard.judge(saved, mode, esr);
	const behaving = misbehave(narrowed(lms.api, { only: esr ? standard.esr : undefined, short: limits.includes('short') }), {
		away: saving === 'fails' ? () => true : saving === 'fails-at-first' ? times(FAILURES) : undefined,
		slow: saving === 'slow' ? SLOW : undefined,
		mode: mode === 'review' ? mode : undefined
	});
	let kept = lms.snapshot();
	let minded = 0;
	const { api } = logged(beside(behaving, reviewer.api), (call) => {
		tell({ kind: 'call', call });
		for (const { call, element, words } of reviewer.findings.slice(minded)) tell({ kind: 'minded', finding: { call, element, words } });
		minded = reviewer.findings.length;
		if (lms.snapshot() === kept) return;
		kept = lms.snapshot();
		tell({ kind: 'kept', saved: kept });
	});
	if (arrival === 'late') arrive(window, api, LATE);
	else place(window, api);
}

/** Tells of what the frame does not let through: links to other sites, and what its policy stops. */
function tellOfStopped(window: Window, tell: (message: FrameMessage) => void): void {
	const { document } = window;
	document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => tell({ kind: 'stopped', what: effectiveDirective, address: blockedURI }));
	document.addEventListener('click', ({ target }) => {
		const link = (target as Element).closest?.<HTMLAnchorElement>('a[target=_blank], a[href^="tel:"], a[href^="mailto:"]');
		if (link) tell({ kind: 'stopped', what: 'link', address: link.href });
	});
}
