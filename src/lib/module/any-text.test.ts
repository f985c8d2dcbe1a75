import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileModule } from './compile.ts';
import { filesCalled } from './files-trial.ts';
import { compileLocalText } from './local-text.ts';
import type { Module } from './module.ts';

// Hundreds of runs take a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const HEAD = `---
title: A module
summary: What it is about.
audience: all-staff
stage: ongoing
minutes: 5
outcomes:
  - do something
sources:
  - "Made up, *for a test*, <https://example.org>."
---
`;

function compile(text: string) {
	return compileModule({ slug: 'a-module', file: 'module.md', text, files: filesCalled('tea.png', 'a b.jpg', 'kettle.mp3', 'kettle.mp4', 'kettle.vtt') });
}

/** Every tag that a document may hold, with its attributes. */
const TAGS = [
	/^<(p|h[2-6]|ul|ol|li|strong|em|del|code|pre|br|hr|blockquote)>$/,
	/^<\/(p|h[2-6]|ul|ol|li|strong|em|del|code|pre|blockquote|button|span|a|table|thead|tbody|tr|th|td)>$/,
	/^<ul class="nhsuk-list nhsuk-list--bullet">$/,
	/^<ol class="nhsuk-list nhsuk-list--number"( start="\d{1,9}")?>$/,
	/^<code class="language-[^"<>]*">$/,
	/^<table class="nhsuk-table">$/,
	/^<thead class="nhsuk-table__head">$/,
	/^<tbody class="nhsuk-table__body">$/,
	/^<tr class="nhsuk-table__row">$/,
	/^<th scope="(col|row)" class="nhsuk-table__header">$/,
	/^<td class="nhsuk-table__cell">$/,
	/^<a href="https:\/\/[^"<>]*" target="_blank" rel="noopener noreferrer">$/i,
	/^<a href="(mailto|tel):[^"<>]*">$/i,
	/^<img src="media\/[^"<>/\\:?#&]+" alt="[^"<>]*"( width="\d{1,5}" height="\d{1,5}")?>$/,
	/^<button type="button" class="alongside-term" popovertarget="term-[a-z0-9-]+">$/,
	/^<span class="alongside-explanation" id="term-[a-z0-9-]+" popover>$/,
	/^<span class="alongside-bracket">$/
];
const ALONE = ['br', 'hr', 'img'];

/** What in `html` is not on the list, is not text, or is not closed. */
function faults(html: string): string[] {
	const found: string[] = [];
	const open: string[] = [];
	for (const [part] of html.matchAll(/<[^<>]*>|[^<>]+|[<>]/g)) {
		const name = /^<\/?([a-z0-9]+)/.exec(part)?.[1];
		if (!part.startsWith('<')) found.push(...(part.match(/[>"']/g) ?? []));
		else if (name === undefined || !TAGS.some((tag) => tag.test(part))) found.push(part);
		else if (part.startsWith('</')) found.push(...(open.pop() === name ? [] : [part]));
		else if (!ALONE.includes(name)) open.push(name);
	}
	return [...found, ...open];
}

/** What a document holds as words; whatever else it holds is HTML. */
const WORDS = ['format', 'slug', 'title', 'summary', 'audience', 'stage', 'lang', 'dir', 'outcomes', 'id', 'kind', 'letter', 'standing', 'name', 'about', 'detail', 'alt', 'src', 'type', 'captions', 'role', 'until', 'term', 'explanation', 'text'];

function htmlOf(document: Module): string[] {
	const found: string[] = [];
	const walk = (value: unknown) => {
		if (typeof value === 'string') found.push(value);
		else if (Array.isArray(value)) value.forEach(walk);
		else if (typeof value === 'object' && value !== null) {
			for (const [name, inside] of Object.entries(value)) if (!WORDS.includes(name)) walk(inside);
		}
	};
	walk(document);
	return found;
}

const HARMLESS = [
	'Text', '*', '**stress**', '_', '~~gone~~', '`code`', '<', '>', '&', '&lt;b&gt;', '"', '\'', '\\', '{', '|', '☕', 'شاي', '\u202e', '\u200b',
	'[words](https://example.org/?a=1&b="2")', '[*words*](mailto:a@example.org)', 'https://example.org/a_b_c', '![tea](tea.png)', '![" x="](<a b.jpg>)',
	'\n\n- item\n\n', '\n\n1) item\n   > quoted\n\n', '\n\n> quoted\n\n', '\n\n## Heading\n\n', '\n\n| a | b |\n| - | :-: |\n| `\\|` | d |\n\n', '\n\n---\n\n',
	'\n\n```"><b>\n# code <b>\n:::\n```\n\n', '\n\n    indented <b>\n\n', '\n- [x] done\n', '\n- [ ] to do\n', '\n  more\n', '\n',
	'\n\n:::reflection\nThink of <\n:::\n\n', '\n\n:::do\n- ask "why"\n:::\n\n', '\n\n:::do-not\n- don\'t shout\n:::\n\n',
	'\n\n:::check-in\n:::\n\n', '\n\n:::callout\ntitle: "A" & <b>\n\nCall [111](tel:111).\n:::\n\n', '\n\n:::details\ntitle: <b>\n\nMore *tea*.\n:::\n\n', '\n\n:::pause\n:::\n\n', '\n\n:::support\n:::\n\n',
	'\n\n:::activity\ntitle: Tea\nminutes: 5\n\nMeet.\n:::\n\n', '\n\n:::glossary\n- tea = a "drink" & <b>\n:::\n\n', '\n\nSome tea & a [tea](https://example.org/tea).\n\n',
	'\n\n:::order\nPut.\n\n1. *a* & b\n2. <c\n\n> Why `<b>`.\n:::\n\n', '\n\n:::match\nWhich?\n\n- a & *b* = "c" <d\n- e = <script>\n\n> Why.\n:::\n\n',
	'\n\n:::voice\nrole: "a" <b>\nconsent: fictional\naudio: kettle.mp3\n\nWords & *more*.\n:::\n\n', '\n\n:::image\nfile: a b.jpg\ndescription: "x" onerror=y\n\nUnder *it*.\n:::\n\n',
	'\n\n:::audio\nfile: kettle.mp3\ntitle: <b>\n\nIt hums.\n:::\n\n', '\n\n:::video\nfile: kettle.mp4\ntitle: T\ncaptions: kettle.vtt\n\nWords.\n\n## What can be seen\n\nA kettle.\n:::\n\n',
	'\n\n:::content-note\nabout: x\ndetail: y\n\nShort.\n:::\n\n:::do\n- ask\n:::\n\n',
	'\n\n:::scenario\ntitle: T\n\nIt.\n\n- [most helpful] a\n  > b\n  > next: Later\n- [ ] c\n  > d\n\n## Later\n\nNow.\n\n- [most helpful] a\n  > b\n- [ ] c\n  > d\n:::\n\n',
	'\n\nThe chairman said NO NEVER, "a spastic". **A heading**\n\n', '\n\n#### [here](https://example.org) and HAVE YOU EVER\n\n', '\n\n:::reflection\nHave you ever cut your wrists?\n:::\n\n',
	'\n\n:::checklist\n1. "tea" & <b> {#tea}\n2. *cup*\n:::\n\n', '\n\n:::local-detail\nname: peer-lead\n\nSay *who*.\n:::\n\n',
	'\n\n:::question\nOne of [two](tel:111)?\n\n- [x] "a" & b\n  > Yes, `<b>`.\n- [ ] c\n  > No.\n  >\n  > - More\n:::\n\n',
	'\n\n:::scenario\ntitle: "A" & <b>\n\n- it\n\nAnd now?\n\n- [most helpful] a\n  > ![tea](tea.png)\n- [] b\n  > c\n:::\n\n'
];
const HARMFUL = [
	'<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<pre>', '</pre>', '<code>', '<!--', '-->', '<![CDATA[', '<a href="javascript:x">', '<svg/onload=x', '<b',
	'[x](javascript:alert(1))', '[x](javascript&colon;x)', '[x](<java\tscript:x>)', '[x](data:text/html,<b>)', '![x](data:image/svg+xml,<b>)', '![](tea.png)', '![x](//example.org/a.png)',
	'[x][y]\n\n[y]: javascript:x\n', '<javascript:x>', '" onclick="x', '\n# Page\n', '\n#\n', '\n# {#x}\n', '\n # x\n', '\nx\n===\n', '\n:::question\n', '\n:::scenario\n', '\n:::do\n', '\n:::\n', '\n  :::x\n',
	'\n:::content-note\n', '\nabout: x\n', '\nid: constructor\n', '\nid: __proto__\n', '\ntitle: x\n', '\n- [most helpful] x\n', '\n:::voice\n', '\nconsent: withdrawn 1 May 2020\n', '\n:::video\n', '\n:::glossary\n', '\n- x = y\n', '\n:::order\n', '\n:::match\n', '\n  next: end\n', '\n## Later\n', '\nfile: ../../etc/passwd\n', '\naudio: tea.png\n', '\n- [\n', '\n```\n', '\n~~~', '\n---\n', '\n  > x\n', '\n> > - 1. x\n', '\r', '\r\n', '\t', '\0', '\ufeff', '\ud800', '\u2028', '&#0;', '&#x0;'
];

