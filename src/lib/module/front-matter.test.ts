import { describe, expect, test } from 'vitest';
import { FORMAT } from './module.ts';
import { compileModule } from './compile.ts';

const DETAILS: Record<string, string> = {
	title: 'A module',
	summary: 'What it is about.',
	audience: 'all-staff',
	stage: 'ongoing',
	minutes: '5',
	outcomes: '\n  - do something',
	sources: '\n  - Made up for a test.'
};

function compile(top: string) {
	return compileModule({ slug: 'a-module', file: 'module.md', text: `---\n${top}\n---\n\n# Page\n\nText\n`, files: new Map() });
}

/** The top of a module, with some details changed or left out. */
function top(changed: Record<string, string | undefined> = {}): string {
	return Object.entries({ ...DETAILS, ...changed })
		.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
		.join('\n');
}

/** Each finding as its line and its problem. */
function problems(text: string): string[] {
	return compile(text).diagnostics.map(({ line, problem }) => `${line} ${problem}`);
}

describe('the details at the top', () => {
	test('are taken as they stand', () => {
		const { format, slug, pages, ...details } = compile(top()).module!;
		expect({ format, slug, pages: pages.length }).toEqual({ format: FORMAT, slug: 'a-module', pages: 1 });
		expect(details).toEqual({
			title: 'A module',
			summary: 'What it is about.',
			audience: 'all-staff',
			stage: 'ongoing',
			minutes: 5,
			lang: 'en-GB',
			dir: 'ltr',
			outcomes: ['do something'],
			sources: ['Made up for a test.']
		});
	});

	test.each([
		['a date', '2024-03-01', '2024-03-01'],
		['a word that other YAML takes for true', 'yes', 'yes'],
		['a time', '12:30', '12:30'],
		['quotation marks', '"Peers: a start"', 'Peers: a start'],
		['a colon without a space', 'Peers:a start', 'Peers:a start'],
		['a # without a space', 'C# for peers', 'C# for peers'],
		['a folded text', '>\n  Peers\n  and teams', 'Peers and teams'],
		['spaces around', '  Peers  ', 'Peers']
	])('take %s as words', (_, written, title) => {
		expect(compile(top({ title: written })).module?.title).toBe(title);
	});

	test.each([
		['2024', '`title: 2024` cannot be used: it must be the name of the module, up to 100 letters.'],
		['true', '`title: true` cannot be used: it must be the name of the module, up to 100 letters.'],
		['[a, b]', '`title: ["a","b"]` cannot be used: it must be the name of the module, up to 100 letters.'],
		['{a: b}', '`title: {"a":"b"}` cannot be used: it must be the name of the module, up to 100 letters.'],
		['""', '`title: ` cannot be used: it must be the name of the module, up to 100 letters.'],
		['x'.repeat(101), `\`title: ${'x'.repeat(60)}…\` cannot be used: it must be the name of the module, up to 100 letters.`],
		['', 'The detail `title` is missing. It is the name of the module, up to 100 letters.'],
		['null', 'The detail `title` is missing. It is the name of the module, up to 100 letters.']
	])('say what a title must be where it is %s', (title, problem) => {
		expect(problems(top({ title }))).toEqual([`2 ${problem}`]);
	});

	test.each([
		['audience', 'All staff'],
		['audience', 'constructor'],
		['stage', 'Induction'],
		['minutes', '20 minutes'],
		['minutes', '0'],
		['minutes', '2.5'],
		['minutes', '"20"'],
		['minutes', '.inf'],
		['renew', '36'],
		['renew', '121 months'],
		['renew', '2 years'],
		['lang', 'English'],
		['dir', 'left'],
		['outcomes', 'do something'],
		['outcomes', '[]'],
		['outcomes', '\n  - 2024'],
		['outcomes', '\n  - do something\n  - "do something "'],
		['sources', '\n  - a\n  - b\n  - a'],
		['sources', '\n  - - in a list']
	])('refuse `%s: %s`', (name, value) => {
		expect(compile(top({ [name]: value })).diagnostics.map(({ code }) => code)).toEqual(['detail-invalid']);
	});

	test('are all reported at once', () => {
		expect(problems('title: A module\nstage: never\nminuts: 5')).toEqual([
			'1 The detail `summary` is missing. It is one sentence for lists, up to 300 letters.',
			'1 The detail `audience` is missing. It is a group such as `all-staff` or `peers`.',
			'1 The detail `minutes` is missing. It is a number of minutes, such as 20.',
			'1 The detail `outcomes` is missing. It is a list of what people can do afterwards, each once and on a line that starts with `- `.',
			'1 The detail `sources` is missing. It is a list of where the facts come from, each once and on a line that starts with `- `.',
			'3 `stage: never` cannot be used: it must be one of induction, before-role, first-3-months, ongoing, experienced.',
			'4 There is no detail called `minuts`. Did you mean `minutes`?'
		]);
	});

	test('need not be right for the pages to be checked too', () => {
		const { diagnostics } = compileModule({ slug: 'a-module', file: 'module.md', text: '---\ntitle: [\n---\n\n# Page\n\n<b>', files: new Map() });
		expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
			['front-matter-unreadable', 2],
			['raw-html', 7]
		]);
	});
});

