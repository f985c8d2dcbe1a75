import { diffWordsWithSpace } from 'diff';

/** A stretch of text that is in both texts, or in one of them only. */
export interface Stretch {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** Two texts of the longest kind with nothing in common take 2 seconds to compare without a limit, and a tenth of one with it. */
const MOST_EDITS = 1000;

/** What was changed from `before` to `after`, word by word; all of it where they have too little in common. */
export function compareWords(before: string, after: string): Stretch[] {
	const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
	const parts = found ?? [{ value: before, removed: true, added: false }, { value: after, removed: false, added: true }];
	return parts
		.filter(({ value }) => value !== '')
		.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }));
}
