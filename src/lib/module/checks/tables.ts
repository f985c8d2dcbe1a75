import type { Report } from '../diagnostic.ts';
import { wordsOf } from './passages.ts';
import type { Words } from './words.ts';

/** Reports columns without a heading: a screen reader says the heading with each cell. The first may be empty, above the names of rows. */
export function checkTables({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.head !== undefined && passage.head > 0 && wordsOf(passage) === '') report('table-without-headers', passage.line, passage.head + 1);
	}
}