describe('what YAML cannot read, or would read as something else', () => {
	const unreadable = 'The details at the top cannot be read:';
	const SIGN = 'a value starts with a sign that means something else here, such as a bracket, a star or a quotation mark.';

	test.each([
		['a colon', top({ title: 'Peers: a start' }), 2, 'the value contains a colon.'],
		['no space after the colon', `title:Peers\n${top({ title: undefined })}`, 2, 'a line is not `name: value`, with a space after the colon.'],
		['a detail twice', `${top()}\ntitle: Again`, 11, 'the same detail stands above.'],
		['a tab before a list', top({ outcomes: '\n\t- do something' }), 8, 'the line starts with a tab. Use spaces.'],
		['an open quotation mark', top({ summary: '"What it is about.' }), 3, 'a quotation mark or a bracket is not closed.'],
		['an open quotation mark in a list', top({ sources: '\n  - "Made up.' }), 10, 'a quotation mark or a bracket is not closed.'],
		['words after a quotation mark', top({ title: '"Peers" at work' }), 2, SIGN],
		['words after a bracket', top({ title: '[Draft] Peers' }), 2, SIGN],
		['a % at the start', top({ title: '% of peers' }), 2, SIGN],
		['an @ at the start', top({ title: '@work' }), 2, SIGN],
		['a key that is a list', `${top()}\n? [a]\n: b`, 11, SIGN],
		['stars for stress', top({ title: '*Peers* at work' }), 2, SIGN],
		['a name for something elsewhere', top({ title: '&a Peers', summary: '*a' }), 2, SIGN],
		['a name for itself', top({ outcomes: '&a [*a]' }), 7, SIGN],
		['a tag', top({ title: '!important Peers' }), 2, SIGN],
		['words after #', top({ title: 'Peers # first draft' }), 2, '"# first draft" would be lost, because `#` starts a remark.'],
		['words after # in a list', top({ outcomes: '\n  - do something # soon' }), 8, '"# soon" would be lost, because `#` starts a remark.'],
		['lists in lists without end', top({ outcomes: `\n${'- '.repeat(3000)}` }), 8, 'a list stands inside a list.'],
		['brackets in brackets without end', top({ title: '['.repeat(5000) }), 2, 'too many brackets stand inside each other.']
	])('%s is reported in plain words', (_, text, line, reason) => {
		expect(problems(text).filter((problem) => problem.includes(unreadable))).toEqual([`${line} ${unreadable} ${reason}`]);
	});

	test.each(['just words', '- a\n- list', '', '42'])('%j is not a list of details', (text) => {
		expect(problems(text)).toEqual([`2 ${unreadable} they are not lines of \`name: value\`.`]);
	});

	test('names that every object has are no details', () => {
		expect(problems(`${top()}\nconstructor: x\n__proto__: y`)).toEqual(['11 There is no detail called `constructor`.', '12 There is no detail called `__proto__`.']);
	});

	test('brackets at any depth give a document or findings', () => {
		for (const depth of [10, 100, 200, 400, 800, 1600]) {
			for (const [open, close] of [['[', ']'], ['{a: ', '}'], ['[{a: ', '}]']] as const) {
				expect(compile(top({ title: open.repeat(depth) + close.repeat(depth) })).diagnostics).not.toEqual([]);
			}
		}
	});
});

describe('sources', () => {
	test('are Markdown, with the line of each', () => {
		const sources = '\n  - "*A title*, <https://example.org>"\n  - "a <b>tag</b>"\n  - >-\n    [a link](http://example.org)\n    on two lines';
		const { diagnostics } = compile(top({ sources }));
		expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
			['raw-html', 11],
			['link-not-allowed', 12]
		]);
	});

	test('that are more than a paragraph are shown as they were typed', () => {
		expect(compile(top({ sources: '\n  - "1) <one> & more"' })).module?.sources).toBe(undefined);
		expect(compile(top({ sources: '\n  - "1) one & more"' })).module?.sources).toEqual(['1) one &amp; more']);
	});
});
