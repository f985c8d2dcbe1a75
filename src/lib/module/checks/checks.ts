import type { Report } from '../diagnostic.ts';
import type { Section } from '../outline.ts';
import { checkAnswerPlace } from './answer-place.ts';
import { checkArrival } from './arrival.ts';
import { checkCapitals } from './capitals.ts';
import { checkDisclosure } from './disclosure.ts';
import { isEnglish, sentencesOf, type Sentence } from './english.ts';
import { checkFeedback } from './feedback.ts';
import { checkNotes } from './hard-subjects.ts';
import { checkFakedHeadings, checkHeadings } from './headings.ts';
import { checkLinks } from './links.ts';
import { checkMethods } from './methods.ts';
import { checkOptionLengths, checkOptionsAbove } from './options.ts';
import { passagesOf, type Passage } from './passages.ts';
import { checkReadingAge } from './reading-age.ts';
import { checkSentenceLength } from './sentence-length.ts';
import { checkTables } from './tables.ts';
import { checkWording, type Wording } from './wording.ts';
import type { WordCheck } from './words.ts';

/** A guide and a story are read and printed: nobody arrives in them. A guide holds no notes. */
const LEFT_OUT: Record<Written['kind'], readonly WordCheck[]> = { module: [], guide: [checkArrival, checkNotes], story: [checkArrival] };
const IN_ANY_LANGUAGE: readonly WordCheck[] = [checkAnswerPlace, checkArrival, checkFakedHeadings, checkHeadings, checkLinks, checkOptionLengths, checkTables];
const IN_ENGLISH: readonly WordCheck[] = [checkCapitals, checkDisclosure, checkFeedback, checkMethods, checkNotes, checkOptionsAbove, checkReadingAge, checkSentenceLength];

/** From so many passages on it is no module (our longest has 350), and nobody should wait while its sentences are found. */
const MOST_PASSAGES = 5_000;

export interface Written {
	kind: 'module' | 'guide' | 'story';
	sections: readonly Section[];
	/** All lines of the file. */
	lines: readonly string[];
	/** The index of the first line after the details at the top. */
	end: number;
	/** Absent where a mistake in the details hides it. */
	lang?: string;
	/** What to say instead of what; without it, no list of ours is used. */
	wording?: Wording;
}

/**
 * Reports what a kind colleague would say of a module's words: how they may
 * sound, what may hurt, and whom they keep out. All of it is for the author to
 * weigh, and none of it stops a module from being published.
 */
export function checkWords({ kind, sections, lines, end, lang, wording }: Written, report: Report): void {
	const english = isEnglish(lang ?? languageIn(lines.slice(0, end)));
	const passages = passagesOf(sections, lines, end);
	const parsed = english && passages.length <= MOST_PASSAGES;
	const read = new Map<Passage, Sentence[]>();
	const sentences = (passage: Passage) => {
		const found = read.get(passage) ?? (parsed ? sentencesOf(passage.text) : []);
		read.set(passage, found);
		return found;
	};
	const words = { sections, passages, sentences };
	const checks = english ? [...IN_ANY_LANGUAGE, ...IN_ENGLISH] : IN_ANY_LANGUAGE;
	for (const check of checks) if (!LEFT_OUT[kind].includes(check)) check(words, report);
	if (english) checkWording(words, report, wording);
}

/** The language that the details name, as far as can be seen where they have a mistake. */
function languageIn(details: readonly string[]): string {
	return details.map((line) => /^lang:[ \t]*["']?([a-z]+)/i.exec(line)?.[1]).find((lang) => lang !== undefined) ?? 'en';
}
