import { recordables, type Module } from '#lib/module/module.ts';
import { isRight } from '#lib/progress/outcome.ts';
import type { Answer } from './tracker.ts';

/** One answer as SCORM reports it, before an edition puts it into its own signs. */
export interface Interaction {
	id: string;
	type: 'choice' | 'sequencing' | 'matching';
	/** What was chosen and what is right: letters, or for what was matched pairs of a number and a letter. */
	response: string[];
	pattern: string[];
	right: boolean;
}

/**
 * What an LMS is told of an answer, or undefined where nothing is: a scenario
 * has no right answer, and behind a content note nothing is ever reported.
 *
 * @param pair what stands between the two of a pair
 */
export function interactionOf(module: Module, { page, question, chosen }: Answer, pair: string): Interaction | undefined {
	const from = module.pages.find(({ id }) => id === page);
	const block = from && recordables(from).find(({ id }) => id === question);
	if (!block || block.kind === 'scenario') return undefined;
	const { id } = block;
	const answer = chosen.join('');
	const right = isRight(block, answer);
	switch (block.kind) {
		case 'question': {
			const pattern = block.options.filter((option) => option.right).map(({ letter }) => letter);
			return { id, type: 'choice', response: [...answer], pattern, right };
		}
		case 'order':
			return { id, type: 'sequencing', response: [...answer], pattern: [...block.right], right };
		case 'match': {
			const pairs = (letters: string[]) => letters.map((letter, index) => `${index + 1}${pair}${letter}`);
			return { id, type: 'matching', response: pairs([...answer]), pattern: pairs(block.items.map((item) => item.right)), right };
		}
	}
}
