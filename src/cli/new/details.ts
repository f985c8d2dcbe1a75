import { stringify } from 'yaml';
import { AUDIENCES } from '#lib/module/audiences.ts';
import { STAGES } from '#lib/module/module.ts';
import { suggest } from '#lib/module/suggestion.ts';
import { check } from '#lib/progress/check.ts';
import template from './module.md?raw';

/** A detail of a new module that its author is asked for. */
export interface Detail {
	name: 'title' | 'audience' | 'stage' | 'minutes';
	question: string;
	/** What it may be, one to a line. */
	choices?: readonly string[];
	standard: string;
}

/** In the order in which they are asked for. */
export const DETAILS: readonly Detail[] = [
	{ name: 'title', question: 'What is the module called?', standard: 'A new module' },
	{ name: 'audience', question: 'Who is it for?', choices: Object.keys(AUDIENCES), standard: 'all-staff' },
	{ name: 'stage', question: 'When do people do it?', choices: STAGES, standard: 'induction' },
	{ name: 'minutes', question: 'How many minutes does it take?', standard: '15' }
];

export type Answers = Partial<Record<Detail['name'], string>>;

/** The text of a new module: the template with these details, and its own for the others. */
export function writeModule(answers: Answers): string {
	return Object.entries(answers).reduce((text, [name, value]) => {
		// A title that looks like a number or has a colon gets the quotation marks that it needs.
		const line = stringify({ [name]: name === 'minutes' && /^\d+$/.test(value) ? Number(value) : value }, { lineWidth: 0 }).trimEnd();
		return text.replace(new RegExp(`^${name}: .*$`, 'm'), () => line);
	}, template);
}

/** What is wrong with an answer, in a sentence, or undefined. The checker decides, as it will decide on the module. */
export function problemWith({ name, choices }: Detail, answer: string): string | undefined {
	if (choices && !choices.includes(answer)) return `"${answer}" is not one of ${choices.join(', ')}.${suggest(answer, choices).replaceAll('`', '"')}`;
	const { diagnostics } = check({ slug: 'new', file: 'module.md', text: writeModule({ [name]: answer }), files: new Map() });
	return diagnostics.find(({ severity }) => severity === 'error')?.problem.replaceAll('`', '"');
}
