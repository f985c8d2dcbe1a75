import type { Message } from './message.ts';

/** How the words may sound to whoever reads them. */
export const KINDNESS = {
	'option-without-feedback': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has no feedback.`,
		advice: 'Under it, write a line that starts with `  > ` and says what people can learn from it.'
	},
	'feedback-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no feedback.`,
		advice: 'Under the list, after an empty line, write a line that starts with `> ` and says what people can learn from it.'
	}
} as const satisfies Record<string, Message>;
