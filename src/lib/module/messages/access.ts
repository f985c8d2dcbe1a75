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
		advice: 'Write every word that is said into the block, under its fields and an empty line. People read it who cannot hear, or cannot have sound on.',
		why: 'Some people cannot hear, some have no headphones on the ward, and some would rather read. Without the words they would miss all of it. The checker looks for text in the block, which in a video stands above `## What can be seen`.',
		example: { before: ':::audio\nfile: kettle.mp3\ntitle: A kettle, for half a minute\n:::', after: ':::audio\nfile: kettle.mp3\ntitle: A kettle, for half a minute\n\nA kettle starts to hum, and then clicks off. Nobody speaks.\n:::' }
	},
	'captions-missing': {
		severity: 'error',
		problem: () => 'The video has no captions.',
		advice: 'Put a file with captions beside module.md, and write its name in the block, such as `captions: kettle.vtt`.',
		why: 'Captions show the words while the video plays, so that people who cannot hear it can follow. They also help in a loud room, and where the sound has to be off. The checker looks for the field `captions`.',
		example: { before: ':::video\nfile: kettle.mp4\ntitle: The way to the kitchen\naudio-description: not needed\n\nThe kitchen is at the end of the corridor.\n:::', after: ':::video\nfile: kettle.mp4\ntitle: The way to the kitchen\ncaptions: kettle.vtt\naudio-description: not needed\n\nThe kitchen is at the end of the corridor.\n:::' }
	},
	'audio-description-missing': {
		severity: 'error',
		problem: () => 'Nothing tells people who cannot see the video what there is to see.',
		advice: 'Write it in the block under `## What can be seen`. Or name a second video that tells it: `audio-description: kettle-described.mp4`. If all that matters is said aloud, write `audio-description: not needed`.',
		why: 'Blind people hear what is said in a video, and not what is shown between the words. When somebody points and says "in there", they cannot know where. The checker looks for text under `## What can be seen`, or for the field `audio-description`.',
		example: { before: ':::video\nfile: kettle.mp4\ntitle: The way to the kitchen\ncaptions: kettle.vtt\n\nThe kitchen is in there.\n:::', after: ':::video\nfile: kettle.mp4\ntitle: The way to the kitchen\ncaptions: kettle.vtt\n\nThe kitchen is in there.\n\n## What can be seen\n\nA hand points to a door at the end of a corridor.\n:::' }
	},
	'heading-skipped': {
		severity: 'warning',
		problem: (found: string, expected: string) => `A heading with \`${found}\` stands here, where one with \`${expected}\` would come next.`,
		advice: 'Use `##` for a heading inside a page, and `###` only under one of those. People who cannot see the page find their way by the levels.',
		why: 'Many blind people jump from heading to heading, as others run their eyes down a page. Where a level is left out, it sounds as if a part were missing. The checker counts the `#` signs and compares them with the heading above.',
		example: { before: '# Your first day\n\n### Before you go\n\nFind out who will meet you.', after: '# Your first day\n\n## Before you go\n\nFind out who will meet you.' }
	},
	'heading-empty': {
		severity: 'warning',
		problem: (marks: string) => `This heading has no words after \`${marks}\`.`,
		advice: 'After the sign, say in a few words what comes next. Or delete the line.',
		why: 'People who listen to the page would hear "heading", and then nothing. The sign may be left over from something that you took out.',
		example: { before: '##\n\nFind out who will meet you.', after: '## Before you go\n\nFind out who will meet you.' }
	},
	'heading-faked': {
		severity: 'warning',
		problem: (words: string) => `"${words}" is in bold on a line of its own, so it looks like a heading, but is not one.`,
		advice: 'If it is a heading, start the line with `## ` and take out the stars. Programs that read a page aloud find only real headings.',
		why: 'Bold words look like a heading, but people who listen cannot jump to them. The checker looks for up to 10 words, all in bold and on their own, without a full stop at the end. A whole sentence in bold is fine.',
		example: { before: '**Before you go**\n\nFind out who will meet you.', after: '## Before you go\n\nFind out who will meet you.' }
	},
	'link-vague': {
		severity: 'warning',
		problem: (words: string) => `The link's words are "${words}", which do not say where it goes.`,
		advice: 'Between the square brackets, say what people will find: `[what Acas says about adjustments](https://…)`. Some people hear the links of a page as a list, without the text around them.',
		why: 'Many people listen to the links of a page as a list, to find the one that they need. A list of "here" and "read more" tells them nothing, and a bare address is long to listen to. The checker looks for such words, and for addresses without any.',
		example: { before: 'For more, click [here](https://www.acas.org.uk/reasonable-adjustments).', after: 'Read [what Acas says about adjustments](https://www.acas.org.uk/reasonable-adjustments).' }
	},
	'table-without-headers': {
		severity: 'warning',
		problem: (column: number) => `Column ${column} of the table has no heading.`,
		advice: 'Write in the first row what stands in the column. Only the first column can do without.',
		why: 'People who listen to a table can hear the heading of the column with each cell. Without it they hear words and cannot tell what they are about. The first column may go without, because the rows have their names there.',
		example: { before: '| Who | |\n| --- | --- |\n| your buddy | Monday |', after: '| Who | When you meet |\n| --- | --- |\n| your buddy | Monday |' }
	},
	'description-missing': {
		severity: 'error',
		problem: (name: string) => `The picture \`${name}\` has no description.`,
		advice: 'Add a line `description: ` that says what it shows. If it only decorates, write `decorative: yes`.',
		why: 'Some people cannot see the picture, and sometimes it does not load. They get these words in its place.',
		example: { before: ':::image\nfile: tea.jpg\n:::', after: ':::image\nfile: tea.jpg\ndescription: Two colleagues talk over tea\n:::' }
	}
} as const satisfies Record<string, Message>;
