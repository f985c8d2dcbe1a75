import type { Report } from '../diagnostic.ts';
import { placeOf, wordsOf } from './passages.ts';
import type { Words } from './words.ts';

/** Reports headings that leave out a level, or have no words: many blind people find their way by the headings alone. */
export function checkHeadings({ passages }: Words, report: Report): void {
	let above = 1;
	for (const passage of passages) {
		if (passage.where === 'title') above = 1;
		if (passage.where !== 'heading') continue;
		const depth = passage.depth!;
		// `#` inside a page is a mistake of its own.
		if (depth > above + 1) report('heading-skipped', placeOf(passage), '#'.repeat(depth), '#'.repeat(above + 1));
		if (wordsOf(passage) === '') report('heading-empty', passage.line, '#'.repeat(depth));
		above = Math.max(depth, 1);
	}
}

const ALL_BOLD = /^\s*(\*\*|__)(?!\s)[^*_\n]+\1\s*$/;
const MOST_WORDS = 10;

/** Reports paragraphs in bold that look like a heading and are none. A whole sentence in bold is just stressed. */
export function checkFakedHeadings({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.where !== 'text' || !ALL_BOLD.test(passage.source)) continue;
		const words = wordsOf(passage);
		if (/[.!?…]["”]?$/.test(words) || words.split(' ').length > MOST_WORDS) continue;
		report('heading-faked', placeOf(passage), words);
	}
}
