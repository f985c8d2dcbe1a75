import type { Attempt } from '#lib/progress/attempt.ts';
import type { Outcome } from '#lib/progress/outcome.ts';

/** How the record is, for the learner to be told in plain words. */
export type Status =
	| { kind: 'looking' }
	| { kind: 'saved'; at: Date; complete: boolean }
	| { kind: 'unsaved' }
	/** Signed out elsewhere or for too long; what was done is kept on the page and sent after signing in. */
	| { kind: 'signed-out' }
	/** The last answer was refused for good, as when its question has gone from a newer version. */
	| { kind: 'refused' }
	/** Nobody records: there is no learning system, it only shows the training again, an author looks at it, or it is a copy to read. */
	| { kind: 'unrecorded'; why: 'no-system' | 'review' | 'preview' | 'copy' }
	/** The learner has left and the record is closed; `saved` where it has everything. */
	| { kind: 'left'; saved: boolean };

/** Where the learner was when they came. */
export interface Opening {
	/** Absent where there is nothing to resume. */
	attempt?: Attempt;
	/** The pages that are new, or have a new question, since the learner was last here. */
	news: readonly string[];
	/** Something was stored, but it cannot be read: the learner begins again and is told. */
	unreadable: boolean;
	/** The learner completed this before; nothing that happens now takes that back. */
	complete: boolean;
}

/** One answer: the question and the letters chosen. */
export interface Answer {
	page: string;
	question: string;
	chosen: readonly string[];
}

/**
 * Where an attempt is recorded: our server, or an LMS. It speaks facts in our
 * words; what a system needs beyond them stays inside its adapter. Nothing here
 * throws for what the other side does: a failure is a status, and it is tried again.
 */
export interface Tracker {
	/** Begins or resumes; `tell` hears of every change of status from now on. */
	open(tell: (status: Status) => void): Promise<Opening>;
	/** Remembers where the learner is and what they have done. */
	save(attempt: Attempt, outcome: Outcome): void;
	/** Records one answer. */
	answered(answer: Answer): void;
	/** The same, and records that the module is complete. Repeating it is harmless. */
	finish(attempt: Attempt, outcome: Outcome): void;
	/** The learner leaves. It must not rely on anything that happens later. */
	close(): void;
}
