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
	}
} as const satisfies Record<string, Message>;
