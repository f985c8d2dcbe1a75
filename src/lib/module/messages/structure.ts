import type { Message } from './message.ts';

/** How a module is put together. */
export const STRUCTURE = {
	'file-empty': {
		severity: 'error',
		problem: () => 'The file is empty.',
		advice: 'Start with the details between two lines of `---`, then a `#` heading for the first page.',
		why: 'There is nothing to show yet. If you did write something, your editor may have saved it in another place or under another name.'
	},
	'file-not-text': {
		severity: 'error',
		problem: () => 'The file is not plain text.',
		advice: 'Save it as plain text, under the same name. If your editor asks for an encoding, choose UTF-8.',
		why: 'The site reads plain letters. A document from Word or a picture is stored in another way, even if its name ends in .md. Some editors also save letters in an old way that turns é into something else.'
	},
	'folder-name': {
		severity: 'error',
		problem: (name: string) => `The folder's name \`${name}\` cannot be the address of a module.`,
		advice: 'Give the folder a name of small letters, digits and hyphens, 60 at most, starting with a letter.',
		why: 'The name of the folder is part of the address that people open and share. Spaces, capitals and accents can break in an email or in another system.',
		example: { before: 'modules/Joining a Busy Team', after: 'modules/joining-a-busy-team' }
	},
	'front-matter-missing': {
		severity: 'error',
		problem: () => 'The file does not start with its details.',
		advice: 'Put `---`, then lines such as `title: …` and `minutes: 20`, then `---`, at the very top of the file.',
		why: 'The details tell people what the module is called, who it is for and how long it takes. The checker looks for them from the very first line of the file.',
		example: { before: '# Your first day', after: '---\ntitle: Your first day\nminutes: 20\n---\n\n# Your first day' }
	},
	'front-matter-unclosed': {
		severity: 'error',
		problem: () => 'The details at the top are not closed.',
		advice: 'Put a line with `---` after the last detail, before the first page.',
		why: 'Without the second line of `---`, the whole module would count as details, and there would be no page to read.',
		example: { before: '---\ntitle: Your first day\n\n# Arriving', after: '---\ntitle: Your first day\n---\n\n# Arriving' }
	},
	'front-matter-unreadable': {
		severity: 'error',
		problem: (reason: string) => `The details at the top cannot be read: ${reason}`,
		advice: 'Write each as `name: value`. Put quotation marks round a value that contains a colon or starts with a sign.',
		why: 'The details are read by a strict program, and one sign out of place makes it stop. Most often it is a colon inside the value. Quotation marks make it safe.',
		example: { before: 'title: Peers: a first look', after: 'title: "Peers: a first look"' }
	},
	'detail-missing': {
		severity: 'error',
		problem: (name: string, expected: string) => `The detail \`${name}\` is missing. It is ${expected}.`,
		advice: 'Add it between the two lines of `---` at the top.',
		why: 'Each of these details is shown to people or decides who is asked to do the module. Without it, somebody would not know what they are about to start.',
		example: { before: 'title: Your first day', after: 'title: Your first day\nminutes: 20' }
	},
	'detail-invalid': {
		severity: 'error',
		problem: (name: string, found: string, expected: string) => `\`${name}: ${found}\` cannot be used: it must be ${expected}.`,
		advice: 'Change what stands after the colon. If it is text, put quotation marks round it.',
		why: 'The site uses what stands here, for example to show how long a module takes. It can do that only where it is written in a way that it knows.',
		example: { before: 'minutes: about twenty', after: 'minutes: 20' }
	},
	'detail-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no detail called \`${name}\`.${suggestion}`,
		advice: 'Correct the name, or delete the line.',
		why: 'A detail with a name that the site does not know would be ignored, and what you wrote would be lost without a word. Most often it is a slip of the keys.',
		example: { before: 'tittle: Your first day', after: 'title: Your first day' }
	},
	'page-missing': {
		severity: 'error',
		problem: () => 'There is no page yet.',
		advice: 'Start each page with a heading: `# What this page is about`.',
		why: 'A module is made of pages, and each starts with one `#` and a space. The checker found none, so there would be nothing to open.',
		example: { before: 'Welcome to the team.', after: '# Welcome\n\nWelcome to the team.' }
	},
	'page-text-before-heading': {
		severity: 'error',
		problem: () => 'There is text before the first page.',
		advice: 'Put a heading such as `# Welcome` above it.',
		why: 'Text above the first `#` belongs to no page, so nobody would ever see it.',
		example: { before: 'Take a moment before you start.\n\n# How are you arriving?', after: '# How are you arriving?\n\nTake a moment before you start.' }
	},
	'page-without-title': {
		severity: 'error',
		problem: () => 'This page heading has no words.',
		advice: 'Write what the page is about after the `#`.',
		why: 'The heading is how people know where they are. It is also what they see in the list of pages, and what is read out first to people who listen.',
		example: { before: '#', after: '# What could help' }
	},
	'page-empty': {
		severity: 'error',
		problem: (title: string) => `The page "${title}" has nothing on it.`,
		advice: 'Write something under the heading, or delete the heading.',
		why: 'Somebody would open this page and find only a heading. They might think that something is broken, or that they have missed something.',
		example: { before: '# Where to get support\n\n# Before you go', after: '# Where to get support\n\nYou can always ask your buddy.\n\n# Before you go' }
	},
	'fence-unclosed': {
		severity: 'error',
		problem: (marks: string) => `The code that starts here with ${marks} is not closed, so the rest of the file would be part of it.`,
		advice: 'Put the same marks on a line of their own after its last line, or delete them here.',
		why: 'Three backticks or waves start text that is shown as it is. Until the same marks come again, headings and questions would show as plain text too.',
		example: { before: '```\nHello', after: '```\nHello\n```' }
	},
	'heading-not-here': {
		severity: 'error',
		problem: () => 'A page heading cannot stand here.',
		advice: 'Put `#` at the very start of a line for a new page, or write `##` for a heading inside a page.',
		why: 'One `#` always means a new page. Here it stands inside a list, a quotation or a block, or after spaces, where no page can start.',
		example: { before: ':::do\n# Ask for help\n:::', after: '## Ask for help\n\n:::do\n- ask your buddy\n:::' }
	},
	'heading-underlined': {
		severity: 'error',
		problem: () => 'A heading is made with a line of `=` under it.',
		advice: 'Write `# Heading` for a new page, or `## Heading` for a heading inside a page.',
		why: 'A line of `=` turns the line above it into a heading. That is easy to do by accident. To see at a glance where pages start, we use `#` for all of them.',
		example: { before: 'Your first day\n==============', after: '# Your first day' }
	},
	'id-duplicate': {
		severity: 'error',
		problem: (id: string, line: number) => `The id \`${id}\` is already used on line ${line}.`,
		advice: 'Give this one another heading, or an id of its own: `{#another-id}` after a heading, or `id: another-id` in a block.',
		why: 'The site keeps what people have done by ids. If two things share one, it could not tell which of them somebody has finished. Two pages with the same heading get the same id.',
		example: { before: '# Practice\n\n# Practice', after: '# Practice: the kettle\n\n# Practice: the lift' }
	},
	'id-invalid': {
		severity: 'error',
		problem: (id: string) => `The id \`${id}\` cannot be used.`,
		advice: 'Use small letters, digits and hyphens, 60 at most, starting with a letter.',
		why: 'Ids become part of addresses and records, so they can only have letters and signs that work in every system.',
		example: { before: '# Your first day {#First Day}', after: '# Your first day {#first-day}' }
	},
	'block-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no block called \`${name}\`.${suggestion}`,
		advice: 'Correct the name after `:::`. The guide for authors, modules/README.md, lists every block.',
		why: 'The site does not know what to make of this kind of block, so it would not be shown at all. Most often it is a slip of the keys.',
		example: { before: ':::qestion', after: ':::question' }
	},
	'block-mark-unclear': {
		severity: 'error',
		problem: (found: string) => `\`${found}\` neither opens nor closes a block.`,
		advice: 'Put three colons at the very start of the line. Where a block starts, write its kind after them. Where it ends, write nothing after them.',
		why: 'Three colons start or end a block, but only at the very start of a line. Here the checker cannot tell which you mean.',
		example: { before: '  :::question', after: ':::question' }
	},
	'block-unclosed': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` is not closed.`,
		advice: 'Put a line with `:::` after its last line. A block cannot stand inside another one.',
		why: 'Without a closing line, everything below would become part of this block, even the next pages.',
		example: { before: ':::reflection\nWhat would help you?\n\n# Next page', after: ':::reflection\nWhat would help you?\n:::\n\n# Next page' }
	},
	'block-end-alone': {
		severity: 'error',
		problem: () => 'This `:::` closes a block, but none is open.',
		advice: 'Delete the line, or write the kind of block after `:::` where it starts.',
		why: 'This line ends a block that never began. A line like `:::question` may have been deleted, or the block may be closed twice.',
		example: { before: 'What would help you?\n:::', after: ':::reflection\nWhat would help you?\n:::' }
	},
	'block-empty': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has nothing in it.`,
		advice: 'Write its text between the opening line and the closing `:::`, or delete the block.',
		why: 'People would see an empty box and wonder what they should do with it.',
		example: { before: ':::reflection\n:::', after: ':::reflection\nWhat would help you this week?\n:::' }
	},
	'block-words-after-name': {
		severity: 'error',
		problem: (words: string) => `"${words}" stands after the kind of block and would be lost.`,
		advice: 'Put each field on a line of its own under `:::`, as `name: value`, and text after an empty line.',
		why: 'On the first line of a block there is only room for its kind. Anything after it would not be shown to anybody.',
		example: { before: ':::scenario The kettle', after: ':::scenario\ntitle: The kettle' }
	},
	'field-unknown': {
		severity: 'error',
		problem: (block: string, field: string, suggestion: string) => `The block \`:::${block}\` has no field \`${field}\`.${suggestion}`,
		advice: 'Correct the name, or put an empty line above it if it is text.',
		why: 'Right under the first line, the checker takes `word:` for a field. It does not know this one, so what stands there would be lost. It may also be ordinary text that needs an empty line above it.',
		example: { before: ':::scenario\ntitel: The kettle', after: ':::scenario\ntitle: The kettle' }
	},
	'field-twice': {
		severity: 'error',
		problem: (field: string) => `The field \`${field}\` already stands in this block.`,
		advice: 'Keep one of the two.',
		why: 'The site can only use one of them, and would have to guess which one you mean.',
		example: { before: ':::scenario\ntitle: The kettle\ntitle: A cup of tea', after: ':::scenario\ntitle: The kettle' }
	},
	'field-missing': {
		severity: 'error',
		problem: (block: string, field: string, expected: string) => `The block \`:::${block}\` has no \`${field}\`: ${expected}.`,
		advice: 'Add it as `name: value` on the line under `:::`.',
		why: 'This block cannot do its work without the field. A content note, for example, has to say what the page is about, so that people can choose.',
		example: { before: ':::content-note\ndetail: no detail', after: ':::content-note\nabout: unfair treatment at work\ndetail: no detail' }
	},
	'field-invalid': {
		severity: 'error',
		problem: (field: string, found: string, expected: string) => `\`${field}: ${found}\` cannot be used: it must be ${expected}.`,
		advice: 'Change what stands after the colon.',
		why: 'The site knows only certain values for this field, and would not know what to do with this one.',
		example: { before: 'box: never', after: 'box: no' }
	},
	'note-twice': {
		severity: 'error',
		problem: () => 'This page already has a content note.',
		advice: 'Put both subjects into one note.',
		why: 'People are asked once whether they want to read a page. A second note would ask them again after they have chosen.',
		example: { before: 'about: loss\n\nabout: unfair treatment', after: 'about: loss and unfair treatment' }
	},
	'options-missing': {
		severity: 'error',
		problem: (name: string) => `The ${name} has no list of options.`,
		advice: 'Write each option on a line that starts with `- [ ]`.',
		why: 'People need something to choose from. The checker looks for lines that start with `- [ ]` inside the block. A space may be missing.',
		example: { before: '-[] your manager\n-[x] you', after: '- [ ] your manager\n- [x] you' }
	},
	'options-too-few': {
		severity: 'error',
		problem: (name: string) => `The ${name} has only one option.`,
		advice: 'Offer at least 2.',
		why: 'With one option there is nothing to choose, and nothing to think about.',
		example: { before: '- [x] you', after: '- [ ] your manager\n- [x] you' }
	},
	'options-not-last': {
		severity: 'error',
		problem: (name: string) => `Text stands after the options of the ${name} and would be lost.`,
		advice: 'Move it above the options, or after the closing `:::`.',
		why: 'The site puts a button right under the options. Text after them has no place there, so nobody would see it.',
		example: { before: '- [x] you\n  > Yes.\n\nThink of your first week.', after: 'Think of your first week.\n\n- [x] you\n  > Yes.' }
	},
	'feedback-not-indented': {
		severity: 'error',
		problem: (name: string) => `This feedback belongs to no option of the ${name}, because it starts at the edge.`,
		advice: 'Put 2 spaces before the `>`, on every line of feedback.',
		why: 'The 2 spaces show which option the feedback belongs to. Without them, it stands on its own and nobody would be shown it.',
		example: { before: '- [x] you\n> Yes. You can change your mind.', after: '- [x] you\n  > Yes. You can change your mind.' }
	},
	'option-mark-unknown': {
		severity: 'error',
		problem: (mark: string) => `\`[${mark}]\` is not a mark that can stand here.`,
		advice: 'Use `[ ]` or `[x]` in a question, and `[ ]`, `[most helpful]` or `[also reasonable]` in a scenario.',
		why: 'The mark between the brackets decides what people are told when they choose this option. The checker does not know this one.',
		example: { before: '- [best] Say hello.', after: '- [most helpful] Say hello.' }
	},
	'option-unmarked': {
		severity: 'error',
		problem: () => 'This option does not say whether it is right.',
		advice: 'Start it with `- [x]` if it is right and `- [ ]` if it is not.',
		why: 'Somebody who chooses this option would not be told whether it is what you had in mind.',
		example: { before: '- you', after: '- [x] you' }
	},
	'option-empty': {
		severity: 'error',
		problem: () => 'This option has no words.',
		advice: 'Write the option after its mark.',
		why: 'People would see a circle to press with no words beside it, and people who listen would hear nothing.',
		example: { before: '- [ ]', after: '- [ ] your manager' }
	},
	'option-with-more': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has more than a sentence and its feedback.`,
		advice: 'Keep the option to one paragraph. Everything else can go into its feedback, on lines that start with 2 spaces and `>`.',
		why: 'Options are read side by side, so each has to be short. A second paragraph or a list inside one makes it hard to see where the next begins.',
		example: { before: '- [x] you\n\n  It is your story.', after: '- [x] you\n  > Yes. It is your story.' }
	},
	'question-without-text': {
		severity: 'error',
		problem: (name: string) => `The ${name} has no text directly above its options.`,
		advice: 'Write what it asks there, as a paragraph.',
		why: 'People need to know what they are asked before they see the options. It is also what is read out to people who listen.',
		example: { before: ':::question\n- [x] you\n- [ ] your manager', after: ':::question\nWho decides what you share?\n\n- [x] you\n- [ ] your manager' }
	},
	'question-without-right-answer': {
		severity: 'error',
		problem: () => 'The question has no right answer.',
		advice: 'Mark at least one option with `[x]`.',
		why: 'Whatever people choose, they would be told that it is not quite it. They could try again for ever.',
		example: { before: '- [ ] your manager\n- [ ] you', after: '- [ ] your manager\n- [x] you' }
	},
	'question-all-right': {
		severity: 'warning',
		problem: () => 'Every option of the question is right.',
		advice: 'Check that this is what you mean. Most people expect at least one that is not.',
		why: 'If every option is right, people may feel tricked, or wonder what they missed. It can be what you want, so this is only a hint.',
		example: { before: '- [x] a buddy\n- [x] time to read', after: '- [x] a buddy\n- [ ] a caseload of your own\n- [x] time to read' }
	},
	'scenario-without-most-helpful': {
		severity: 'error',
		problem: () => 'The scenario does not say which choice is most helpful.',
		advice: 'Start one choice with `- [most helpful]`. Others can be `[also reasonable]`.',
		why: 'A scenario lets people try out a hard moment safely. In the end they want to know what might help most, and the site says so beside that choice.',
		example: { before: '- [ ] Leave it today.\n- [ ] Say, "I am at work."', after: '- [also reasonable] Leave it today.\n- [most helpful] Say, "I am at work."' }
	},
	'list-expected': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` must be one list.`,
		advice: 'Start every line with `- `, and put other text before or after the block.',
		why: 'This block is a list, and each line of it gets a sign or a place of its own. Text that is not in the list has no place there, and would not be shown.',
		example: { before: ':::do\nYou could:\n- ask for help\n:::', after: 'You could:\n\n:::do\n- ask for help\n:::' }
	},
	'item-not-one-text': {
		severity: 'error',
		problem: (name: string) => `This item of \`:::${name}\` is not one short text.`,
		advice: 'Write a few words after `- `, and nothing under them.',
		why: 'People run their eyes down this list, or move its items up and down. A few words work for that. Lists and paragraphs inside an item do not.',
		example: { before: '- ask for help\n  - from your buddy', after: '- ask your buddy for help' }
	},
	'do-not-repeated': {
		severity: 'warning',
		problem: () => 'The item starts with "do not", which the page adds by itself.',
		advice: 'Delete these words from the item.',
		why: 'The page puts "do not" in front of each item. With yours, people would read "do not do not".',
		example: { before: ':::do-not\n- do not share the rota\n:::', after: ':::do-not\n- share the rota\n:::' }
	},
	'raw-html': {
		severity: 'error',
		problem: (found: string) => `\`${found}\` is HTML, which does not work here.`,
		advice: 'Take it out, or use Markdown or a block instead. To show it to readers as it is, put it between backticks.',
		why: 'Signs like `<b>` are for programmers, and some can do harm on a page. The site uses none of them, so say the same in Markdown.',
		example: { before: '<b>Ask for help.</b>', after: '**Ask for help.**' }
	},
	'link-not-allowed': {
		severity: 'error',
		problem: (address: string) => `The link to \`${address}\` cannot be used.`,
		advice: 'Link to an address that starts with https://, mailto: or tel:.',
		why: 'Only full addresses work for everybody, at home and inside a learning system. Addresses that start in another way may lead nowhere, or do something on the reader\'s computer.',
		example: { before: '[Acas](www.acas.org.uk)', after: '[Acas](https://www.acas.org.uk)' }
	},
	'note-over-text': {
		severity: 'error',
		problem: () => 'This content note stands above ordinary text, in the middle of a page.',
		advice: 'To cover the whole page, move it right under the page\'s heading. To cover one block, move it right above that block.',
		why: 'People choose by what a note covers, so that has to be clear. Under a page\'s heading it covers the whole page, and above a block it covers that block. Above ordinary text, nobody can tell where the hard part ends.',
		example: { before: '# Places\n\nSome rooms are hard to be in.\n\n:::content-note\nabout: buildings that bring back memories\ndetail: no detail\n\nYou can ask to meet somewhere else.\n:::\n\nYou can leave out the reason.', after: '# Places\n\n:::content-note\nabout: buildings that bring back memories\ndetail: no detail\n\nYou can ask to meet somewhere else.\n:::\n\nSome rooms are hard to be in.\n\nYou can leave out the reason.' }
	},
	'note-over-nothing': {
		severity: 'error',
		problem: () => 'Nothing stands under this content note.',
		advice: 'To cover the whole page, move it right under the page\'s heading. To cover one block, move it right above that block.',
		why: 'A note tells people what comes next, and here nothing does. They would be asked to choose, and then find an empty place. Often the note has ended up below what it was written for.',
		example: { before: ':::callout\nSome visits stay with people for longer.\n:::\n\n:::content-note\nabout: a hard visit\ndetail: no detail\n\nYou can ask for ten minutes.\n:::', after: ':::content-note\nabout: a hard visit\ndetail: no detail\n\nYou can ask for ten minutes.\n:::\n\n:::callout\nSome visits stay with people for longer.\n:::' }
	},
	'file-not-found': {
		severity: 'error',
		problem: (name: string) => `There is no file \`${name}\` in the module's folder.`,
		advice: 'Put the file itself beside module.md, or correct its name. A shortcut to a file in another place does not work.',
		why: 'People would find a gap where your picture or recording should be. The checker looks only in the folder of the module, and capitals have to agree too. Some computers hide the end of a name, such as .jpg.',
		example: { before: '![Two colleagues talk over tea](Tea.JPG)', after: '![Two colleagues talk over tea](tea.jpg)' }
	},
	'file-wrong-kind': {
		severity: 'error',
		problem: (name: string, expected: string) => `\`${name}\` cannot be used here: it must be ${expected}.`,
		advice: 'Save it as one of these kinds, and write the new name here.',
		why: 'Browsers can show only some kinds of picture, sound and video, and for any other people may see nothing. The checker looks at the end of the name, such as .png or .mp3.',
		example: { before: '![A rota on the wall by the kitchen](rota.pdf)', after: '![A rota on the wall by the kitchen](rota.png)' }
	},
	'file-not-what-it-says': {
		severity: 'error',
		problem: (name: string, expected: string, found: string) => `\`${name}\` is not what its name says. Inside, it is ${found === '' ? `not ${expected}` : `of the kind ${found}`}.`,
		advice: 'Open it in the program that made it, and save or export it again. Changing only the name does not change what is in it.',
		why: 'Each kind of file starts with signs of its own, and the checker reads those. A file that only has a new name may not show or play, and people would miss what you put there.'
	},
	'image-described-twice': {
		severity: 'error',
		problem: () => 'The picture is called decorative and has a description.',
		advice: 'Keep the description if the picture tells people something. Keep `decorative: yes` if it does not.',
		why: 'People who cannot see a picture hear your description, or for a decoration they hear nothing. With both fields, the site would have to guess which of the two you mean.',
		example: { before: ':::image\nfile: tea.jpg\ndescription: Two colleagues talk over tea\ndecorative: yes\n:::', after: ':::image\nfile: tea.jpg\ndescription: Two colleagues talk over tea\n:::' }
	},
	'list-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no list.`,
		advice: 'Write each thing on a line that starts with `- ` or a number, with an empty line above the first.',
		why: 'In this block people put things in their place, and each line of the list is one of them. The checker looks for lines that start with `- ` or a number. A space after the hyphen may be missing.',
		example: { before: ':::order\nPut these into order.\n\n1.Thank them for telling you.\n2.Tell the person in charge.\n\n> They hear first from you.\n:::', after: ':::order\nPut these into order.\n\n1. Thank them for telling you.\n2. Tell the person in charge.\n\n> They hear first from you.\n:::' }
	},
	'pair-unclear': {
		severity: 'error',
		problem: (name: string) => `This line of \`:::${name}\` does not say what belongs to what.`,
		advice: 'Write `- one thing = what belongs to it`, with a space on each side of the `=`.',
		why: 'What stands before the `=` is what people see, and what stands after it belongs to it. The checker looks for an `=` with a space on each side.',
		example: { before: '- rota=who works when', after: '- rota = who works when' }
	},
	'term-twice': {
		severity: 'error',
		problem: (term: string, line: number) => `"${term}" is already explained on line ${line}.`,
		advice: 'Keep one of the two explanations.',
		why: 'People open a word to see what it means, and there is room for one meaning. The checker takes "Rota" and "rota" for the same word.',
		example: { before: '- rota = who works when\n- Rota = a list of names', after: '- rota = a list of who works when' }
	},
	'term-unused': {
		severity: 'warning',
		problem: (term: string) => `"${term}" is explained, but the text of no page has this word.`,
		advice: 'Delete the line, or write the word as it stands in the text. Headings and questions do not count.',
		why: 'People find what a word means right where a page first uses it. The checker looked for the very same word in the text of each page, and did not find it. The text may say "rotas" where the list says "rota".',
		example: { before: 'Look at the rotas by the kitchen.\n\n:::glossary\n- rota = who works when\n:::', after: 'Look at the rota by the kitchen.\n\n:::glossary\n- rota = who works when\n:::' }
	},
	'steps-too-many': {
		severity: 'error',
		problem: (count: number) => `The scenario has ${count} steps.`,
		advice: 'Keep 6 at most, or make two scenarios.',
		why: 'A scenario is a short moment to think through, and with each step it is easier to lose the thread. The checker speaks up above 6 steps.'
	},
	'step-name-taken': {
		severity: 'error',
		problem: (name: string) => (name === '' ? 'This step of the scenario has no name.' : `A step cannot be called "${name}".`),
		advice: 'Give it another heading. Each step needs one of its own, and "end" stands for the end of the scenario.',
		why: 'A line such as `next: Later` finds a step by its heading, so no two steps can share one. Capitals make no difference. "End" is in use too, because `next: end` ends the story.',
		example: { before: '## Later\n\n## Later', after: '## Later that day\n\n## The next morning' }
	},
	'step-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no step called "${name}" in this scenario.${suggestion}`,
		advice: 'Write after `next:` the heading of a step below, or `end`.',
		why: 'Whoever chooses this would be led nowhere. The checker looks for a step in the same scenario whose heading has these words. Often it is a slip of the keys, or the heading has been changed since.',
		example: { before: '  > next: Next morning\n\n## The next morning', after: '  > next: The next morning\n\n## The next morning' }
	},
	'step-leads-back': {
		severity: 'error',
		problem: (name: string) => `This choice leads back to "${name}", so people could go round in circles.`,
		advice: 'Lead on to a step further down, or write `next: end`.',
		why: 'A scenario moves on, as a day does. If a choice led back, people could go round and round and never reach the end.',
		example: { before: '## In the meeting\n\n- [ ] Wait, and say nothing.\n  > The chair waits too.\n  > next: In the meeting', after: '## In the meeting\n\n- [ ] Wait, and say nothing.\n  > The chair waits too.\n  > next: end' }
	},
	'step-unreached': {
		severity: 'error',
		problem: (name: string) => `No choice leads to the step "${name}".`,
		advice: 'Write `next: ` and its heading under a choice above it, or delete the step.',
		why: 'You wrote this step for people, and nobody would ever see it. A choice leads to the step right below it, unless it has a line `next:`. Here every choice above leads somewhere else.',
		example: { before: '- [ ] Leave it today.\n  > You can come back to it.\n  > next: end\n\n## The next morning', after: '- [ ] Leave it today.\n  > You can come back to it.\n  > next: The next morning\n\n## The next morning' }
	},
	'check-in-not-first': {
		severity: 'error',
		problem: () => 'The check-in does not stand on the first page.',
		advice: 'Move it to the first page, where people arrive.',
		why: 'A check-in is for arriving, so it helps most before anything else. On a later page, people would be welcomed when they are already in the middle.',
		example: { before: '# Welcome\n\nThis is about your first week.\n\n# Your first day\n\n:::check-in\n:::\n\nFind out who will meet you.', after: '# Welcome\n\n:::check-in\n:::\n\nThis is about your first week.\n\n# Your first day\n\nFind out who will meet you.' }
	},
	'check-out-not-last': {
		severity: 'error',
		problem: () => 'The check-out does not stand on the last page.',
		advice: 'Move it to the last page, before people go back to work.',
		why: 'A check-out helps people to leave what they have read and go back to work. On an earlier page, they would say goodbye while there is more to come. The page that the site adds at the end does not count.',
		example: { before: '# Before you go\n\n:::check-out\n:::\n\n# Next step\n\nChoose one small thing.', after: '# Next step\n\nChoose one small thing.\n\n# Before you go\n\n:::check-out\n:::' }
	},
	'audience-unknown': {
		severity: 'warning',
		problem: (name: string, suggestion: string) => `There is no audience \`${name}\` among those that every trust has.${suggestion}`,
		advice: 'Correct the name. If your trust has such a group, leave it as it is. To be on the safe side, the site then does not keep what people answer.',
		why: 'This name decides who is asked to do the module, and how private their answers are. To be a peer worker, for example, says something about a person\'s health. So for a group that it does not know, the site keeps that somebody answered, and not what.',
		example: { before: 'audience: all-staf', after: 'audience: all-staff' }
	},
	'block-not-in-guide': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` cannot stand in a guide, which is read and printed.`,
		advice: 'Put it into a module, or write what it says as text.',
		why: 'A guide is for reading and printing, and on paper nobody can press a button. These blocks may stand in one: do, do-not, callout, details, local-detail, support, activity, checklist and glossary. In a story there may also be a content-note.',
		example: { before: ':::reflection\nWho could you ask for help?\n:::', after: 'Think of somebody who could help.' }
	},
	'story-unapproved': {
		severity: 'error',
		problem: (roles: string) => `No peer role has approved this story. The peer roles are ${roles}.`,
		advice: 'Ask somebody in a peer role to read it. If they agree, write their role under `approved-by:`.',
		why: 'A story from practice speaks of peer work. So people in peer roles decide whether it is shown. If they take their agreement back, take their role out here, and the story is shown no more.',
		example: { before: 'written-by:\n  - nurse', after: 'written-by:\n  - nurse\napproved-by:\n  - peer-support-worker' }
	},
	'file-name': {
		severity: 'error',
		problem: (name: string) => `The file's name \`${name}.md\` cannot be the address of a guide.`,
		advice: 'Give it a name of small letters, digits and hyphens, 60 at most, starting with a letter.',
		why: 'The name of the file is part of the address that people open and share. Spaces, capitals and accents can break in an email or in another system.',
		example: { before: 'modules/guides/Guide for Teams.md', after: 'modules/guides/guide-for-teams.md' }
	},
	'heading-without-space': {
		severity: 'error',
		problem: (found: string, marks: string) => `\`${found}\` looks like a heading, but has no space after \`${marks}\`.`,
		advice: 'Put a space after the sign. To show the sign to readers, put it between backticks.',
		why: 'Without the space, the line is shown as text with its signs, and a page that was meant to start here does not.',
		example: { before: '#Your first day', after: '# Your first day' }
	},
	'list-mark-unknown': {
		severity: 'error',
		problem: (sign: string) => `\`${sign}\` does not make a list here, so all of its lines would run together.`,
		advice: 'Start each line with `- ` instead.',
		why: 'Such signs come along when a list is copied from another program. The site knows lists by a hyphen and a space.',
		example: { before: '• a buddy\n• time to read', after: '- a buddy\n- time to read' }
	},
	'link-unread': {
		severity: 'error',
		problem: (found: string) => `\`${found}\` looks like a link or a picture, but people would see its signs.`,
		advice: 'If the name of a file has a space in it, put it between `<` and `>`: `![Two cups](<two cups.jpg>)`. The address of a website has no spaces.',
		why: 'A space ends an address, so the rest of it is taken for text. The checker looks for brackets that are left over.',
		example: { before: '![Two cups](two cups.jpg)', after: '![Two cups](<two cups.jpg>)' }
	},
	'pass-without-questions': {
		severity: 'error',
		problem: () => 'The module asks for a pass mark and has no question that counts.',
		advice: 'Add a question, or take out the line `pass: …`. A scenario does not count, nor does a question behind a content note, because people may skip it.',
		why: 'A pass mark is the share of questions that must be right. Without a question there is nothing to count, and nobody could ever complete the module.',
		example: { before: 'pass: 80', after: 'pass: 80\n---\n\n# Saying hello\n\n:::question\nWhat helps most?\n\n- [x] a warm welcome\n  > Yes. People remember how they were met.\n- [ ] a long form\n  > It can wait until tomorrow.\n:::' }
	}
} as const satisfies Record<string, Message>;
