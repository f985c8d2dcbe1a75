import type { Finding } from './judge.ts';
import type { Call } from './log.ts';
import type { Saved } from './saved.ts';

/** What the LMS in a preview's frame tells the page around it. Whatever runs in the frame can say the same, so none of it is to be believed. */
export type FrameMessage =
	/** The package is about to start: what was kept of the launch before, and what the data model holds. */
	| { kind: 'launched'; saved: Saved; values: Saved }
	| { kind: 'call'; call: Call }
	/** It keeps this for the next launch. */
	| { kind: 'kept'; saved: Saved }
	/** What a strict reviewer minds. */
	| { kind: 'minded'; finding: Pick<Finding, 'call' | 'element' | 'words'> }
	/** A link to another site was followed, or something was loaded or sent, that the frame does not let through. */
	| { kind: 'stopped'; what: string; address: string };
