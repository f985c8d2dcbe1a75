import type { Message } from './message.ts';

/** What keeps somebody out: people who cannot see, hear or use a mouse. */
export const ACCESS = {
	'link-empty': {
		severity: 'error',
		problem: () => 'A link has no words.',
		advice: 'Write between the square brackets where the link goes.',
		why: 'People who listen to a page hear a link by its words. Without words they hear only "link", and nobody can see where to press.',
		example: { before: '[](https://www.acas.org.uk)', after: '[Advice from Acas](https://www.acas.org.uk)' }
	},
	'image-without-description': {
		severity: 'error',
		problem: (name: string) => `The image \`${name}\` has no description.`,
		advice: 'Say between the square brackets what the picture shows: `![Two colleagues talk over tea](tea.jpg)`.',
		why: 'Some people cannot see the picture, and sometimes it does not load. They get these words in its place. The checker found nothing between the square brackets.',
		example: { before: '![](tea.jpg)', after: '![Two colleagues talk over tea](tea.jpg)' }
	},
	'transcript-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no words to read.`,
		advice: 'Write what is said in the block, under its fields and an empty line: people who cannot hear it, or are on a ward, read it.'
	},
	'captions-missing': {
		severity: 'error',
		problem: () => 'The video has no captions.',
		advice: 'Put a file with captions beside it and write its name, such as `captions: kettle.vtt`.'
	},
	'audio-description-missing': {
		severity: 'error',
		problem: () => 'Nothing tells people who cannot see the video what there is to see.',
		advice: 'Write it in the block under `## What can be seen`. Or name a second video that tells it: `audio-description: kettle-described.mp4`. If all is said in words, write `audio-description: not needed`.'
	},
	'heading-skipped': {
		severity: 'warning',
		problem: (found: string, expected: string) => `A heading with \`${found}\` stands here, where one with \`${expected}\` would come next.`,
		advice: 'Use `##` for a heading inside a page, and `###` only under one of those. People who cannot see the page find their way by the levels.'
	},
	'heading-empty': {
		severity: 'warning',
		problem: (marks: string) => `This heading has no words after \`${marks}\`.`,
		advice: 'Write what comes under it, or delete the line.'
	},
	'heading-faked': {
		severity: 'warning',
		problem: (words: string) => `"${words}" is in bold on a line of its own, so it looks like a heading and is none.`,
		advice: 'Start the line with `## ` and take out the stars. Screen readers only find real headings.'
	},
	'link-vague': {
		severity: 'warning',
		problem: (words: string) => `The link's words are "${words}", which do not say where it goes.`,
		advice: 'Put the name of what people will find between the square brackets: `[what Acas says about adjustments](https://…)`. Screen readers can list the links of a page without the text around them.'
	},
	'table-without-headers': {
		severity: 'warning',
		problem: (column: number) => `Column ${column} of the table has no heading.`,
		advice: 'Write in the first row what stands in the column. Only the first column can do without.'
	}
} as const satisfies Record<string, Message>;
