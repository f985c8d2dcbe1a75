import type { Stretch } from './speech.ts';

/** A stretch of text that is one of the phrases looked for. */
export interface Match<T> extends Stretch {
	meaning: T;
}

interface Phrase<T> {
	words: readonly string[];
	meaning: T;
}

/** Phrases to look for, by their first word, so that the time depends on the text and hardly on their number. */
export interface Phrasebook<T> {
	byWord: ReadonlyMap<string, readonly Phrase<T>[]>;
	/** Those whose first word stands for all its endings, by its first letters. */
	byStart: ReadonlyMap<string, readonly Phrase<T>[]>;
}

/** How many letters have to stand before a `*`; with fewer it would mean half of all words. */
export const FEWEST_LETTERS = 3;

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
/** What may stand between the words of one phrase: "attention seeking" is "attention-seeking" too. */
const GAP = /^[\s\u2010\u2011-]*$/;

/** The words of a phrase; a `*` at a word's end stands for any ending. */
export function wordsOfPhrase(phrase: string): string[] {
	return phrase.toLowerCase().replaceAll('’', '\'').split(/[\s\u2010\u2011-]+/).filter((word) => word !== '');
}

/** Makes a book of phrases, each with what it means to whoever looks for it. */
export function phrasebook<T>(phrases: Iterable<readonly [phrase: string, meaning: T]>): Phrasebook<T> {
	const byWord = new Map<string, Phrase<T>[]>();
	const byStart = new Map<string, Phrase<T>[]>();
	for (const [phrase, meaning] of phrases) {
		const words = wordsOfPhrase(phrase);
		const [first] = words;
		if (first === undefined) continue;
		const [book, key] = first.endsWith('*') ? [byStart, first.slice(0, FEWEST_LETTERS)] : [byWord, first];
		book.set(key, [...(book.get(key) ?? []), { words, meaning }]);
	}
	return { byWord, byStart };
}

/** A word as it is looked up. */
interface Plain extends Stretch {
	plain: string;
}

/** The words of a text, as `findPhrases` takes them. */
export function plainWords(text: string): Plain[] {
	return [...text.toLowerCase().replaceAll('’', '\'').matchAll(WORD)].map(({ 0: plain, index }) => ({ start: index, end: index + plain.length, plain }));
}

/** Every phrase in `text`, the longest where several start at one place, and none inside another. */
export function findPhrases<T>(text: string, words: readonly Plain[], { byWord, byStart }: Phrasebook<T>): Match<T>[] {
	const found: Match<T>[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const { plain, start } = words[at]!;
		const longest = [byWord.get(plain), plain.endsWith('\'s') ? byWord.get(plain.slice(0, -2)) : undefined, byStart.get(plain.slice(0, FEWEST_LETTERS))]
			.flatMap((phrases) => phrases?.filter((phrase) => fits(phrase.words, at)) ?? [])
			.sort((a, b) => b.words.length - a.words.length)[0];
		if (!longest) continue;
		const last = at + longest.words.length - 1;
		found.push({ start, end: words[last]!.end, meaning: longest.meaning });
		at = last;
	}
	return found;

	function fits(wanted: readonly string[], at: number): boolean {
		return wanted.every((want, index) => {
			const word = words[at + index];
			if (!word || !agrees(word.plain, want)) return false;
			return index === 0 || GAP.test(text.slice(words[at + index - 1]!.end, word.start));
		});
	}
}

function agrees(word: string, wanted: string): boolean {
	if (wanted.endsWith('*')) return word.startsWith(wanted.slice(0, -1));
	return word === wanted || word === `${wanted}'s`;
}
