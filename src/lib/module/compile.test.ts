import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { filesCalled } from './files-trial.ts';
import { compileModule } from './compile.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Page } from './module.ts';

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
  - do something else
sources:
  - Made up for a test.
---
`;
const FIRST = HEAD.split('\n').length;

function compile(body: string) {
	return compileModule({ slug: 'a-module', file: 'module.md', text: HEAD + body, files: new Map() });
}

function pages(body: string): Page[] {
	return compile(body).module!.pages;
}

/** Every id of a module, those of its questions and scenarios among them. */
function idsOf(body: string): string[] {
	return pages(body).flatMap((page) => [page.id, ...page.blocks.flatMap((block) => ('id' in block ? [block.id] : []))]);
}

/** What is wrong with how a module is put together; what its words are like is asked elsewhere. */
function mistakes(body: string): Diagnostic[] {
	return compile(body).diagnostics.filter(({ severity }) => severity === 'error');
}

function codes(body: string): [string, number][] {
	return mistakes(body).map(({ code, line }) => [code, line - FIRST + 1]);
}

/** Pieces of a page. A mistake can be put wherever a `¶` stands. */
const PIECES = [
	'Text¶\nand more¶ text¶\n',
	'## A heading¶\n',
	'**Words¶\nthat matter¶** and [a link\nover¶ two lines](https://example.org)¶\n',
	'- one¶\n  more¶\n\n  A second¶\n  paragraph¶\n\n  - deeper¶\n    more¶\n\n    and a third¶\n    line¶\n- two¶\n',
	'1. one¶\n   > quoted¶\n   > more¶\n\n2. two¶\n\n   ```\n   # code\n   ```\n\n   after¶\n   it¶\n',
	'> quoted¶\n> more¶\n>\n> - in a list¶\n>   of it¶\n>\n> > deeper¶\ngoing on¶\n',
	'| a¶ | b |\n| --- | --- |\n| c | d¶ |\n| e¶ | f |\n',
	'```\n# code\n:::\n```\n\nText¶\n',
	':::question\nSome¶\ntext¶\n\nWhich¶\none?¶\n\n- [ ] this¶\n  one¶\n  > Because¶\n  > of that¶\n- [x] that¶\n\n  > Because¶\n  >\n  > - of this¶\n  >   too¶\n:::\n',
	':::scenario\ntitle: A situation\n\nIt¶ rains.\n\n- a list¶\n- of things¶\n\nAnd now?¶\n\n- [most helpful] Wait.¶\n  > It may stop.¶\n- [ ] Go.¶\n  > It may not.¶\n:::\n',
	':::do\n\n- one¶\n- two¶\n  more¶\n:::\n',
	':::do-not\n- one¶\n- two¶\n:::\n',
	':::reflection\nbox: no\n\nThink¶\nof it.¶\n:::\n',
	':::local-detail\nname: staff-support\n\n\nSay¶ who¶\nit is.\n:::\n'
];
const NOTE = ':::content-note\nabout: something\ndetail: no detail\n\nIn¶\nshort.¶\n:::\n';

const body = fc
	.array(fc.tuple(fc.boolean(), fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 4 })
	.map((written) =>
		written
			.map(([note, pieces], index) => {
				const text = pieces.map(([piece, empty]) => `${piece}${'\n'.repeat(empty)}\n`).join('');
				return `# Page ${index} {#page-${index}}\n\n${note ? `${NOTE}\n` : ''}${text}`;
			})
			.join('')
	);

describe('the line of a mistake', () => {
	test('is exact wherever in a page it stands', () => {
		fc.assert(
			fc.property(body, fc.nat(), (text, choice) => {
				const parts = text.split('¶');
				const at = choice % (parts.length - 1);
				const before = parts.slice(0, at + 1).join('');
				const found = mistakes(`${before}<b>${parts.slice(at + 1).join('')}`);
				expect(found.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'raw-html', line: FIRST + before.split('\n').length - 1 }]);
			}),
			{ numRuns: 200 }
		);
	});

	test('is exact at each place of each piece', () => {
		for (const piece of [...PIECES, NOTE]) {
			const parts = `# Page\n\n${piece}\nText\n`.split('¶');
			for (const [index] of parts.slice(1).entries()) {
				const before = parts.slice(0, index + 1).join('');
				expect(codes(`${before}<b>${parts.slice(index + 1).join('')}`)).toEqual([['raw-html', before.split('\n').length]]);
			}
		}
	});

	test('is exact for a mark of a block put in at any line', () => {
		const whole = `# Page\n\n${NOTE}\n${PIECES.filter((piece) => !piece.includes('```')).join('\n')}`.replaceAll('¶', '').split('\n');
		for (const [index] of whole.entries()) {
			const text = whole.toSpliced(index, 0, '  :::oops').join('\n');
			expect(codes(text).filter(([code]) => code === 'block-mark-unclear')).toEqual([['block-mark-unclear', index + 1]]);
		}
	});

	test('is exact for a detail put in at any line of the top', () => {
		const lines = HEAD.split('\n');
		for (const [index, line] of lines.entries()) {
			if (!/^[a-z]+:/.test(line)) continue;
			const text = `${lines.toSpliced(index, 0, 'nothing: here').join('\n')}# Page\n\nText`;
			const { diagnostics } = compileModule({ slug: 'a-module', file: 'module.md', text, files: new Map() });
			expect(diagnostics.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'detail-unknown', line: index + 1 }]);
		}
	});

	test('is that of each mistake, in the order of the file', () => {
		expect(codes('# A\n\n<b> and <i>\n\n- <u>\n\n[x](http://example.org) <s>\n')).toEqual([
			['raw-html', 3],
			['raw-html', 3],
			['raw-html', 5],
			['link-not-allowed', 7],
			['raw-html', 7]
		]);
	});
});

