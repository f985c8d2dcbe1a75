import { describe, expect, test, vi } from 'vitest';
import { compileModule } from './compile.ts';
import { gather } from './diagnostic.ts';
import { isTooDeep, withinLimits } from './limits.ts';
import { compileLocalText } from './local-text.ts';

// Nothing here is timed: a text that is hard to read may take a while on a busy machine, but it ends.
vi.setConfig({ testTimeout: 60_000 });

const HEAD = `---
title: A module
summary: What it is about.
audience: all-staff
stage: ongoing
minutes: 5
outcomes:
  - do something
sources:
  - Made up for a test.
---
# Page

`;
/** About as much as a module may have. */
const MOST = 499_000;

/** `text` again and again, to the most that is read. */
function fill(text: string): string {
	return text.repeat(Math.floor((MOST - HEAD.length) / text.length));
}

/** The same in stretches of `length`, each of which is read. */
function stretches(text: string, length = 9_000): string {
	return fill(`${text.repeat(Math.floor(length / text.length))}\n\n`);
}

/** Texts on which a parser could take for ever, or for which it could need the whole stack. */
const HARD: Record<string, string> = {
	'quotations in each other': fill('>'),
	'quotations in each other, with spaces': fill('> '),
	'lists in each other': `${fill('- ')}a`,
	'lists in each other by their indent': Array.from({ length: 700 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(''),
	'quotations that grow line by line': Array.from({ length: 900 }, (_, depth) => `${'>'.repeat(depth)} a\n`).join(''),
	'closing marks of blocks': fill(':::\n'),
	'opening marks of blocks': fill(':::question\n'),
	'blocks of no kind': fill(':::nothing\n:::\n'),
	'a block with many fields': `:::reflection\n${fill('a: b\n')}`,
	'a field with many spaces': `:::reflection\nbox: ${fill(' ')}x\n`,
	'one line of words': fill('word '),
	'one line of a letter': fill('a'),
	'a page heading of spaces': `# a${fill(' ')}x`,
	'a page heading of marks': `# ${fill('{#')}`,
	'a page heading of ids': `# ${fill('{#a} ')}`,
	'many pages': fill('# a\n\nb\n\n'),
	'stars': stretches('*a', 900),
	'stars that open': stretches('**a ', 1900),
	'stars that close': stretches('a** ', 1900),
	'stars and lines in each other': stretches('*a _b ', 1400),
	'stars in each other and closed': fill(`${'*a _b '.repeat(120)}${'c_ d* '.repeat(120)}\n\n`),
	'lines under words': stretches('a_', 900),
	'waves in each other': stretches('~~a ~b ', 1600),
	'brackets': stretches('['),
	'brackets in each other': fill(`${'['.repeat(4000)}${']'.repeat(4000)}\n\n`),
	'links that are not closed': stretches('[a](b '),
	'links in each other': fill(`${'[a '.repeat(1000)}${'](https://a.b) '.repeat(100)}\n\n`),
	'images in each other': stretches('![a'),
	'titles that are not closed': stretches('[a](b "'),
	'backticks of all lengths': fill(`${Array.from({ length: 130 }, (_, length) => `${'`'.repeat(length + 1)}a`).join('')}\n\n`),
	'addresses': stretches('a@b.c https://d.e www.f.g '),
	'an address without end': stretches('a.b-'),
	'tags': fill('<a '),
	'remarks': fill('<!-- \n\n'),
	'entities': stretches('&#'),
	'backslashes': stretches('\\'),
	'a table of many rows': fill('a|b\n-|-\nc|d\n\n'),
	'a table with a wide head and short rows': `|${'a|'.repeat(1500)}\n|${'-|'.repeat(1500)}\n${'a\n'.repeat(1500)}`,
	'tables with as many columns as there may be, and short rows': fill(`|${'a|'.repeat(10)}\n|${'-|'.repeat(10)}\n${'a\n'.repeat(4400)}\n`),
	'a table of nothing but marks': stretches('|'),
	'one line of marks of tables': `${fill('|').slice(1)}x`,
	'a long list': stretches('- a\n'),
	'a list with one long item': `- a\n${fill('\n  b\n')}`,
	'a list with items of many lines': fill(`- a\n${'  b\n'.repeat(2000)}\n`),
	'a list of code': fill('- ```\n  a\n  ```\n\n'),
	'a question with many options': `:::question\nWhich?\n\n${fill('- [ ] a\n  > b\n\n')}`,
	'a list to do with many items': `:::do\n${fill('- a\n\n')}:::`,
	'names of links that are used': `${Array.from({ length: 8000 }, (_, index) => `[a${index}]: https://b.c\n\n`).join('')}${Array.from({ length: 8000 }, (_, index) => `[a${index}]\n\n`).join('')}`,
	'headings with many marks': fill(`## ${' #'.repeat(4000)}\n\n`),
	'code that opens and closes': fill('```\n'),
	'empty lines': fill('\n'),
	'lines of spaces': fill(`${' '.repeat(1000)}\n`),
	'spaces that are not spaces': fill('\u00a0\n'),
	'returns': fill('\r'),
	'half letters': stretches('\ud800')
};

describe('a text that is hard to read', () => {
	test.each(Object.keys(HARD))('gives a document or findings: %s', (name) => {
		const { module, diagnostics } = compileModule({ slug: 'a-module', file: 'module.md', text: HEAD + HARD[name]!, files: new Map() });
		expect(HARD[name]!.length).toBeLessThan(500_000);
		expect(module === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
	});

	test.each(['title', 'outcomes', 'sources'])('gives a document or findings where it is the %s', (name) => {
		for (const text of Object.values(HARD)) {
			const top = HEAD.replace(/^---\n/, `---\n${name}: ${text.slice(0, 5_000)}\n`);
			const { module, diagnostics } = compileModule({ slug: 'a-module', file: 'module.md', text: top, files: new Map() });
			expect(module === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
		}
	});

	test('gives HTML or findings where a trust writes it', () => {
		for (const text of Object.values(HARD)) expect(compileLocalText('peer-lead', text.slice(0, 20_000))).toHaveProperty('html');
	});
});

describe('the limits', () => {
	const found = (text: string) => {
		const { report, diagnostics } = gather('module.md');
		const within = withinLimits(text, 1, report);
		return { within, found: diagnostics.map(({ code, line }) => [code, line]) };
	};
	const nothing = { within: true, found: [] };

	test('start again after an empty line', () => {
		const stretch = `${'word '.repeat(1999)}\n`;
		expect(found(`${stretch}\n${stretch} \t\n${stretch}`)).toEqual(nothing);
		expect(found(`a\n\n${stretch}${stretch}`)).toEqual({ within: false, found: [['stretch-too-long', 3]] });
	});

	test('do not start again after a line that only looks empty', () => {
		const stretch = `${'word '.repeat(1999)}\n`;
		expect(found(`${stretch}\u00a0\n${stretch}`)).toEqual({ within: false, found: [['stretch-too-long', 1]] });
	});

	test('leave room for tables, rules and lists that people write', () => {
		const table = `| Who | What |\n| --- | --- |\n${'| A colleague | "I need **10 minutes**. Can you take over?" |\n'.repeat(100)}`;
		const list = Array.from({ length: 8 }, (_, depth) => `${'    '.repeat(depth)}- item\n`).join('');
		expect(found(`${table}\n${list}\n${'- '.repeat(40)}\n\n${'* '.repeat(40)}`)).toEqual(nothing);
	});

	test.each([
		[`${'> '.repeat(20)}a`, false],
		[`${'> '.repeat(21)}a`, true],
		[`${'>'.repeat(21)}a`, true],
		[`${'- '.repeat(21)}a`, true],
		[`${'10) '.repeat(21)}a`, true],
		[`${'\t'.repeat(10)}- a`, true],
		[`${' '.repeat(38)}- a`, false],
		[`${' '.repeat(42)}- a`, true],
		[`${' '.repeat(400)}a`, false],
		['-'.repeat(400), false],
		['**stress**', false]
	])('know how deep %j stands', (line, deep) => {
		expect(isTooDeep(line)).toBe(deep);
	});
});
