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
	},
	'note-missing': {
		severity: 'warning',
		problem: (page: string, words: string) => `The page "${page}" speaks of something that may be hard to read (${words}), and no content note says so first.`,
		advice: 'Put a `:::content-note` directly under the page\'s heading. Then people can choose to read the page, read a short version or skip it.'
	},
	'method-detail': {
		severity: 'warning',
		problem: (found: string) => `"${found}" tells how somebody was hurt, or hurt themselves.`,
		advice: 'Name what happened once, without how, where or with what: "a person who had tried to end their life". Such detail can bring things back, and it can be copied. Samaritans\' guidelines for the media leave it out for that reason.'
	},
	'disclosure-asked': {
		severity: 'warning',
		problem: (found: string) => `"${found}" asks people about what they have lived through.`,
		advice: 'Ask about work, now or later: "What would help …?" Or ask about a peer worker in the third person. Nobody has to tell anything about themselves here.'
	},
	'check-in-missing': {
		severity: 'warning',
		problem: (page: string) => `The first page, "${page}", has no check-in.`,
		advice: 'Add a `:::check-in` block, so that people can arrive before they start. Ask for nothing there.'
	},
	'check-out-missing': {
		severity: 'warning',
		problem: (page: string) => `The last page, "${page}", has no check-out.`,
		advice: 'Add a `:::check-out` block, so that people can take a moment before they go back to work.'
	}
} as const satisfies Record<string, Message>;
