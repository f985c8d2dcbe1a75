import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLOCK_NAMES, compileModule } from '#lib/module/compile.ts';

const guide = readFileSync(new URL('../modules/README.md', import.meta.url), 'utf8');
const HEAD = /^---\n[\s\S]*?\n---\n/;
const examples = [...guide.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text!);
const head = HEAD.exec(examples.find((text) => HEAD.test(text))!)![0];

test.each(examples.map((text) => [/^# (.+)$/m.exec(text)![1]!, text]))('the example "%s" of the guide for authors compiles without a word', (_, text) => {
	const { module, diagnostics } = compileModule({ slug: 'example', file: 'README.md', text: HEAD.test(text) ? text : head + text, files: new Set() });
	expect(diagnostics).toEqual([]);
	expect(module?.pages.length).toBeGreaterThan(0);
});

test.each(BLOCK_NAMES)('the guide for authors shows :::%s', (name) => {
	expect(examples.some((text) => new RegExp(`^:::${name}$`, 'm').test(text))).toBe(true);
});

test('the guide for authors explains every detail of the top', () => {
	const { diagnostics } = compileModule({ slug: 'example', file: 'README.md', text: '---\nnothing: here\n---\n# Page\n\nText', files: new Set() });
	const needed = diagnostics.filter(({ code }) => code === 'detail-missing').map(({ problem }) => /`(\w+)`/.exec(problem)![1]!);
	expect(needed.length).toBeGreaterThan(4);
	for (const name of needed) expect(guide).toContain(`| \`${name}\``);
});
