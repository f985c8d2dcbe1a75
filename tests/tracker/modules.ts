import { join, resolve } from 'node:path';
import { answerables, recordables, type Answerable, type Module } from '#lib/module/module.ts';
import { check } from '#lib/progress/check.ts';
import { countedQuestions } from '#lib/progress/outcome.ts';
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

/** A module with one question of each kind, and a scenario. */
export const everyKind = compileText(`# Page

:::question
Which one?

- [ ] this
  > Not this.
- [x] that
  > That.
:::

:::question
Which ones?

- [ ] this
  > Not this.
- [x] that
  > That.
- [x] and this
  > This too.
:::

:::order
In which order?

1. first
2. second
3. third

> In this one.
:::

:::match
What belongs together?

- a cup = tea
- a plate = toast

> As one would think.
:::

:::scenario
title: A situation

Somebody comes in.

- [most helpful] say hello
  > They smile.
- [ ] wait
  > They wait too.
:::
`);

function compileText(text: string): Module {
	const head = ['---', 'title: Every kind', 'summary: Made up for a test.', 'audience: all-staff', 'stage: ongoing', 'minutes: 5', 'outcomes:', '  - test', 'sources:', '  - "Made up."', '---', ''];
	const { module, diagnostics } = check({ slug: 'every-kind', file: 'module.md', text: head.join('\n') + text, files: new Map() });
	if (!module) throw new Error(diagnostics.map(({ line, problem }) => `${line}: ${problem}`).join('\n'));
	return module;
}

/** The questions that count, with the pages that they are on. */
export function countedIn(module: Module) {
	return module.pages.flatMap((page) => countedQuestions(page).map((block) => ({ page: page.id, block })));
}

/** What the author had in mind. */
export function rightAnswer(block: ReturnType<typeof countedQuestions>[number]): string[] {
	switch (block.kind) {
		case 'question':
			return block.options.filter(({ right }) => right).map(({ letter }) => letter);
		case 'order':
			return [...block.right];
		case 'match':
			return block.items.map(({ right }) => right);
	}
}

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
