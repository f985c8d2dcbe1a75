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
			found.push(...divide(text, { start: node.position!.start.offset!, end: node.position!.end.offset!, words }));
		} else if ('children' in node) node.children.forEach(visit);
	};
	visit(parser.parse(text));
	return found;
}

/** A full stop after which a sentence starts, with the word before it. */
const STOP = /(?<![\p{L}\p{N}./:-])([\p{L}\p{N}/:-]+)\.["”’)]*\s+(?=["“‘(]?\p{Lu})/gu;
/** What a name follows. */
const TITLE = /^(?:\p{Lu}|dr|mr|mrs|ms|prof|st|vs|cf)$/iu;

/**
 * The parser takes "call 999. If", "week 4. You" and "live in. They" for
 * abbreviations, and so two sentences for one. A full stop with a capital
 * letter after it ends a sentence, but for a name's.
 */
function divide(text: string, { start, end, words }: Sentence): Sentence[] {
	const ends = [...text.slice(start, end).matchAll(STOP)].filter(([, word]) => !TITLE.test(word!)).map(({ 0: stop, index }) => start + index + stop.length);
	const edges = [start, ...ends, end];
	return edges.slice(1).flatMap((to, index) => {
		const from = edges[index]!;
		const inside = words.filter((word) => from <= word.start && word.start < to);
		return inside.length === 0 ? [] : [{ start: from, end: from + text.slice(from, to).trimEnd().length, words: inside }];
	});
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

/** How many syllables each word has that was asked for; a module says most of its words many times. */
const counted = new Map<string, number>();
const MOST_COUNTED = 20_000;

/** How many syllables a word is read with; a number counts as one, because few stumble over one. */
export function syllables(word: string): number {
	const known = counted.get(word);
	if (known !== undefined) return known;
	const count = Math.max(1, syllable(word));
	if (counted.size < MOST_COUNTED) counted.set(word, count);
	return count;
}
