import type { Report } from '../diagnostic.ts';
import { readingAge, syllables, type Sentence } from './english.ts';
import type { Passage } from './passages.ts';
import { LOCAL, VOICE, type Words } from './words.ts';

/** What the guide asks for. Of the 156 pages of 100 words or more that we ship, half are below 8, and the hardest is at 10.7. */
const OLDEST = 11;
/** In a short text one long name decides. */
const FEWEST_WORDS = 100;

const COUNTED = ['text', 'item', 'quotation', 'option', 'feedback'];

/** Whether a page's reading age depends on a passage. Tables and headings are no sentences. */
function isCounted({ where, block }: Passage): boolean {
	return COUNTED.includes(where) && block !== VOICE && block !== LOCAL;
}

/** A page as its readers meet it. */
export interface PageAge {
	/** How old they would have to be. */
	age: number;
	words: number;
	sentences: { passage: Passage; sentence: Sentence }[];
}

/** How old a reader of each page would have to be. */
export function pageAges({ sections, passages, sentences }: Words): PageAge[] {
	const byPage = sections.map((): PageAge['sentences'] => []);
	for (const passage of passages) {
		if (isCounted(passage)) byPage[passage.page]?.push(...sentences(passage).map((sentence) => ({ passage, sentence })));
	}
	return byPage.map((read) => {
		const all = read.map(({ sentence }) => sentence);
		return { age: readingAge(all), words: all.reduce((sum, { words }) => sum + words.length, 0), sentences: read };
	});
}

/** How much a sentence adds to a page's age: its length, and its words of more than 2 syllables. */
function weight({ words }: Sentence): number {
	return words.length + words.reduce((sum, { text }) => sum + 2 * Math.max(0, syllables(text) - 2), 0);
}

/** Reports pages that ask more of a reader than the guide says, and where to start. */
export function checkReadingAge(words: Words, report: Report): void {
	for (const [page, { age, words: count, sentences }] of pageAges(words).entries()) {
		if (count < FEWEST_WORDS || age <= OLDEST) continue;
		const hardest = sentences.toSorted((a, b) => weight(b.sentence) - weight(a.sentence)).slice(0, 3);
		report('reading-age', words.sections[page]!.line, age > 18 ? 'more than 18' : `about ${Math.ceil(age)}`, hardest.map(({ passage, sentence }) => `"${brief(passage, sentence)}"`).join(', '));
	}
}

function brief({ text }: Passage, { start, end }: Sentence): string {
	const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
	return words.length > 60 ? `${words.slice(0, 60).replace(/\s+\S*$/, '')} …` : words;
}
