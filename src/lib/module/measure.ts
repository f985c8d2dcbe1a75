import { isAnswerable, type Block, type Page } from './module.ts';

/** How much a module or a guide holds. */
export interface Measure {
	pages: number;
	scenarios: number;
	questions: number;
	/** As somebody meets them who reads every page: without short versions, and of the feedback as much as one answer shows. */
	words: number;
	/** How long that takes, at 200 words a minute and a minute more for each scenario. */
	minutes: number;
}

/** Slow enough for somebody who is tired, and for a screen. */
const WORDS_A_MINUTE = 200;

/** Measures pages. */
export function measure({ pages }: { pages: readonly Page[] }): Measure {
	const blocks = pages.flatMap((page) => page.blocks);
	const scenarios = blocks.filter(({ kind }) => kind === 'scenario').length;
	const words = pages.reduce((sum, { title, blocks }) => sum + count(title) + blocks.reduce((sum, block) => sum + wordsOf(block), 0), 0);
	return {
		pages: pages.length,
		scenarios,
		questions: blocks.filter((block) => isAnswerable(block) && block.kind !== 'scenario').length,
		words: Math.round(words),
		minutes: words / WORDS_A_MINUTE + scenarios
	};
}

function wordsOf(block: Block): number {
	switch (block.kind) {
		case 'prose':
		case 'reflection':
		case 'callout':
		case 'details':
		case 'pause':
		case 'check-in':
		case 'check-out':
		case 'support':
		case 'activity':
		case 'voice':
			return count(block.html);
		case 'do-list':
			return block.items.reduce((sum, html) => sum + count(html), 0);
		case 'checklist':
			return block.items.reduce((sum, { html }) => sum + count(html), 0);
		case 'question':
			return count(block.lead) + count(block.prompt) + chosen(block.options);
		case 'scenario':
			return count(block.title) + block.steps.reduce((sum, { situation, options }) => sum + count(situation) + chosen(options), 0);
		case 'order':
			return count(block.lead) + count(block.prompt) + count(block.feedback) + block.items.reduce((sum, { html }) => sum + count(html), 0);
		case 'match':
			return count(block.lead) + count(block.prompt) + count(block.feedback) + [...block.items.map(({ html }) => html), ...block.choices.map(({ text }) => text)].reduce((sum, text) => sum + count(text), 0);
		case 'image':
			return count(block.caption);
		// What is told again below, what is played, and what the trust writes.
		case 'glossary':
		case 'audio':
		case 'video':
		case 'local-detail':
			return 0;
	}
}

/** Every option, and the feedback on one of them. */
function chosen(options: readonly { html: string; feedback: string }[]): number {
	const feedback = options.reduce((sum, option) => sum + count(option.feedback), 0) / options.length;
	return options.reduce((sum, { html }) => sum + count(html), 0) + feedback;
}

/** The words of HTML of the language's own making; an explanation that opens is read once at most, and not counted. */
function count(html: string): number {
	const text = html.replace(/<span class="alongside-explanation"[^]*?<\/span><\/span>/g, '').replace(/<[^>]*>/g, ' ');
	return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
