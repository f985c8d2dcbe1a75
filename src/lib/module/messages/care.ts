import type { Message } from './message.ts';

/** Hard subjects, and what nobody should be asked. */
export const CARE = {
	'voice-withdrawn': {
		severity: 'warning',
		problem: (date: string) => `The consent to this voice was withdrawn on ${date}, so it is left out from this version on.`,
		advice: 'Publish this version soon, make new packages, and delete the block and its recording.'
	},
	'voice-consent-over': {
		severity: 'warning',
		problem: (date: string) => `The consent to this voice ended on ${date}, so it is left out.`,
		advice: 'Ask the person again if they would like it to stay, and write the new date. Else delete the block and its recording.'
	}
} as const satisfies Record<string, Message>;
