import { diffWordsWithSpace } from 'diff';

/** Some words: in both of two texts, or in one of them only. */
export interface Piece {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Two texts of the longest kind with nothing in common take 2 seconds to compare without a limit, and a tenth of one with it. */
const MOST_EDITS = 1000;

/** The whole text as written anew. */
export function writtenAnew(before: string, after: string): Piece[] {
	const pieces: Piece[] = [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
	return pieces.filter(({ text }) => text !== '');
}

/**
 * What was changed from `before` to `after`, word by word; all of it where they
 * have too little in common.
 *
 * @param timeout how long it may take, in milliseconds
 */
export function markWords(before: string, after: string, timeout?: number): Piece[] {
	const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, ...(timeout === undefined ? {} : { timeout }) });
	if (!found) return writtenAnew(before, after);
	return found.filter(({ value }) => value !== '').map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}
