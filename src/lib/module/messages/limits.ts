import type { Message } from './message.ts';

/** What is too much for readers, learning systems or the checker. */
export const LIMITS = {
	'file-too-large': {
		severity: 'error',
		problem: (kilobytes: number) => `The file has ${kilobytes} KB of text.`,
		advice: 'Split the module in two: a module may have up to 500 KB of text, and people finish short ones.',
		why: 'People finish short modules and put off long ones. A file of this size also takes so long to read that the checker stops before it starts.'
	},
	'stretch-too-long': {
		severity: 'error',
		problem: () => 'The text that starts here goes on for more than 10,000 characters without an empty line.',
		advice: 'Put an empty line between paragraphs, and make a long list or table into shorter ones.',
		why: 'A wall of text is hard to read on a phone or at the end of a shift. Often an empty line has been lost. The checker looked for one and found none for 10,000 characters.',
		example: { before: 'Many lines about the first day.\nMany lines about the second day.', after: 'Many lines about the first day.\n\nMany lines about the second day.' }
	},
	'stretch-too-marked': {
		severity: 'error',
		problem: () => 'The text that starts here has `*`, `_` or `~` more than 500 times before the next empty line.',
		advice: 'Put an empty line between paragraphs, and use bold for the few words that matter most.',
		why: 'When most words are bold, none of them stands out. So many signs in one place also slow the checker down, and they are often left over from pasted text.',
		example: { before: '**Do** **tell** **your** **buddy**', after: 'Do tell **your buddy**' }
	},
	'table-too-wide': {
		severity: 'error',
		problem: (columns: number) => `The table has ${columns} columns.`,
		advice: 'Keep 10 at most, or make two tables: people who read on a phone see 2 or 3 at a time.',
		why: 'On a phone people see 2 or 3 columns and have to push the rest into view. Two small tables, or a list, are easier to follow.'
	},
	'nesting-too-deep': {
		severity: 'error',
		problem: () => 'More than 20 lists or quotations stand inside each other.',
		advice: 'Take out some of the spaces, `-` or `>` at the start of the line.',
		why: 'A list in a list in a list is hard to follow, and after a few levels the words no longer fit on a phone. Often the spaces came with pasted text.',
		example: { before: '- ask\n  - your buddy\n    - in the first week', after: '- ask your buddy, in the first week' }
	},
	'options-too-many': {
		severity: 'error',
		problem: (name: string, count: number) => `The ${name} has ${count} options.`,
		advice: 'Keep 8 at most: people find long lists hard to hold in mind.',
		why: 'People hold about 4 to 7 things in mind at once. With more than 8 options they forget the first before they reach the last.'
	},
	'state-too-large': {
		severity: 'error',
		problem: (length: number, most: number) => `The note of what somebody has done in this module could have ${length} characters. Learning systems keep ${most} at most.`,
		advice: 'Split the module in two, or take out some of its pages or questions.',
		why: 'A learning system keeps a short note of where somebody is, and it has a size limit. If the note did not fit, people would lose their place. Fewer pages or questions make it shorter.'
	},
	'ids-collide': {
		severity: 'error',
		problem: (one: string, other: string) => `The ids \`${one}\` and \`${other}\` are shortened to the same letters.`,
		advice: 'Give one of them another id: `{#another-id}` after a heading, or `id: another-id` in a block.',
		why: 'To save room, each id is kept as 4 letters. By bad luck these two come out the same, so the site could not tell which of them somebody has done.',
		example: { before: '# Saying hello {#one}', after: '# Saying hello {#saying-hello}' }
	},
	'file-too-heavy': {
		severity: 'error',
		problem: (name: string, found: string, most: string) => `\`${name}\` has ${found}, and may have ${most} at most.`,
		advice: 'Make it smaller: fewer pixels for a picture, a shorter piece or a lower quality for sound and video. Wards and phones are slow.',
		why: 'On a slow ward computer a heavy file keeps people waiting, and on a phone it can cost them money. A picture may have 1 MB, a sound 15 MB, a video 50 MB and captions 0.2 MB.'
	},
	'terms-too-many': {
		severity: 'error',
		problem: (most: number) => `The glossary goes on after ${most} words.`,
		advice: 'Keep the words that people really meet here, or make two modules.',
		why: 'Nobody opens so many explanations. If a module needs more, its own words may be too hard. The checker counts the lines of every glossary in the module.'
	}
} as const satisfies Record<string, Message>;
