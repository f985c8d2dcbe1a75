import { describe, expect, test } from 'vitest';
import { compileModule } from '../compile.ts';
import { GROUPS } from '../messages.ts';
import type { Block } from '../module.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n# Page\n';

function compile(body: string) {
	return compileModule({ slug: 'a-module', file: 'module.md', text: `${HEAD}${body}`, files: new Map() });
}

/** The one block of a page. */
function block(body: string): Block {
	const [only] = compile(body).module!.pages[0]!.blocks;
	return only!;
}

/** What is wrong with how a block is put together, each with its line in `body`. What its words are like is asked elsewhere. */
function mistakes(body: string): [string, number][] {
	const found = compile(body).diagnostics.filter(({ code, severity }) => severity === 'error' || Object.hasOwn(GROUPS.structure, code));
	return found.map(({ code, line }) => [code, line - HEAD.split('\n').length + 1]);
}

describe('a list of what not to do', () => {
	const items = (text: string) => {
		const list = block(`:::do-not\n${text}\n:::`);
		return list.kind === 'do-list' ? list.items : undefined;
	};

	test.each([
		['Do not shout', 'shout'],
		['do not  shout', 'shout'],
		['Don\'t shout', 'shout'],
		['don’t shout', 'shout'],
		['DO NOT *shout*', '<em>shout</em>'],
		['donate', 'donate'],
		['do nothing', 'do nothing'],
		['make people do not-so-kind things', 'make people do not-so-kind things']
	])('shows %j as %j', (written, shown) => {
		expect(items(`- ${written}`)).toEqual([shown]);
	});

	test('says on which lines the words are not needed', () => {
		expect(mistakes(':::do-not\n\n- shout\n- do not shout\n- whisper\n  to others\n\n- don\'t whisper\n:::')).toEqual([
			['do-not-repeated', 4],
			['do-not-repeated', 8]
		]);
	});

	test('leaves the words alone in a list of what to do', () => {
		expect(block(':::do\n- do not forget to eat\n:::')).toEqual({ kind: 'do-list', advises: true, items: ['do not forget to eat'] });
	});
});

describe('a list of what to do', () => {
	test('loses nothing that stands under an item, but says so', () => {
		expect(mistakes(':::do\n- ask\n  - early\n- eat\n\n  well\n- ```\n  code\n  ```\n- > quote\n- ## heading\n- ok\n  go on\n:::')).toEqual([
			['item-not-one-text', 2],
			['item-not-one-text', 4],
			['item-not-one-text', 7],
			['item-not-one-text', 10],
			['item-not-one-text', 11]
		]);
	});

	test('has no empty items', () => {
		expect(mistakes(':::do\n- ask\n-\n:::')).toEqual([['item-not-one-text', 3]]);
	});

	test.each(['Text\n\n- ask', '- ask\n\nText', '- ask\n\n1. eat', '> - ask', 'ask'])('is one list and nothing else, unlike %j', (text) => {
		expect(mistakes(`:::do\n${text}\n:::`)).toEqual([['list-expected', 1]]);
	});
});

describe('options', () => {
	test('have letters, in the order in which they are written', () => {
		const question = block(`:::question\nWhich?\n\n${'- [x] yes\n  > Why\n'.repeat(3)}- [ ] no\n  > Why\n:::`);
		expect(question.kind === 'question' && question.options.map(({ letter, right }) => [letter, right])).toEqual([
			['a', true],
			['b', true],
			['c', true],
			['d', false]
		]);
	});

	test('may be numbered, or have empty lines between', () => {
		const written = ['- [ ] a\n  > b\n- [X] c\n  > d', '* [ ] a\n  > b\n\n* [x] c\n  > d', '1. [ ] a\n   > b\n2. [x] c\n   > d', '- [] a\n\n  > b\n\n- [ x ] c\n\n  > d'];
		const read = written.map((text) => block(`:::question\nWhich?\n\n${text}\n:::`));
		expect(new Set(read.map((question) => JSON.stringify(question))).size).toBe(1);
	});

	test('may start with a link', () => {
		expect(mistakes(':::scenario\ntitle: T\n\nText\n\n- [most helpful] [ask](tel:111) them\n  > b\n- [ring](tel:111) them\n  > d\n:::')).toEqual([]);
	});

	test('are found below a list in what is asked', () => {
		const question = block(':::question\n- one\n- two\n\nWhich of them?\n\n- [ ] one\n  > b\n- [x] two\n  > d\n:::');
		expect(question).toMatchObject({ kind: 'question', lead: '<ul class="nhsuk-list nhsuk-list--bullet">\n<li>one</li>\n<li>two</li>\n</ul>', prompt: 'Which of them?' });
	});

	test('are asked for in a paragraph, which a quotation or a heading is not', () => {
		const options = '- [ ] a\n  > b\n- [x] c\n  > d';
		expect(mistakes(`:::question\n> Which?\n\n${options}\n:::`)).toEqual([['question-without-text', 1]]);
		expect(mistakes(`:::question\n## Which?\n\n${options}\n:::`)).toEqual([['question-without-text', 1]]);
	});

	test('say once what is wrong where feedback starts at the edge', () => {
		expect(mistakes(':::question\nWhich?\n\n- [ ] a\n\n> b\n\n- [x] c\n\n> d\n:::')).toEqual([['feedback-not-indented', 6]]);
		expect(mistakes(':::scenario\ntitle: T\n\nText\n\n- [most helpful] a\n> b\n- [ ] c\n> d\n:::')).toEqual([['feedback-not-indented', 7]]);
	});

	test('say on which line what would be lost stands', () => {
		expect(mistakes(':::question\nWhich?\n\n- [ ] a\n  > b\n- [x] c\n  > d\n\n\n\nlost\n:::')).toEqual([['options-not-last', 11]]);
	});

	test('know where they stand when the same list stands above, in code', () => {
		const list = '- [ ] a\n- [x] c\n  > d';
		expect(mistakes(`:::question\n\`\`\`\n${list}\n\`\`\`\n\nWhich?\n\n${list}\n:::`)).toEqual([['option-without-feedback', 10]]);
	});

	test('with right answers only are a warning, with one they are a mistake of another kind', () => {
		expect(mistakes(':::question\nWhich?\n\n- [x] a\n  > b\n:::')).toEqual([['options-too-few', 4]]);
		expect(mistakes(':::question\nWhich?\n\n- [x] a\n  > b\n- [x] c\n  > d\n:::')).toEqual([['question-all-right', 1]]);
	});
});

