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
	}
} as const satisfies Record<string, Message>;
