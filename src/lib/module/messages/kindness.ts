import type { Message } from './message.ts';

/** How the words may sound to whoever reads them. */
export const KINDNESS = {
	'option-without-feedback': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has no feedback.`,
		advice: 'Under it, write a line that starts with `  > ` and says what people can learn from it.',
		why: 'Whoever chose this option would hear nothing back. People learn most from a kind "here is why", whichever option they choose.',
		example: { before: '- [ ] your manager\n- [x] you\n  > Yes. You can also change your mind.', after: '- [ ] your manager\n  > Your manager can help. What you share is not theirs to decide.\n- [x] you\n  > Yes. You can also change your mind.' }
	}
} as const satisfies Record<string, Message>;
