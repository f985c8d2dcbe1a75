import type { Report } from '../diagnostic.ts';
import { readingAge, syllables, type Sentence } from './english.ts';
import { wordsOf, type Passage } from './passages.ts';
import { LOCAL, VOICE, type Words } from './words.ts';

/** See the evidence in the tests: what the guide asks for, and a page that only just misses it is left alone. */
const OLDEST = 11;
/** In a short text one long name decides. */
const FEWEST_WORDS = 100;

const COUNTED = ['text', 'item', 'quotation', 'option', 'feedback'];

/** Whether a page's reading age depends on a passage. Tables and headings are no sentences. */
function isCounted({ where, block }: Passage): boolean {
	return COUNTED.includes(where) && block !== VOICE && block !== LOCAL;
}

/** How old a reader of each page would have to be, and the sentences it depends on, hardest first. */
export function pageAges({ sections, passages, sentences }: Words): { age: number; words: number; hardest: string[] }[] {
	const byPage = sections.map((): { passage: Passage; sentence: Sentence }[] => []);
	for (const passage of passages) {
		if (isCounted(passage)) byPage[passage.page]?.push(...sentences(passage).map((sentence) => ({ passage, sentence })));
	}
	return byPage.map((read) => {
		const all = read.map(({ sentence }) => sentence);
		const hardest = read
			.map(({ passage, sentence }) => ({ text: wordsOf({ ...passage, text: passage.text.slice(sentence.start, sentence.end) }), weight: weight(sentence) }))
			.sort((a, b) => b.weight - a.weight)
			.slice(0, 3)
			.map(({ text }) => text);
		return { age: readingAge(all), words: all.reduce((sum, { words }) => sum + words.length, 0), hardest };
	});
}

/** How much a sentence adds to a page's age: its length, and its words of more than 2 syllables. */
function weight({ words }: Sentence): number {
	return words.length + words.reduce((sum, { text }) => sum + 2 * Math.max(0, syllables(text) - 2), 0);
}

/** Reports pages that ask more of a reader than the guide says. */
export function checkReadingAge(words: Words, report: Report): void {
	for (const [page, { age, words: count, hardest }] of pageAges(words).entries()) {
		if (count < FEWEST_WORDS || age <= OLDEST) continue;
		report('reading-age', words.sections[page]!.line, Math.round(age), hardest.map((sentence) => `"${shorten(sentence)}"`).join(', '));
	}
}

function shorten(sentence: string): string {
	return sentence.length > 60 ? `${sentence.slice(0, 60).replace(/\s+\S*$/, '')}…` : sentence;
}
