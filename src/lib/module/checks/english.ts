import { fleschKincaid } from 'flesch-kincaid';
import type { Nodes } from 'nlcst';
import retextEnglish from 'retext-english';
import { syllable } from 'syllable';
import { unified } from 'unified';

/** A word of a sentence, with its place in the passage. */
export interface Word {
	text: string;
	start: number;
}

export interface Sentence {
	start: number;
	end: number;
	words: Word[];
}

const parser = unified().use(retextEnglish).freeze();

/** The longest passage whose sentences are looked for: longer ones are no text for people. */
const LONGEST = 5_000;

/** The sentences of an English passage and their words. Numbers count as words: people read them too. */
export function sentencesOf(text: string): Sentence[] {
	if (text.length > LONGEST || text.trim() === '') return [];
	const found: Sentence[] = [];
	const visit = (node: Nodes): void => {
		if (node.type === 'SentenceNode') {
			const words = node.children.filter(({ type }) => type === 'WordNode').map(({ position }) => {
				const start = position!.start.offset!;
				return { text: text.slice(start, position!.end.offset!), start };
			});
			if (words.length > 0) found.push({ start: node.position!.start.offset!, end: node.position!.end.offset!, words });
		} else if ('children' in node) node.children.forEach(visit);
	};
	visit(parser.parse(text));
	return found;
}

/** Whether a tag such as `en-GB` means English. */
export function isEnglish(lang: string): boolean {
	return /^en(-|$)/i.test(lang);
}

/**
 * Children of one age read texts of one school grade; in the United States
 * grade 1 starts at 6. So an age is a grade and 5.
 */
const AGE_OF_GRADE_0 = 5;

/** How old a child would be who reads such sentences at school, by Flesch and Kincaid. */
export function readingAge(sentences: readonly Sentence[]): number {
	const words = sentences.flatMap((sentence) => sentence.words);
	const grade = fleschKincaid({ sentence: sentences.length, word: words.length, syllable: words.reduce((sum, { text }) => sum + syllables(text), 0) });
	return grade + AGE_OF_GRADE_0;
}

/** How many syllables a word is read with; a number counts as one, because few stumble over one. */
export function syllables(word: string): number {
	return Math.max(1, syllable(word));
}
