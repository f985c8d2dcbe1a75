import type { Message } from './message.ts';

/** How a module is put together. */
export const STRUCTURE = {
	'file-empty': {
		severity: 'error',
		problem: () => 'The file is empty.',
		advice: 'Start with the details between two lines of `---`, then a `#` heading for the first page.'
	},
	'file-not-text': {
		severity: 'error',
		problem: () => 'The file is not plain text.',
		advice: 'Save it as plain text in UTF-8, with the name module.md.'
	},
	'folder-name': {
		severity: 'error',
		problem: (name: string) => `The folder's name \`${name}\` cannot be the address of a module.`,
		advice: 'Give the folder a name of small letters, digits and hyphens, 60 at most, starting with a letter.'
	},
	'front-matter-missing': {
		severity: 'error',
		problem: () => 'The module does not start with its details.',
		advice: 'Put `---`, then lines such as `title: …` and `minutes: 20`, then `---`, at the very top of the file.'
	},
	'front-matter-unclosed': {
		severity: 'error',
		problem: () => 'The details at the top are not closed.',
		advice: 'Put a line with `---` after the last detail, before the first page.'
	},
	'front-matter-unreadable': {
		severity: 'error',
		problem: (reason: string) => `The details at the top cannot be read: ${reason}`,
		advice: 'Write each as `name: value`. Put quotation marks round a value that contains a colon or starts with a sign.'
	},
	'detail-missing': {
		severity: 'error',
		problem: (name: string, expected: string) => `The detail \`${name}\` is missing. It is ${expected}.`,
		advice: 'Add it between the two lines of `---` at the top.'
	},
	'detail-invalid': {
		severity: 'error',
		problem: (name: string, found: string, expected: string) => `\`${name}: ${found}\` cannot be used: it must be ${expected}.`,
		advice: 'Change the value. If it is text, put quotation marks round it.'
	},
	'detail-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no detail called \`${name}\`.${suggestion}`,
		advice: 'Correct the name, or delete the line.'
	},
	'page-missing': {
		severity: 'error',
		problem: () => 'The module has no page.',
		advice: 'Start each page with a heading: `# What this page is about`.'
	},
	'page-text-before-heading': {
		severity: 'error',
		problem: () => 'There is text before the first page.',
		advice: 'Put a heading such as `# Welcome` above it.'
	},
	'page-without-title': {
		severity: 'error',
		problem: () => 'This page heading has no words.',
		advice: 'Write what the page is about after the `#`.'
	},
	'page-empty': {
		severity: 'error',
		problem: (title: string) => `The page "${title}" has nothing on it.`,
		advice: 'Write something under the heading, or delete the heading.'
	},
	'fence-unclosed': {
		severity: 'error',
		problem: (marks: string) => `The code that starts here with ${marks} is not closed, so the rest of the file would be part of it.`,
		advice: 'Put the same marks on a line of their own after its last line, or delete them here.'
	},
	'heading-not-here': {
		severity: 'error',
		problem: () => 'A page heading cannot stand here.',
		advice: 'Put `#` at the very start of a line for a new page, or write `##` for a heading inside a page.'
	},
	'heading-underlined': {
		severity: 'error',
		problem: () => 'A heading is made with a line of `=` under it.',
		advice: 'Write `# Heading` for a new page, or `## Heading` for a heading inside a page.'
	},
	'id-duplicate': {
		severity: 'error',
		problem: (id: string, line: number) => `The id \`${id}\` is already used on line ${line}.`,
		advice: 'Give this one another heading, or an id of its own: `{#another-id}` after a heading, or `id: another-id` in a block.'
	},
	'id-invalid': {
		severity: 'error',
		problem: (id: string) => `The id \`${id}\` cannot be used.`,
		advice: 'Use small letters, digits and hyphens, 60 at most, starting with a letter.'
	},
	'block-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no block called \`${name}\`.${suggestion}`,
		advice: 'Correct the name after `:::`. The authoring guide lists every block.'
	},
	'block-mark-unclear': {
		severity: 'error',
		problem: (found: string) => `\`${found}\` neither opens nor closes a block.`,
		advice: 'Put three colons at the very start of the line. Where a block starts, write its kind after them; where it ends, write nothing.'
	},
	'block-unclosed': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` is not closed.`,
		advice: 'Put a line with `:::` after its last line.'
	},
	'block-end-alone': {
		severity: 'error',
		problem: () => 'This `:::` closes a block, but none is open.',
		advice: 'Delete the line, or write the kind of block after `:::` where it starts.'
	},
	'block-empty': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has nothing in it.`,
		advice: 'Write its text between the opening line and the closing `:::`, or delete the block.'
	},
	'block-words-after-name': {
		severity: 'error',
		problem: (words: string) => `"${words}" stands after the kind of block and would be lost.`,
		advice: 'Put each field on a line of its own under `:::`, as `name: value`, and text after an empty line.'
	},
	'field-unknown': {
		severity: 'error',
		problem: (block: string, field: string, suggestion: string) => `The block \`:::${block}\` has no field \`${field}\`.${suggestion}`,
		advice: 'Correct the name, or put an empty line above it if it is text.'
	},
	'field-twice': {
		severity: 'error',
		problem: (field: string) => `The field \`${field}\` already stands in this block.`,
		advice: 'Keep one of the two.'
	},
	'field-missing': {
		severity: 'error',
		problem: (block: string, field: string, expected: string) => `The block \`:::${block}\` has no \`${field}\`: ${expected}.`,
		advice: 'Add it as `name: value` on the line under `:::`.'
	},
	'field-invalid': {
		severity: 'error',
		problem: (field: string, found: string, expected: string) => `\`${field}: ${found}\` cannot be used: it must be ${expected}.`,
		advice: 'Change the value.'
	},
	'note-twice': {
		severity: 'error',
		problem: () => 'This page already has a content note.',
		advice: 'Put both subjects into one note.'
	},
	'options-missing': {
		severity: 'error',
		problem: (name: string) => `The ${name} has no list of options.`,
		advice: 'Write each option on a line that starts with `- [ ]`.'
	},
	'options-too-few': {
		severity: 'error',
		problem: (name: string) => `The ${name} has only one option.`,
		advice: 'Offer at least 2.'
	},
	'options-not-last': {
		severity: 'error',
		problem: (name: string) => `Text stands after the options of the ${name} and would be lost.`,
		advice: 'Move it above the options, or after the closing `:::`.'
	},
	'feedback-not-indented': {
		severity: 'error',
		problem: (name: string) => `This feedback belongs to no option of the ${name}, because it starts at the edge.`,
		advice: 'Put 2 spaces before the `>`, on every line of feedback.'
	},
	'option-mark-unknown': {
		severity: 'error',
		problem: (mark: string) => `\`[${mark}]\` is not a mark that can stand here.`,
		advice: 'Use `[ ]` or `[x]` in a question, and `[ ]`, `[most helpful]` or `[also reasonable]` in a scenario.'
	},
	'option-unmarked': {
		severity: 'error',
		problem: () => 'This option does not say whether it is right.',
		advice: 'Start it with `- [x]` if it is right and `- [ ]` if it is not.'
	},
	'option-empty': {
		severity: 'error',
		problem: () => 'This option has no words.',
		advice: 'Write the option after its mark.'
	},
	'option-with-more': {
		severity: 'error',
		problem: (option: string) => `The option "${option}" has more than a sentence and its feedback.`,
		advice: 'Keep the option to one paragraph, and put everything else into its feedback (lines that start with `>`).'
	},
	'question-without-text': {
		severity: 'error',
		problem: (name: string) => `The ${name} has no text directly above its options.`,
		advice: 'Write what it asks there, as a paragraph.'
	},
	'question-without-right-answer': {
		severity: 'error',
		problem: () => 'The question has no right answer.',
		advice: 'Mark at least one option with `[x]`.'
	},
	'question-all-right': {
		severity: 'warning',
		problem: () => 'Every option of the question is right.',
		advice: 'Check that this is what you mean. Most people expect at least one that is not.'
	},
	'scenario-without-most-helpful': {
		severity: 'error',
		problem: () => 'The scenario does not say which choice is most helpful.',
		advice: 'Start one choice with `- [most helpful]`. Others can be `[also reasonable]`.'
	},
	'list-expected': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` must be one list.`,
		advice: 'Start every line with `- `, and put other text before or after the block.'
	},
	'item-not-one-text': {
		severity: 'error',
		problem: (name: string) => `This item of \`:::${name}\` is not one short text.`,
		advice: 'Write a few words after `- `, and nothing under them.'
	},
	'do-not-repeated': {
		severity: 'warning',
		problem: () => 'The item starts with "do not", which the page adds by itself.',
		advice: 'Delete these words from the item.'
	},
	'raw-html': {
		severity: 'error',
		problem: (found: string) => `HTML is not part of the language: \`${found}\`.`,
		advice: 'Use Markdown or a block instead. To show such text to readers, put it between backticks.'
	},
	'link-not-allowed': {
		severity: 'error',
		problem: (address: string) => `The link to \`${address}\` cannot be used.`,
		advice: 'Link to an address that starts with https://, mailto: or tel:.'
	},
	'note-over-text': {
		severity: 'error',
		problem: () => 'This content note stands above ordinary text, in the middle of a page.',
		advice: 'Move it directly under the page\'s heading to cover the whole page, or directly above the block that it is about.'
	},
	'note-over-nothing': {
		severity: 'error',
		problem: () => 'Nothing stands under this content note.',
		advice: 'Move it directly under the page\'s heading, or directly above the block that it is about.'
	},
	'file-not-found': {
		severity: 'error',
		problem: (name: string) => `There is no file \`${name}\` in the module's folder.`,
		advice: 'Put the file beside module.md, or correct its name. Links to other places are not followed.'
	},
	'file-wrong-kind': {
		severity: 'error',
		problem: (name: string, expected: string) => `\`${name}\` cannot be used here: it must be ${expected}.`,
		advice: 'Save it in one of these kinds, and write the new name here.'
	},
	'file-not-what-it-says': {
		severity: 'error',
		problem: (name: string, expected: string) => `\`${name}\` is not what its name says: what is in it is not ${expected}.`,
		advice: 'Open it in the program that made it, and save or export it again. Changing only the name does not change what is in it.'
	},
	'image-described-twice': {
		severity: 'error',
		problem: () => 'The picture is called decorative and has a description.',
		advice: 'Keep the description if the picture tells people something. Keep `decorative: yes` if it does not.'
	},
	'list-missing': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` has no list.`,
		advice: 'Write each thing on a line that starts with `- ` or a number, with an empty line above the first.'
	},
	'pair-unclear': {
		severity: 'error',
		problem: (name: string) => `This line of \`:::${name}\` does not say what belongs to what.`,
		advice: 'Write `- one thing = what belongs to it`, with a space on each side of the `=`.'
	},
	'term-twice': {
		severity: 'error',
		problem: (term: string, line: number) => `"${term}" is already explained on line ${line}.`,
		advice: 'Keep one of the two explanations.'
	},
	'term-unused': {
		severity: 'warning',
		problem: (term: string) => `"${term}" is explained, but no page uses it in its text.`,
		advice: 'Delete the line, or write the word as it stands in the text. Headings and questions do not count.'
	},
	'steps-too-many': {
		severity: 'error',
		problem: (count: number) => `The scenario has ${count} steps.`,
		advice: 'Keep 6 at most, or make two scenarios.'
	},
	'step-name-taken': {
		severity: 'error',
		problem: (name: string) => `A step cannot be called "${name}".`,
		advice: 'Give each step of a scenario a heading of its own. "end" stands for the end of the scenario.'
	},
	'step-unknown': {
		severity: 'error',
		problem: (name: string, suggestion: string) => `There is no step called "${name}" in this scenario.${suggestion}`,
		advice: 'Write after `next:` the heading of a step below, or `end`.'
	},
	'step-leads-back': {
		severity: 'error',
		problem: (name: string) => `This choice leads back to "${name}", so people could go round in circles.`,
		advice: 'Lead on to a step further down, or write `next: end`.'
	},
	'step-unreached': {
		severity: 'error',
		problem: (name: string) => `No choice leads to the step "${name}".`,
		advice: 'Write `next: ` and its heading under a choice above it, or delete the step.'
	},
	'check-in-not-first': {
		severity: 'error',
		problem: () => 'The check-in does not stand on the first page.',
		advice: 'Move it to the first page, where people arrive.'
	},
	'check-out-not-last': {
		severity: 'error',
		problem: () => 'The check-out does not stand on the last page.',
		advice: 'Move it to the last page, before people go back to work.'
	},
	'audience-unknown': {
		severity: 'warning',
		problem: (name: string, suggestion: string) => `There is no audience \`${name}\` among those that every trust has.${suggestion}`,
		advice: 'Correct the name. If your trust has such a group, leave it: the module then counts as sensitive, to be on the safe side.'
	},
	'block-not-in-guide': {
		severity: 'error',
		problem: (name: string) => `The block \`:::${name}\` cannot stand in a guide, which is read and printed.`,
		advice: 'Put it into a module, or write what it says as text.'
	},
	'file-name': {
		severity: 'error',
		problem: (name: string) => `The file's name \`${name}.md\` cannot be the address of a guide.`,
		advice: 'Give it a name of small letters, digits and hyphens, 60 at most, starting with a letter.'
	}
} as const satisfies Record<string, Message>;
