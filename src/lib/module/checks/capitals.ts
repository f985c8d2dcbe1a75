import type { Report } from '../diagnostic.ts';
import { placeIn } from './passages.ts';
import { VOICE, type Words } from './words.ts';

/** Two or more words in capitals, one after the other. */
const GROUP = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}'’]*(?:[ \t]+\p{Lu}[\p{Lu}'’]*)+(?![\p{L}\p{N}])/gu;
/** Abbreviations stand side by side too ("NHS CPA"), so one of the words has to be a word. */
const WORDS = new Set(
	'all always and any are ask call can do don\'t for from have important keep must never no not note now only please read see should stop tell that the this to warning we what when with you your'.split(' ')
);
const LONG = 6;

/** Reports words in capitals: they read as shouting, are harder to read, and some screen readers spell them out. */
export function checkCapitals({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.block === VOICE) continue;
		for (const { 0: group, index } of passage.text.matchAll(GROUP)) {
			const words = group.split(/\s+/);
			const shouted = words.some((word) => word.length >= LONG || (word.length > 1 && WORDS.has(word.toLowerCase().replace('’', '\''))));
			if (shouted && words.some((word) => word.length > 1)) report('shouting', placeIn(passage, index, group.length), words.join(' '));
		}
	}
}