describe('a scenario', () => {
	const scenario = (options: string) => `:::scenario\ntitle: T\n\nText\n\n${options}\n:::`;

	test('may have several choices that are most helpful', () => {
		expect(mistakes(scenario('- [most helpful] a\n  > b\n- [Most  helpful] c\n  > d'))).toEqual([['option-mark-unknown', 8]]);
		expect(mistakes(scenario('- [most helpful] a\n  > b\n- [MOST HELPFUL] c\n  > d'))).toEqual([]);
	});

	test('has no right answers', () => {
		expect(mistakes(scenario('- [x] a\n  > b\n- [most helpful] c\n  > d'))).toEqual([['option-mark-unknown', 6]]);
	});
});

describe('fields', () => {
	test('may have an empty line above, a capital and a space, as people type them', () => {
		for (const field of ['\nbox: no', 'Box: no', 'box : no']) {
			expect(block(`:::reflection\n${field}\n\nThink.\n:::`)).toEqual({ kind: 'reflection', html: '<p>Think.</p>', box: false });
		}
	});

	test('are only those that some block has, where an empty line stands above', () => {
		expect(block(':::reflection\n\nRemember: tea helps.\n:::')).toEqual({ kind: 'reflection', html: '<p>Remember: tea helps.</p>', box: true });
	});

	test('belong to a block whose name may have a space for its hyphen, and capitals', () => {
		for (const name of ['check in', 'Check-In', 'check-in']) expect(block(`:::${name}\nHello.\n:::`)).toEqual({ kind: 'check-in', html: '<p>Hello.</p>' });
		expect(block(':::do not\n- shout\n:::')).toMatchObject({ kind: 'do-list', advises: false });
	});

	test('may come without an empty line below', () => {
		expect(block(':::reflection\nbox: no\nThink.\n:::')).toEqual({ kind: 'reflection', html: '<p>Think.</p>', box: false });
	});

	test('that stand there twice keep the first, and are a mistake', () => {
		expect(mistakes(':::reflection\nbox: no\nbox: yes\n\nThink.\n:::')).toEqual([['field-twice', 3]]);
	});

	test('without a value are missing', () => {
		expect(mistakes(':::local-detail\nname:\n\nSay who.\n:::')).toEqual([['field-missing', 1]]);
	});
});

describe('the marks of a block', () => {
	test.each([' :::reflection', '\t:::reflection', '::::reflection', ':::{reflection}', ': : :', '  :::'])('%j is no mark', (line) => {
		const found = mistakes(`${line}\nText\n`);
		expect(found).toEqual(line === ': : :' ? [] : [['block-mark-unclear', 1]]);
	});

	test('may be followed by spaces, and close with more colons', () => {
		expect(block('::: reflection  \nThink.\n:::::  ')).toEqual({ kind: 'reflection', html: '<p>Think.</p>', box: true });
	});

	test('cannot stand inside another block', () => {
		expect(mistakes(':::reflection\nThink.\n:::do\n- ask\n:::\n:::')).toEqual([
			['block-unclosed', 1],
			['block-end-alone', 6]
		]);
	});
});
