import type { Saved } from '#lib/lms/saved.ts';
import type { Scorm } from '#lib/package/standards.ts';
import { EDITION_12, EDITION_2004, type EditionOfTest } from '../../tracker/editions.ts';

interface Edition extends Pick<EditionOfTest, 'name' | 'names' | 'elements'> {
	/** What an LMS holds of somebody who is half-way, and of somebody who is done. */
	begun: Saved;
	done: Saved;
}

/** What a test of a package needs to know of the edition that it is made for. */
export function editionOf(standard: Scorm = 'scorm-1.2'): Edition {
	if (standard === 'scorm-1.2') return { ...EDITION_12, begun: { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' }, done: { 'cmi.core.lesson_status': 'completed' } };
	return { ...EDITION_2004, begun: { 'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend' }, done: { 'cmi.completion_status': 'completed', 'cmi.success_status': 'unknown', 'cmi.progress_measure': '1' } };
}

/** One of each, for what both have to do alike. */
export const BOTH = ['scorm-1.2', 'scorm-2004-4'] as const satisfies Scorm[];
