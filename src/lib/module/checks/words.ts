import type { Report } from '../diagnostic.ts';
import type { Section } from '../outline.ts';
import type { Sentence } from './english.ts';
import type { Passage } from './passages.ts';

/** What every check of the words reads. */
export interface Words {
	sections: readonly Section[];
	passages: readonly Passage[];
	/** The sentences of a passage in English; of any other, none. */
	sentences: (passage: Passage) => readonly Sentence[];
}

/** A check: it reads the words and reports what an author may want to think about. */
export type WordCheck = (words: Words, report: Report) => void;

/** A block that quotes a real person. Nobody else may mend what they said, so its words are not judged. */
export const VOICE = 'voice';

/** A block that is written to whoever fills it in, and is replaced by what they write. */
export const LOCAL = 'local-detail';
