import type { Report } from '../diagnostic.ts';
import { choosings } from './choices.ts';
import type { Words } from './words.ts';

/** From so many on, one place for all is a pattern that people notice, and no longer chance. */
const SCENARIOS = 3;
const ALL = 4;

/** Reports a module in which people can answer by the place alone, without reading. */
export function checkAnswerPlace({ passages }: Words, report: Report): void {
	const single = choosings(passages)
		.map(({ kind, choices }) => ({ kind, line: choices[0]!.option.line, best: choices.flatMap(({ best }, place) => (best ? [place] : [])) }))
		.filter(({ best }) => best.length === 1);
	const scenarios = single.filter(({ kind }) => kind === 'scenario');
	for (const [group, least, name] of [[single, ALL, 'scenarios and questions'], [scenarios, SCENARIOS, 'scenarios']] as const) {
		const [first] = group;
		if (!first || group.length < least || group.some(({ best }) => best[0] !== first.best[0])) continue;
		report('most-helpful-same-place', first.line, group.length, name, first.best[0]! + 1);
		return;
	}
}
