import { join, resolve } from 'node:path';
import { answerables, type Module } from '#lib/module/module.ts';
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

/** The module's questions with the pages that they are on, but for pages with a content note, whose answers are never kept. */
export function questionsOf(module: Module) {
	return module.pages.filter((page) => !page.note).flatMap((page) => answerables(page).map((block) => ({ page: page.id, question: block.id, options: block.options })));
}

/** Does everything there is to do, as somebody would who chooses the first option each time. */
export function playThrough(live: LiveAttempt, module: Module): void {
	for (const page of module.pages) {
		for (const { id } of answerables(page)) live.happen({ kind: 'answer', page: page.id, question: id, chosen: ['a'] });
		live.happen({ kind: 'continue', page: page.id });
	}
}
