import type { Message } from './message.ts';

/** How the words may sound to whoever reads them. */
export const KINDNESS = {
	'option-without-feedback': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has no feedback.`,
		advice: 'Under it, write a line that starts with 2 spaces, `>` and a space, and says what people can learn from it.',
		why: 'Whoever chose this option would hear nothing back. People learn most from a kind "here is why", whichever option they choose.',
		example: { before: '- [ ] your manager\n- [x] you\n  > Yes. You can also change your mind.', after: '- [ ] your manager\n  > Your manager can help. What you share is not theirs to decide.\n- [x] you\n  > Yes. You can also change your mind.' }
	},
	'feedback-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no feedback.`,
		advice: 'Under the list, after an empty line, write a line that starts with `> ` and says what people can learn from it.',
		why: 'People have just worked something out, and would like to know why it is so. The checker looks for a line that starts with `>` under the list.',
		example: { before: ':::order\nPut these into order.\n\n1. Thank them for telling you.\n2. Tell the person in charge.\n:::', after: ':::order\nPut these into order.\n\n1. Thank them for telling you.\n2. Tell the person in charge.\n\n> They should hear first from you what happens next.\n:::' }
	},
	wording: {
		severity: 'warning',
		problem: (found: string, say: string, because: string) => `"${found}" may come across in a way that you do not mean.${say}${because}`,
		advice: 'This is a suggestion, and you decide. Where the words show what somebody says, put them between double quotation marks.',
		why: 'A word that is common at work can hurt somebody who was once called it. The checker looks for the words on your trust\'s list, and for others that are known to hurt or leave people out. It leaves alone what stands between double quotation marks, and every voice.',
		example: { before: 'A colleague suffers from depression.', after: 'A colleague lives with depression.' }
	},
	'wording-list-invalid': {
		severity: 'warning',
		problem: (reason: string) => `Something in the list of wording cannot be used. ${reason}`,
		advice: 'Write each entry as 3 lines: `- instead-of: …`, `  say: …` and `  because: …`. The other entries of the list show how.',
		why: 'Your trust\'s own list is the file `modules/wording.yaml`. Each entry says what could be said instead, and why, so that nobody is only told "no". The checker leaves out an entry that it cannot use, and if it cannot read the file, the whole list.',
		example: { before: '- instead-of: hard to reach groups\n  because: The service has to find the way.', after: '- instead-of: hard to reach groups\n  say: people whom our services do not reach\n  because: The service has to find the way.' }
	},
	'sentence-long': {
		severity: 'warning',
		problem: (words: number, first: string) => `The sentence "${first} …" has ${words} words.`,
		advice: 'Make two of it, or a list. Up to 20 words are easy to read on a break or on a hard day.',
		why: 'In a long sentence it is easy to lose the start before the end comes. That is truer still on a hard day, or in a second language. The checker speaks up above 25 words, and never in a voice.',
		example: { before: 'If a colleague asks about your past and you do not know what to say, you can tell them that you would rather not talk about it today.', after: 'A colleague may ask about your past. You can say, "I would rather not talk about it today."' }
	},
	'reading-age': {
		severity: 'warning',
		problem: (age: string, hardest: string) => `This page needs a reading age of ${age}. Its hardest sentences are ${hardest}.`,
		advice: 'Start with these: shorter sentences, and shorter words where there are any. The guide asks for a reading age of 9 to 11.',
		why: 'The NHS asks for words that a child of 9 to 11 can read, because people read when they are tired, worried or busy. The checker goes by the length of sentences and words. It speaks up above 11, on pages of 100 words or more, and does not count headings, tables, voices or what the trust fills in.',
		example: { before: 'Implementation of reflective practice necessitates protected time.', after: 'People need time to think about their work together.' }
	},
	'feedback-curt': {
		severity: 'warning',
		problem: (feedback: string, option: string) => `The feedback on "${option}" says "${feedback}" and no more.`,
		advice: 'Say why, or what would help. People learn from the reason, and a word or two alone can sting.',
		why: 'Whoever chose this had a reason, and one bare word can feel like a door that shuts. A kind reason is what people can take back to work. The checker speaks up when all the feedback on an option has fewer than 4 words.',
		example: { before: '- [ ] your manager\n  > Wrong.', after: '- [ ] your manager\n  > Your manager can help. What you share is not theirs to decide.' }
	},
	'most-helpful-same-place': {
		severity: 'warning',
		problem: (count: number, kind: string, place: number) => `In all ${count} ${kind}, the best answer is number ${place}.`,
		advice: 'Move some of the options, so that people read them all.',
		why: 'When it is always the second one, people notice, and stop reading the others. The checker speaks up when this is so in all scenarios, from 3 on, or in all scenarios and questions together, from 4 on. It looks only at those with one best answer.'
	},
	'options-uneven': {
		severity: 'warning',
		problem: (length: number, next: number) => `The best answer has ${length} letters, and the longest of the others has ${next}, so its length gives it away.`,
		advice: 'Shorten it, or say more in the others. What explains the answer can go into the feedback.',
		why: 'The longest option often looks the most careful, so people can choose it without thinking about the others. The checker speaks up when the best answer is more than twice as long as every other, and more than 25 letters longer.',
		example: { before: '- [x] you, because it is your own story and you know best what feels right today\n  > Yes.\n- [ ] your manager\n  > Your manager can help.', after: '- [x] you\n  > Yes. It is your own story, and you know best what feels right today.\n- [ ] your manager\n  > Your manager can help. What you share is not theirs to decide.' }
	},
	'option-all-of-the-above': {
		severity: 'warning',
		problem: (option: string) => `"${option}" is an option about the other options.`,
		advice: 'Leave it out. If several options of a question are right, mark each with `[x]`, and people can choose them all.',
		why: 'People have to hold all the other options in mind to answer this one. That is a puzzle, and it says nothing about work. The checker looks for words such as "all of the above" and "none of these".',
		example: { before: '- [ ] a buddy\n- [ ] time to read\n- [x] all of the above', after: '- [x] a buddy\n- [x] time to read\n- [ ] a caseload of your own' }
	},
	shouting: {
		severity: 'warning',
		problem: (words: string) => `"${words}" is in capitals.`,
		advice: 'Write small letters, and put two stars round what matters most: `**not**`. Capitals read as shouting and are harder to read.',
		why: 'Capitals can feel like being shouted at, and some people have had too much of that. They are also harder to read. The checker looks for 2 or more words in a row, and leaves alone voices and short forms such as NHS.',
		example: { before: 'Please DO NOT use a colleague\'s login.', after: 'Please do **not** use a colleague\'s login.' }
	},
	'minutes-untrue': {
		severity: 'warning',
		problem: (said: number, takes: number) => `The module says ${said} minutes, and takes about ${takes}.`,
		advice: 'Change `minutes`, or make the module shorter. People plan a break by it.',
		why: 'Somebody who has 20 minutes should be able to trust the number. The checker counts 200 words a minute, and 1 minute more for each scenario. It speaks up where a module takes a quarter longer than it says.',
		example: { before: 'minutes: 5', after: 'minutes: 20' }
	}
} as const satisfies Record<string, Message>;
