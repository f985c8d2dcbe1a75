import type { BlockPart } from '../outline.ts';
import { allowFields, claimId, hasText, requireField, type BlockReading } from './block.ts';
import { readOptions, type Option } from './options.ts';

/** How a choice stands beside the others. Nothing is wrong; some things help more. */
export type Standing = 'most helpful' | 'also reasonable';

/** A situation at work, with choices that a kind, tired colleague could really make and what may follow. */
export interface Scenario {
	kind: 'scenario';
	id: string;
	title: string;
	/** As HTML. */
	situation: string;
	options: (Option & { standing?: Standing })[];
}

/** Reads `:::scenario`. */
export function readScenario(part: BlockPart, reading: BlockReading): Scenario | undefined {
	const { report } = reading;
	allowFields(part, ['title', 'id'], report);
	const id = claimId(part, 's', reading);
	const title = requireField(part, 'title', 'a few words, such as `title: Cover for a gap`', report) ?? '';
	if (!hasText(part, report)) return undefined;
	const list = readOptions(part, 'scenario', reading);
	if (!list) return undefined;
	const options = list.options.map(({ mark, line, ...option }) => {
		if (mark === 'most helpful' || mark === 'also reasonable') return { ...option, standing: mark as Standing };
		if (mark !== undefined && mark !== '') report('option-mark-unknown', line, mark);
		return option;
	});
	if (!options.some((option) => 'standing' in option && option.standing === 'most helpful')) {
		report('scenario-without-most-helpful', part.line);
	}
	const situation = list.prompt === '' ? list.lead : `${list.lead}\n<p>${list.prompt}</p>`.trim();
	return { kind: 'scenario', id, title, situation, options };
}
