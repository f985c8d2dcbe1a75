import { join, resolve } from 'node:path';
import { answerables, recordables, type Answerable, type Module } from '#lib/module/module.ts';
import { check } from '#lib/progress/check.ts';
import { readModule } from '#lib/server/library/folder.ts';
import type { LiveAttempt } from '#lib/player/live-attempt.svelte.ts';

const ROOT = resolve(import.meta.dirname, '../..');

async function compile(slug: string): Promise<Module> {
	const { source } = await readModule(join(ROOT, 'modules', slug));
	return check(source).module!;
}

/** A module for everybody, and one for an audience that is sensitive. */
export const openModule = await compile('working-alongside-peers');
export const sensitiveModule = await compile('managing-triggers');

/** The module's questions with the pages that they are on and an answer to each, but for those behind a content note, whose answers are never kept. */
export function questionsOf(module: Module) {
	return module.pages.flatMap((page) => recordables(page).map((block) => ({ page: page.id, question: block.id, kind: block.kind, chosen: firstAnswer(block), letters: lettersOf(block) })));
}

/** Every letter that an answer can start with. */
function lettersOf(block: Answerable): string[] {
	const from = block.kind === 'question' ? block.options : block.kind === 'order' ? block.items : block.kind === 'match' ? block.choices : block.steps[0]!.options;
	return from.map(({ letter }) => letter);
}

/** Something that somebody could answer: the first option, what is shown as it is shown, the first choice for each. */
function firstAnswer(block: Answerable): string[] {
	if (block.kind === 'order') return block.items.map(({ letter }) => letter);
	return block.kind === 'match' ? block.items.map(() => 'a') : ['a'];
}

/** Does everything there is to do, as somebody would who chooses the first option each time. */
export function playThrough(live: LiveAttempt, module: Module): void {
	for (const page of module.pages) {
		for (const block of answerables(page)) live.happen({ kind: 'answer', page: page.id, question: block.id, chosen: firstAnswer(block) });
		live.happen({ kind: 'continue', page: page.id });
	}
}