describe('ids', () => {
	const question = (words: string, id = '') => `:::question\n${id}\n${words}\n\n- [ ] a\n  > b\n- [x] c\n  > d\n:::\n\n`;

	test('come from the heading, and from a question\'s place on its page', () => {
		expect(idsOf(`# Who is who?\n\n${question('One?')}${question('Two?')}# Next\n\n${question('Three?')}`)).toEqual([
			'who-is-who',
			'who-is-who-q1',
			'who-is-who-q2',
			'next',
			'next-q1'
		]);
	});

	test('stay when a typo in a question is mended', () => {
		expect(idsOf(`# Page\n\n${question('Wich one?')}${question('Two?')}`)).toEqual(idsOf(`# Page\n\n${question('Which one?')}${question('Two, then?')}`));
	});

	test('stay when a heading is changed below an id of its own', () => {
		expect(idsOf(`# Wellcome {#welcome}\n\n${question('One?')}`)).toEqual(idsOf(`# Welcome! {#welcome}\n\n${question('One?')}`));
	});

	test('stay when pages are put into another order', () => {
		const [one, two, three] = ['# One', '# Two', '# Three'].map((heading) => `${heading}\n\n${question('One?')}${question('Two?')}`);
		expect(idsOf(`${three}${one}${two}`).toSorted()).toEqual(idsOf(`${one}${two}${three}`).toSorted());
	});

	test('stay with a question that has its own, wherever it stands', () => {
		const own = question('One?', 'id: my-own\n');
		expect(idsOf(`# Page\n\n${own}${question('Two?')}`)).toContain('my-own');
		expect(idsOf(`# Page\n\n${question('Two?')}${own}`)).toContain('my-own');
	});

	test('of scenarios do not move when a question comes before', () => {
		const scenario = ':::scenario\ntitle: T\n\nText\n\n- [most helpful] a\n  > b\n- [ ] c\n  > d\n:::\n\n';
		expect(idsOf(`# Page\n\n${question('One?')}${scenario}`)).toEqual(['page', 'page-q1', 'page-s1']);
	});

	test('of a question on a page with a long heading can be used', () => {
		const heading = 'What you could do when somebody tells you something that worries you';
		const [page, first] = idsOf(`# ${heading}\n\n${question('One?')}`);
		expect(first).toBe(`${page}-q1`);
	});

	test('of a page are never taken by a question', () => {
		expect(codes(`# Page\n\n${question('One?', 'id: next\n')}# Next\n\nText`)).toEqual([['id-duplicate', 4]]);
	});

	test('that are wrong on a page are reported there, and not again at each question', () => {
		expect(codes(`# Page {#Not one}\n\n${question('One?')}`)).toEqual([['id-invalid', 1]]);
	});

	test('that two headings would share are reported', () => {
		expect(codes('# Tea & talk\n\nText\n\n# Tea, talk\n\nText')).toEqual([['id-duplicate', 5]]);
	});
});

describe('a page', () => {
	test('may be written with closing marks, spaces and an id', () => {
		expect(pages('#   What is C#?   {#c-sharp}   ##  \n\nText')).toEqual([{ id: 'c-sharp', title: 'What is C#?', blocks: [{ kind: 'prose', html: '<p>Text</p>' }] }]);
	});

	test('is not started by a # in code', () => {
		expect(pages('# Page\n\n```\n# Not this\n```\n\n`#nor-this`').map(({ title }) => title)).toEqual(['Page']);
	});

	test('that was meant and has no space after its sign is a mistake, and is not lost in silence', () => {
		expect(codes('# Page\n\nText\n\n#Another\n\n##Part')).toEqual([
			['heading-without-space', 5],
			['heading-without-space', 7]
		]);
	});

	test('takes nothing from the mistakes of another', () => {
		expect(codes('# One\n\n:::question\n:::\n\n# Two\n\n:::reflection\n:::\n\n# Three')).toEqual([
			['block-empty', 3],
			['block-empty', 8],
			['page-empty', 11]
		]);
	});
});

describe('code', () => {
	test('that is not closed is reported, since it would swallow every page below', () => {
		expect(codes('# One\n\n~~~\n\n# Two\n\nText')).toEqual([['fence-unclosed', 3]]);
	});

	test('that is not closed in a block is reported and not the block', () => {
		expect(codes('# One\n\n:::reflection\n```\n:::\n\n# Two\n\nText')).toEqual([['fence-unclosed', 4]]);
	});

	test('in a list may start on the line of its item', () => {
		expect(pages('# One\n\n10. ```\n    # code\n    ```\n\n# Two\n\nText').map(({ id }) => id)).toEqual(['one', 'two']);
	});

	test('is closed by as many marks as it was opened with, or more', () => {
		expect(pages('# One\n\n````\n```\n# code\n``````\n\n# Two\n\nText').map(({ id }) => id)).toEqual(['one', 'two']);
	});
});

describe('the modules that we ship', () => {
	const folder = join(import.meta.dirname, '../../../modules');
	const slugs = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'module.md')));

	test.each(slugs)('%s compiles to plain JSON, with no mistake', (slug) => {
		const text = readFileSync(join(folder, slug, 'module.md'), 'utf8');
		const { module, diagnostics } = compileModule({ slug, file: 'module.md', text, files: filesCalled(...readdirSync(join(folder, slug))) });
		expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(JSON.parse(JSON.stringify(module))).toEqual(module);
	});
});
