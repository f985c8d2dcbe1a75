import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findGuides, guidesIn } from './guide-folder.ts';

test('guides and stories are the files that end in .md, but for a README', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-guides-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	expect(await findGuides(folder)).toEqual([]);
	for (const name of ['guides', 'stories']) mkdirSync(join(folder, name));
	for (const name of ['guides/b.md', 'guides/a.md', 'guides/notes.txt', 'stories/README.md', 'stories/c.md']) writeFileSync(join(folder, name), '');
	expect(await findGuides(folder)).toEqual(['guides/a.md', 'guides/b.md', 'stories/c.md'].map((name) => join(folder, name)));
	expect(await guidesIn(join(folder, 'stories'))).toEqual([join(folder, 'stories/c.md')]);
});