const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'-#:>*_`[]()!|<&{}~ \n\t\\"ax1.'), maxLength: 300 }));
const fragments = fc.array(fc.oneof({ arbitrary: fc.constantFrom(...HARMLESS, ...HARMFUL), weight: 5 }, { arbitrary: anything, weight: 1 }), { maxLength: 25 }).map((parts) => parts.join(''));
const harmless = fc.array(fc.constantFrom(...HARMLESS), { maxLength: 25 }).map((parts) => parts.join(' '));

describe('any text at all', () => {
	test('compiles to a document or to findings', () => {
		const text = fc.oneof(anything, fragments, fragments.map((body) => `${HEAD}# Page\n\n${body}`), anything.map((top) => `---\n${top}\n---\n# Page\n\nText`));
		fc.assert(
			fc.property(text, (text) => {
				const { module, diagnostics } = compile(text);
				expect(module === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
				const lines = text.split(/\r\n?|\n/);
				expect(diagnostics.filter(({ line, problem, advice }) => !(line >= 1 && line <= lines.length && problem && advice))).toEqual([]);
				const beside = diagnostics.filter(({ line, column = 1, length = 0 }) => column < 1 || length < 0 || column - 1 + length > lines[line - 1]!.length);
				expect(beside).toEqual([]);
			}),
			{ numRuns: 1500 }
		);
	});

	test('compiles to the same each time', () => {
		fc.assert(
			fc.property(fragments, (body) => {
				expect(compile(HEAD + body)).toEqual(compile(HEAD + body));
			}),
			{ numRuns: 100 }
		);
	});
});

describe('a document', () => {
	test('holds only tags, attributes and addresses that are on the list', () => {
		let documents = 0;
		fc.assert(
			fc.property(fc.oneof(harmless, fragments), (body) => {
				const { module } = compile(`${HEAD}# Page\n\nText ${body}`);
				if (!module) return;
				documents += 1;
				expect(htmlOf(module).flatMap(faults)).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
		expect(documents).toBeGreaterThan(100);
	});

	test('is plain JSON', () => {
		fc.assert(
			fc.property(harmless, (body) => {
				const { module } = compile(`${HEAD}# Page\n\nText ${body}`);
				if (module) expect(JSON.parse(JSON.stringify(module))).toEqual(module);
			}),
			{ numRuns: 200 }
		);
	});
});

test('what a trust writes holds only what is on the list, even where it is full of mistakes', () => {
	fc.assert(
		fc.property(fc.oneof(fragments, anything), (text) => {
			expect(faults(compileLocalText('peer-lead', text).html)).toEqual([]);
		}),
		{ numRuns: 1500 }
	);
});
