import type { Module } from './module.ts';

/** A module without the voices whose consent ended before `today` (`2026-03-03`): a version may be served for longer than that. */
export function withinConsent(module: Module, today: string): Module {
	const isOver = module.pages.some(({ blocks }) => blocks.some((block) => block.kind === 'voice' && block.until && block.until < today));
	if (!isOver) return module;
	const pages = module.pages.map((page) => ({ ...page, blocks: page.blocks.filter((block) => !(block.kind === 'voice' && block.until && block.until < today)) }));
	return { ...module, pages };
}
