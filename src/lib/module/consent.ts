import { fnv } from './fnv.ts';
import type { Block, Module } from './module.ts';

/** What tells the words of one voice from another's: consent is given to these words. */
export function keyOfWords(html: string): string {
	return `${fnv(html).toString(36)}-${html.length}`;
}

/** Whether a module quotes anybody. */
export function hasVoices({ pages }: Module): boolean {
	return pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'voice'));
}

/**
 * A module without the voices whose consent ended before `today` (`2026-03-03`)
 * or was withdrawn since: a version never changes, and a consent may.
 *
 * @param withdrawn the keys of the words that may not be shown any more
 */
export function withinConsent(module: Module, today: string, withdrawn: ReadonlySet<string> = new Set()): Module {
	const isOver = (block: Block) => block.kind === 'voice' && ((block.until !== undefined && block.until < today) || withdrawn.has(keyOfWords(block.html)));
	if (!module.pages.some(({ blocks }) => blocks.some(isOver))) return module;
	return { ...module, pages: module.pages.map((page) => ({ ...page, blocks: page.blocks.filter((block) => !isOver(block)) })) };
}
