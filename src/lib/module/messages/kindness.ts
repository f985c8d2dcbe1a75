import type { Message } from './message.ts';

/** How the words may sound to whoever reads them. */
export const KINDNESS = {
	'option-without-feedback': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has no feedback.`,
		advice: 'Under it, write a line that starts with `  > ` and says what people can learn from it.',
		why: 'Whoever chose this option would hear nothing back. People learn most from a kind "here is why", whichever option they choose.',
		example: { before: '- [ ] your manager\n- [x] you\n  > Yes. You can also change your mind.', after: '- [ ] your manager\n  > Your manager can help. What you share is not theirs to decide.\n- [x] you\n  > Yes. You can also change your mind.' }
	},
	'feedback-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no feedback.`,
		advice: 'Under the list, after an empty line, write a line that starts with `> ` and says what people can learn from it.'
	},
	wording: {
		severity: 'warning',
		problem: (found: string, say: string, because: string) => `"${found}" may sound unkind.${say}${because}`,
		advice: 'Choose other words if these are your own. Where they show what somebody says, put them between double quotation marks.'
	},
	'wording-list-invalid': {
		severity: 'warning',
		problem: (reason: string) => `The list of wording cannot be used here. ${reason}`,
		advice: 'Write each entry as 3 lines: `- instead-of: …`, `  say: …` and `  because: …`. The other entries of the list show how.'
	},
	'sentence-long': {
		severity: 'warning',
		problem: (words: number, first: string) => `The sentence "${first} …" has ${words} words.`,
		advice: 'Make two of it, or a list. Up to 20 words are easy to read on a break or on a hard day.'
	},
	'reading-age': {
		severity: 'warning',
		problem: (age: string, hardest: string) => `This page needs a reading age of ${age}. Its hardest sentences are ${hardest}.`,
		advice: 'Start with these: shorter sentences, and shorter words where there are any. The guide asks for a reading age of 9 to 11.'
	},
	'feedback-curt': {
		severity: 'warning',
		problem: (feedback: string, option: string) => `All the feedback on "${option}" is "${feedback}".`,
		advice: 'Say why, or what would help. People learn from the reason, and a bare verdict can sting.'
	},
	'most-helpful-same-place': {
		severity: 'warning',
		problem: (count: number, kind: string, place: number) => `In all ${count} ${kind}, the best answer is number ${place}.`,
		advice: 'Move some of the options, so that people read them all.'
	},
	'options-uneven': {
		severity: 'warning',
		problem: (length: number, next: number) => `The best answer has ${length} letters, and the longest of the others has ${next}, so its length gives it away.`,
		advice: 'Shorten it, or say more in the others. What explains the answer can go into the feedback.'
	},
	'option-all-of-the-above': {
		severity: 'warning',
		problem: (option: string) => `"${option}" is an option about the other options.`,
		advice: 'Leave it out. If several are right, mark each with `[x]`, and people can choose them all.'
	},
	shouting: {
		severity: 'warning',
		problem: (words: string) => `"${words}" is in capitals.`,
		advice: 'Write small letters, and put two stars round what matters most: `**not**`. Capitals read as shouting and are harder to read.'
	},
	'minutes-untrue': {
		severity: 'warning',
		problem: (said: number, takes: number) => `The module says ${said} minutes, and takes about ${takes}.`,
		advice: 'Change `minutes`, or make the module shorter. People plan a break by it.',
		why: 'Somebody who has 20 minutes should be able to trust the number. The checker counts 200 words a minute, and 1 minute more for each scenario. It speaks up where a module takes a quarter longer than it says.',
		example: { before: 'minutes: 5', after: 'minutes: 20' }
	}
} as const satisfies Record<string, Message>;
