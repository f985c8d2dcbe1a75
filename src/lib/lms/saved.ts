/** What an LMS holds between two launches: elements with their values. */
export type Saved = Readonly<Record<string, string>>;

/** Whoever an LMS says is learning. */
export interface Learner {
	id: string;
	name: string;
}

/** Somebody made up. */
export const LEARNER: Learner = { id: 'learner-1', name: 'Learner, Example' };

/** What the learner came to do; in `review` and `browse` nothing may be written. */
export type Mode = 'normal' | 'review' | 'browse';

/** What a launch after completion finds: everything as it was, or nothing. */
export type AfterCompletion = 'kept' | 'afresh';
