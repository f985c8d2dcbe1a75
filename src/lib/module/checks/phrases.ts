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
	/** Those whose first word stands for all its endings. */
	byStart: readonly Phrase<T>[];
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
/** What may stand between the words of one phrase: "attention seeking" is "attention-seeking" too. */
const GAP = /^[\s\u2010\u2011-]*$/;

/** The words of a phrase; a `*` at a word's end stands for any ending. */
export function wordsOfPhrase(phrase: string): string[] {
	return phrase.toLowerCase().replaceAll('’', '\'').split(/[\s\u2010\u2011-]+/).filter((word) => word !== '');
}

/** Makes a book of phrases, each with what it means to whoever looks for it. */
export function phrasebook<T>(phrases: Iterable<readonly [phrase: string, meaning: T]>): Phrasebook<T> {
	const byWord = new Map<string, Phrase<T>[]>();
	const byStart: Phrase<T>[] = [];
	for (const [phrase, meaning] of phrases) {
		const words = wordsOfPhrase(phrase);
		const [first] = words;
		if (first === undefined) continue;
		if (first.endsWith('*')) byStart.push({ words, meaning });
		else if (byWord.has(first)) byWord.get(first)!.push({ words, meaning });
		else byWord.set(first, [{ words, meaning }]);
	}
	return { byWord, byStart };
}

/** Every phrase in `text`, the longest where several start at one place, and none inside another. */
export function findPhrases<T>(text: string, { byWord, byStart }: Phrasebook<T>): Match<T>[] {
	const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, plain: word.toLowerCase().replaceAll('’', '\'') }));
	const found: Match<T>[] = [];
	for (let at = 0; at < words.length; at += 1) {
		const first = words[at]!.plain;
		// "The addict's" is "addict" as well.
		const candidates = [...(byWord.get(first) ?? []), ...(first.endsWith('\'s') ? byWord.get(first.slice(0, -2)) ?? [] : []), ...byStart];
		let longest: Phrase<T> | undefined;
		for (const phrase of candidates) {
			if (phrase.words.length > (longest?.words.length ?? 0) && fits(phrase.words, at)) longest = phrase;
		}
		if (!longest) continue;
		const last = at + longest.words.length - 1;
		found.push({ start: words[at]!.start, end: words[last]!.end, meaning: longest.meaning });
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
