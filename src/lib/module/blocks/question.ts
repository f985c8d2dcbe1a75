import type { BlockPart } from '../outline.ts';
import { allowFields, claimId, hasText, type BlockReading } from './block.ts';
import { readOptions, type Option } from './options.ts';

/** A question with one right answer or several, and feedback on every option. */
export interface Question {
	kind: 'question';
	id: string;
	/** Whether more than one option is right, so that people choose several. */
	several: boolean;
	/** What stands above the question itself, as HTML; often empty. */
	lead: string;
	/** The question, as HTML that may stand in a legend. */
	prompt: string;
	options: (Option & { right: boolean })[];
}

/** Reads `:::question`. */
export function readQuestion(part: BlockPart, reading: BlockReading): Question | undefined {
	const { report } = reading;
	allowFields(part, ['id'], report);
	const id = claimId(part, 'q', reading);
	if (!hasText(part, report)) return undefined;
	const list = readOptions(part, 'question', reading);
	if (!list) return undefined;
	const options = list.options.map(({ mark, line, ...option }) => {
		if (mark === undefined) report('option-unmarked', line);
		else if (mark !== '' && mark !== 'x') report('option-mark-unknown', line, mark);
		return { ...option, right: mark === 'x' };
	});
	const right = options.filter((option) => option.right).length;
	if (right === 0) report('question-without-right-answer', part.line);
	if (right === options.length && right > 1) report('question-all-right', part.line);
	return { kind: 'question', id, several: right > 1, lead: list.lead, prompt: list.prompt, options };
}
