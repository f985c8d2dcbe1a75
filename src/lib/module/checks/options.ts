import type { Report } from '../diagnostic.ts';
import { choosings } from './choices.ts';
import { placeOf, wordsOf } from './passages.ts';
import type { Words } from './words.ts';

/** How much longer than every other option the best may be, in times and in letters. */
const TIMES = 2;
const LETTERS = 25;

/** Reports a best answer that its length gives away, as it so often does. */
export function checkOptionLengths({ passages }: Words, report: Report): void {
	for (const { choices } of choosings(passages)) {
		const best = choices.filter((choice) => choice.best);
		const others = choices.filter((choice) => !choice.best);
		if (best.length !== 1 || others.length === 0) continue;
		const { option } = best[0]!;
		const length = wordsOf(option).length;
		const next = Math.max(...others.map((other) => wordsOf(other.option).length));
		if (length > next * TIMES && length > next + LETTERS) report('options-uneven', placeOf(option), length, next);
	}
}

const ABOVE = /^(?:all|none|both|neither|any|either)(?: of)?(?: the| these| those)?(?: options| answers| choices)? (?:above|below)\b|^(?:all|none|both|neither) of (?:these|those|them|the above)\W*$/i;

/** Reports options that are about the other options: they ask for logic, and say nothing about work. */
export function checkOptionsAbove({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		const words = passage.where === 'option' ? wordsOf(passage) : '';
		if (ABOVE.test(words)) report('option-all-of-the-above', placeOf(passage), words);
	}
}
