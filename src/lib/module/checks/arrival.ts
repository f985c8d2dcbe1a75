import type { Report } from '../diagnostic.ts';
import type { Words } from './words.ts';

/** A short note needs no arriving and no leaving; a module of several pages does. */
const FEWEST_PAGES = 3;

/**
 * Reports a module that does not start and end gently. In the study, every
 * group began with a check-in and ended with a check-out, and people who
 * learn about hard subjects in a working day have to come back from them.
 */
export function checkArrival({ sections }: Words, report: Report): void {
	if (sections.length < FEWEST_PAGES) return;
	const [first] = sections;
	const last = sections.at(-1)!;
	if (!first!.parts.some((part) => part.kind === 'block' && part.name === 'check-in')) report('check-in-missing', first!.line, first!.title);
	if (!last.parts.some((part) => part.kind === 'block' && part.name === 'check-out')) report('check-out-missing', last.line, last.title);
}
