import type { BlockPart } from '../outline.ts';
import { shuffle } from '../shuffle.ts';
import { readAskedList } from './asked-list.ts';
import { allowFields, claimId, hasText, type BlockReading } from './block.ts';
import { letterAt } from './item.ts';
import { readPairs } from './pairs.ts';

/** Things to match with what belongs to them. */
export interface Match {
	kind: 'match';
	id: string;
	/** What stands above the question itself, as HTML; often empty. */
	lead: string;
	/** The question, as HTML that may stand in a legend. */
	prompt: string;
	/** Each as HTML for a label, with the letter of what belongs to it. */
	items: { html: string; right: string }[];
	/** What can be chosen for each, as plain words, in an order that tells nothing. */
	choices: { letter: string; text: string }[];
	/** As HTML. */
	feedback: string;
}

/** Reads `:::match`, whose list says `one thing = what belongs to it`. */
export function readMatch(part: BlockPart, reading: BlockReading): Match | undefined {
	allowFields(part, ['id'], reading.report);
	const id = claimId(part, 'q', reading);
	if (!hasText(part, reading.report)) return undefined;
	const asked = readAskedList(part, reading);
	if (!asked) return undefined;
	const pairs = readPairs(asked.list, part, reading);
	// The same thing may belong to two; it is one choice.
	const texts = [...new Set(pairs.map(({ right }) => right))];
	const shown = shuffle(texts.length, id).map((index) => texts[index]!);
	const choices = shown.map((text, index) => ({ letter: letterAt(index), text }));
	const items = pairs.map(({ left, right }) => ({ html: left, right: choices[shown.indexOf(right)]!.letter }));
	const { lead, prompt, feedback } = asked;
	return { kind: 'match', id, lead, prompt, items, choices, feedback };
}
