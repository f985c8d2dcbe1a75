import type { Tokens } from 'marked';
import { place, renderInline } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { shuffle } from '../shuffle.ts';
import { readAskedList } from './asked-list.ts';
import { allowFields, claimId, hasText, type BlockReading } from './block.ts';
import { letterAt, oneParagraph } from './item.ts';

/** Things to put into order. */
export interface Order {
	kind: 'order';
	id: string;
	/** What stands above the question itself, as HTML; often empty. */
	lead: string;
	/** The question, as HTML that may stand in a legend. */
	prompt: string;
	/** As they are shown first: in another order than the right one, the same for everybody. */
	items: { letter: string; html: string }[];
	/** The letters in the right order. */
	right: string;
	/** As HTML. */
	feedback: string;
}

/** Reads `:::order`, whose list the author writes in the right order. */
export function readOrder(part: BlockPart, reading: BlockReading): Order | undefined {
	const { report } = reading;
	allowFields(part, ['id'], report);
	const id = claimId(part, 'q', reading);
	if (!hasText(part, report)) return undefined;
	const asked = readAskedList(part, reading);
	if (!asked) return undefined;
	const written = place((asked.list.token as Tokens.List).items, asked.list.line).map((item) => {
		const words = oneParagraph(item, reading);
		if (!words) report('item-not-one-text', item.line, part.name);
		return words ? renderInline(words) : '';
	});
	const shown = shuffle(written.length, id);
	const items = shown.map((index, shownAt) => ({ letter: letterAt(shownAt), html: written[index]! }));
	const right = written.map((_, index) => items[shown.indexOf(index)]!.letter).join('');
	const { lead, prompt, feedback } = asked;
	return { kind: 'order', id, lead, prompt, items, right, feedback };
}
