import type { Message } from './message.ts';

/** What keeps somebody out: people who cannot see, hear or use a mouse. */
export const ACCESS = {
	'link-empty': {
		severity: 'error',
		problem: () => 'A link has no words.',
		advice: 'Write between the square brackets where the link goes.'
	},
	'image-without-description': {
		severity: 'error',
		problem: (name: string) => `The image \`${name}\` has no description.`,
		advice: 'Say between the square brackets what the picture shows: `![Two colleagues talk over tea](tea.jpg)`.'
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
	}
} as const satisfies Record<string, Message>;
