import type { Report } from '../diagnostic.ts';
import { choosings } from './choices.ts';
import { placeOf, wordsOf } from './passages.ts';
import type { Words } from './words.ts';

const FEWEST_WORDS = 4;

/** Reports feedback that judges an answer and says nothing else. People learn from the reason. */
export function checkFeedback({ passages }: Words, report: Report): void {
	for (const { option, feedback } of choosings(passages).flatMap(({ choices }) => choices)) {
		const [first] = feedback;
		// An option without feedback is a mistake of its own.
		if (!first) continue;
		// A picture may say a lot.
		if (feedback.some(({ source }) => source.includes('!['))) continue;
		const said = feedback.map(wordsOf).join(' ');
		const count = said.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
		if (count > 0 && count < FEWEST_WORDS) report('feedback-curt', placeOf(first), said, wordsOf(option).slice(0, 60));
	}
}
