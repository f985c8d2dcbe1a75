import { filesCalled } from '#lib/module/files-trial.ts';
import type { ModuleFolder } from './folder.ts';

/** For tests: two pages with a question each, the second of which may be answered with several. */
export const TRIAL_PAGES = `
# First {#first}

:::question
id: one

Which is right?

- [x] This one
  > Yes.
- [ ] The other one
  > Look at the first.
:::

# Second {#second}

:::question
id: two

Which are right?

- [x] This one
  > Yes.
- [x] This one too
  > Yes.
- [ ] The other one
  > Look at the first two.
:::
`;

/** For tests: a module with these pages and files, as `readModule` gives it. */
export function trialModule(
	slug: string,
	pages = TRIAL_PAGES,
	{ audience = 'all-staff', files = {} }: { audience?: string; files?: Record<string, Uint8Array> } = {}
): ModuleFolder {
	const text = `---
title: Trial of ${slug}
summary: A module for tests.
audience: ${audience}
stage: induction
minutes: 5
outcomes:
  - test
sources:
  - Nothing at all.
---
${pages}`;
	const held = new Map(Object.entries(files));
	return { source: { slug, file: `${slug}/module.md`, text, files: filesCalled(...held.keys()) }, files: held };
}
