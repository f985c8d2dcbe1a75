import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUDIENCES } from '#lib/module/audiences.ts';
import { readWording } from '#lib/module/checks/wording.ts';
import { BLOCK_NAMES } from '#lib/module/pages.ts';
import { MESSAGES, type Code } from '#lib/module/messages.ts';
import { compileGuide } from '#lib/module/compile-guide.ts';
import { filesCalled } from '#lib/module/files-trial.ts';
import { localDetails, STAGES } from '#lib/module/module.ts';
import { check } from '#lib/progress/check.ts';
import { findGuides, readGuide } from '#lib/server/library/guide-folder.ts';

const MODULES = join(import.meta.dirname, '../modules');
const guide = readFileSync(join(MODULES, 'README.md'), 'utf8');
const HEAD = /^---\n[\s\S]*?\n---\n/;
const examples = [...guide.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text!);
const head = HEAD.exec(examples.find((text) => HEAD.test(text))!)![0];

/** An example as a whole module: those without details get those of the first. */
function read(example: string) {
	return check({ slug: 'example', file: 'README.md', text: HEAD.test(example) ? example : head + example, files: filesCalled('tea.jpg', 'kettle.mp3', 'kettle.mp4', 'kettle.vtt') });
}

describe('the guide for authors', () => {
	test.each(examples.map((text) => [/^# (.+)$/m.exec(text)![1]!, text]))('has an example "%s" with nothing to mend', (_, text) => {
		const { module, diagnostics } = read(text);
		expect(diagnostics).toEqual([]);
		expect(module?.pages.length).toBeGreaterThan(0);
	});

	test.each(BLOCK_NAMES)('shows :::%s and says what it is for', (name) => {
		expect(examples.filter((text) => new RegExp(`^:::${name}$`, 'm').test(text))).not.toEqual([]);
		const heading = guide.split('\n').find((line) => line.startsWith('### ') && line.slice(4).split(' and ').includes(name));
		expect(heading).toBeDefined();
		expect(guide.split(`${heading}\n`)[1]!.split('\n### ')[0]).toMatch(/\*\*For:\*\*[\s\S]*\*\*Use (it|them)\b/);
	});

	test('can be pasted together into one module, as an author might', () => {
		// A check-in stands first and a check-out last, so the example that shows both cannot stand among others.
		const pages = examples.filter((text) => !text.includes(':::check-out')).map((text, index) => text.replace(HEAD, '').replace(/^# (.*?)( \{#.*\})?$/m, `# $1 {#page-${index}}`));
		expect(read(pages.join('\n')).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	test('has an example of a guide with nothing to mend', () => {
		const [, text] = /```md\n([\s\S]*?)```/.exec(guide)!;
		const read = compileGuide({ slug: 'example', file: 'README.md', text: text! });
		expect(read.diagnostics).toEqual([]);
		expect(read.guide?.kind).toBe('session');
	});

	test('has an example of an entry of the list of wording that can be used', () => {
		const [, text] = /```yaml\n([\s\S]*?)```/.exec(guide)!;
		expect(readWording(text!, 'wording.yaml').diagnostics).toEqual([]);
	});

	test('explains every detail of the top, and no other', () => {
		const rows = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
		const { diagnostics } = check({ slug: 'example', file: 'README.md', text: '---\nnothing: here\n---\n# Page\n\nText', files: new Map() });
		const needed = diagnostics.filter(({ code }) => code === 'detail-missing').map(({ problem }) => /`(\w+)`/.exec(problem)![1]!);
		expect(rows).toEqual(expect.arrayContaining(needed));
		for (const name of rows) {
			const { diagnostics } = read(`${head.replace(/^---\n/, `---\n${name}: {}\n`)}# Page\n\nText`);
			expect(diagnostics.map(({ code }) => code)).not.toContain('detail-unknown');
		}
	});

	test('names every audience and every stage', () => {
		for (const name of [...Object.keys(AUDIENCES), ...STAGES]) expect(guide).toContain(`\`${name}\``);
	});

	test('lists the local details that modules and guides use', async () => {
		const listed = [...guide.matchAll(/^- `([a-z-]+)`$/gm)].map(([, name]) => name);
		const slugs = readdirSync(MODULES).filter((name) => existsSync(join(MODULES, name, 'module.md')));
		const used = slugs.flatMap((name) => {
			const text = readFileSync(join(MODULES, name, 'module.md'), 'utf8');
			const { module } = check({ slug: name, file: 'module.md', text, files: filesCalled(...readdirSync(join(MODULES, name))) });
			return localDetails(module!).map((detail) => detail.name);
		});
		for (const file of await findGuides(MODULES)) used.push(...localDetails({ pages: compileGuide(await readGuide(file)).guide!.parts }).map(({ name }) => name));
		expect(listed.toSorted()).toEqual([...new Set(used)].toSorted());
	});

	test('can be followed: it starts a module that is not there yet, and goes on with the same', () => {
		const [, started] = /npx alongside new (\S+)/.exec(guide)!;
		expect(existsSync(join(MODULES, started!))).toBe(false);
		const named = [...guide.matchAll(/npx alongside (?:new|preview|publish|package|check(?: --watch)?) (?:modules\/)?([a-z-]+)/g)].map(([, slug]) => slug);
		expect(new Set(named)).toEqual(new Set([started, 'guides']));
		expect(guide).toContain(`\nmodules/${started}/module.md:24:1: `);
	});

	test('publishes to the site that the README has an author start', () => {
		const [database] = /--database \S+\.db/.exec(readFileSync(join(MODULES, '../README.md'), 'utf8'))!;
		for (const [line] of guide.matchAll(/npx alongside publish .*/g)) expect(line).toContain(database);
	});

	test('shows a finding in the words that the checker has for it', () => {
		const shown = [...guide.matchAll(/: (error|warning) \[([a-z-]+)\] (.+)\n +\d+ \| .+\n +\| +\^+\n +(.+)/g)];
		expect(shown.length).toBeGreaterThan(0);
		for (const [, severity, code, problem, advice] of shown) {
			const message = MESSAGES[code as Code];
			expect([message.severity, (message.problem as () => string)(), message.advice]).toEqual([severity, problem, advice]);
		}
	});

	test('has a heading for every entry of its list of contents', () => {
		const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, words]) => words!.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-'));
		const links = [...guide.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, id]) => id!);
		expect(links.filter((id) => !headings.includes(id))).toEqual([]);
	});
});
