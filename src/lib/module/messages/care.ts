import type { Message } from './message.ts';

/** Hard subjects, and what nobody should be asked. */
export const CARE = {
	'pass-not-here': {
		severity: 'error',
		problem: (audience: string) => `The module is for the group \`${audience}\` and asks for a pass mark.`,
		advice: 'Take out the line `pass: …`. People can then answer as often as they like, and going through the module is what counts.',
		why: 'A pass mark needs a record of what somebody answered. For peer workers that record is never made: learning systems show answers to the people who run them, and a test about one\'s own experience can hurt.',
		example: { before: 'audience: peers\npass: 80', after: 'audience: peers' }
	},
	'voice-withdrawn': {
		severity: 'warning',
		problem: (date: string) => `The consent to this voice was withdrawn on ${date}, so it is left out from this version on.`,
		advice: 'Publish soon: until then, people can still see the words. Then make new packages, and delete the block and its recording.',
		why: 'Somebody has taken back their words, as the field `consent` says. People can still meet them in the published version, and in packages made from it, until there are new ones. Nobody has to say why they changed their mind.'
	},
	'voice-consent-over': {
		severity: 'warning',
		problem: (date: string) => `The consent to this voice ended on ${date}, so it is left out.`,
		advice: 'You can ask the person whether it may stay, and write the new dates if they say yes. If not, delete the block and its recording, and make new packages.',
		why: 'Somebody lent their words until a day that they chose, and the field `until` says that it has passed. The site no longer shows them, but packages made before that day still have them. It is fine for the person to say no, and they need no reason.',
		example: { before: 'consent: given 3 March 2024\nuntil: 3 March 2026', after: 'consent: given 10 March 2026\nuntil: 10 March 2028' }
	},
	'note-missing': {
		severity: 'warning',
		problem: (page: string, words: string) => `The page "${page}" speaks of something that may be hard to read (${words}), and no content note says so first.`,
		advice: 'Put a `:::content-note` directly under the page\'s heading. Then people can choose to read the page, read a short version or skip it.',
		why: 'Some people have lived through what this page names, and may want to choose whether to read it today. The checker looks for words such as "bereaved" in a heading, in a scenario or in 2 or more places on the page. One mention in passing needs no note, nor does a list of do and do-not or a line on where to get help.',
		example: { before: '# When someone has died\n\nThe team may need time.', after: '# When someone has died\n\n:::content-note\nabout: a death at work\ndetail: no detail\n\nYou can ask for time, and for somebody to talk to.\n:::\n\nThe team may need time.' }
	},
	'method-detail': {
		severity: 'warning',
		problem: (found: string) => `"${found}" tells how somebody was hurt, or hurt themselves.`,
		advice: 'Name what happened once, without how, where or with what: "a person who had tried to end their life", or "a person who was hurt". In a voice, agree the new words with the person first.',
		why: 'Reading how somebody was hurt can bring back what a person has lived through. It can also put somebody at risk who is not safe today, so Samaritans\' guidelines for the media leave it out. The checker looks for words that say how or with what, also in voices and between quotation marks.',
		example: { before: 'A person [how they hurt themselves, where and with what].', after: 'A person had hurt themselves.' }
	},
	'disclosure-asked': {
		severity: 'warning',
		problem: (found: string) => `"${found}" asks people about what they have lived through.`,
		advice: 'Ask about work, now or later: "What would help …?" Or ask about a peer worker in the third person. Nobody has to tell anything about themselves here.',
		why: 'Nobody has to tell anything about their health or their past. Even where no one reads the answer, being asked can feel like having to. The checker looks at what your blocks ask, such as a reflection, and leaves alone options, feedback, voices and what stands between double quotation marks.',
		example: { before: ':::reflection\nHave you ever felt left out?\n:::', after: ':::reflection\nWhat would help a new colleague to feel part of the team?\n:::' }
	},
	'check-in-missing': {
		severity: 'warning',
		problem: (page: string) => `The first page, "${page}", has no check-in.`,
		advice: 'Add a `:::check-in` block, so that people can arrive before they start. Ask for nothing there.',
		why: 'People come from a busy shift or a hard talk, and a moment to arrive can help. The checker looks for a check-in on the first page, in modules of 3 pages or more.',
		example: { before: '# Welcome\n\nThis is about your first week.', after: '# Welcome\n\n:::check-in\nYou may be tired, or curious. There is nothing to write.\n:::\n\nThis is about your first week.' }
	},
	'check-out-missing': {
		severity: 'warning',
		problem: (page: string) => `The last page, "${page}", has no check-out.`,
		advice: 'Add a `:::check-out` block, so that people can take a moment before they go back to work.',
		why: 'People go straight back to a ward or a phone, and a moment to breathe can help them to leave the subject here. The checker looks for a check-out on the last page, in modules of 3 pages or more.',
		example: { before: '# Before you go\n\nThank you for reading.', after: '# Before you go\n\nThank you for reading.\n\n:::check-out\nTake a minute for yourself. You could look out of a window.\n:::' }
	}
} as const satisfies Record<string, Message>;
