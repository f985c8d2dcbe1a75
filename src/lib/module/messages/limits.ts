import type { Message } from './message.ts';

/** What is too much for readers, learning systems or the checker. */
export const LIMITS = {
	'file-too-large': {
		severity: 'error',
		problem: (kilobytes: number) => `The file has ${kilobytes} KB of text.`,
		advice: 'Split the module in two: a module may have up to 500 KB of text, and people finish short ones.'
	},
	'stretch-too-long': {
		severity: 'error',
		problem: () => 'The text that starts here goes on for more than 10,000 characters without an empty line.',
		advice: 'Put an empty line between paragraphs, and make a long list or table into shorter ones.'
	},
	'stretch-too-marked': {
		severity: 'error',
		problem: () => 'The text that starts here has `*`, `_` or `~` more than 500 times before the next empty line.',
		advice: 'Put an empty line between paragraphs, and use bold for the few words that matter most.'
	},
	'table-too-wide': {
		severity: 'error',
		problem: (columns: number) => `The table has ${columns} columns.`,
		advice: 'Keep 10 at most, or make two tables: people who read on a phone see 2 or 3 at a time.'
	},
	'nesting-too-deep': {
		severity: 'error',
		problem: () => 'More than 20 lists or quotations stand inside each other.',
		advice: 'Take out some of the spaces, `-` or `>` at the start of the line.'
	},
	'options-too-many': {
		severity: 'error',
		problem: (name: string, count: number) => `The ${name} has ${count} options.`,
		advice: 'Keep 8 at most: people find long lists hard to hold in mind.'
	},
	'state-too-large': {
		severity: 'error',
		problem: (length: number, most: number) => `What somebody has done in this module would take up to ${length} characters; learning systems keep ${most}.`,
		advice: 'Split the module in two.'
	},
	'ids-collide': {
		severity: 'error',
		problem: (one: string, other: string) => `The ids \`${one}\` and \`${other}\` are shortened to the same letters.`,
		advice: 'Give one of them another id: `{#another-id}` after a heading, or `id: another-id` in a block.'
	},
	'file-too-heavy': {
		severity: 'error',
		problem: (name: string, found: string, most: string) => `\`${name}\` has ${found}, and may have ${most} at most.`,
		advice: 'Make it smaller: fewer pixels for a picture, a shorter piece or a lower quality for sound and video. Wards and phones are slow.'
	}
} as const satisfies Record<string, Message>;
