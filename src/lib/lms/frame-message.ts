import type { Finding } from './judge.ts';
import type { Call } from './log.ts';
import type { Saved } from './saved.ts';

/**
 * The first thing that the LMS in a preview's frame tells the page around it, by
 * `postMessage`: the package is about to start, with this kept of the launch before
 * and this in the data model. With it comes a port, by which everything else is
 * said: what a page says by `postMessage` while it goes away arrives from nobody,
 * at least in Chromium, and a learner's last words are said then.
 */
export interface Launched {
	kind: 'launched';
	saved: Saved;
	values: Saved;
}

/** What it tells afterwards. Whatever runs in the frame can say all of this too, so none of it is to be believed. */
export type FrameMessage =
	| { kind: 'call'; call: Call }
	/** It keeps this for the next launch. */
	| { kind: 'kept'; saved: Saved }
	/** What a strict reviewer minds. */
	| { kind: 'minded'; finding: Pick<Finding, 'call' | 'element' | 'words'> }
	/** A link to another site was followed, or something was loaded or sent, that the frame does not let through. */
	| { kind: 'stopped'; what: string; address: string };
