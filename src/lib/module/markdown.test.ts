import { describe, expect, test } from 'vitest';
import { compileLocalText } from './local-text.ts';

/** A text as HTML, and the codes of what is wrong with it. */
function read(text: string): { html: string; codes: string[] } {
	const { html, diagnostics } = compileLocalText('peer-lead', text);
	return { html, codes: diagnostics.map(({ code }) => code) };
}

describe('a link', () => {
	test.each([
		['https://example.org/a?b=1&c=2', '<p><a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">words (opens in a new tab)</a></p>'],
		['HTTPS://EXAMPLE.ORG', '<p><a href="HTTPS://EXAMPLE.ORG" target="_blank" rel="noopener noreferrer">words (opens in a new tab)</a></p>'],
		['mailto:a@example.org', '<p><a href="mailto:a@example.org">words</a></p>'],
		['tel:111', '<p><a href="tel:111">words</a></p>'],
		['https://example.org/"onclick="x', '<p><a href="https://example.org/&quot;onclick=&quot;x" target="_blank" rel="noopener noreferrer">words (opens in a new tab)</a></p>']
	])('to %s is kept', (address, html) => {
		expect(read(`[words](${address})`)).toEqual({ html, codes: [] });
	});

	test.each([
		'javascript:alert(1)',
		'JavaScript:alert(1)',
		'javascript&#58;alert(1)',
		'javascript&colon;alert(1)',
		'java\\script:alert(1)',
		'<java&#10;script:alert(1)>',
		'%6aavascript:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'file:///etc/passwd',
		'blob:https://example.org/x',
		'http://example.org',
		'//example.org',
		'/modules',
		'../other',
		'page-two',
		'#page',
		'?a=b',
		''
	])('to %j is refused, and its words stay', (address) => {
		expect(read(`[words](${address})`)).toEqual({ html: '<p>words</p>', codes: ['link-not-allowed'] });
	});

	test('by a name is looked at like any other', () => {
		expect(read('[words][x] and [y]\n\n[x]: javascript:alert(1)\n[y]: data:x').codes).toEqual(['link-not-allowed', 'link-not-allowed']);
	});

	test('without words is refused', () => {
		expect(read('[](https://example.org) and [ ](https://example.org)').codes).toEqual(['link-empty', 'link-empty']);
	});
});

describe('an image', () => {
	test.each(['https://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AAAA', '../a.png', 'media/a.png', 'a\\b.png', '.hidden.png', 'a.png?x', 'C:a.png', '\ud800.png'])(
		'at %j is refused',
		(name) => {
			const { html, codes } = read(`![words](<${name}>)`);
			expect(codes).toEqual(['file-not-found']);
			expect(html).not.toContain('//');
		}
	);

	test('cannot bring anything but its description', () => {
		const { html } = read('![" onerror="alert(1)](a.png "title")');
		expect(html).toBe('<p><img src="media/a.png" alt="&quot; onerror=&quot;alert(1)"></p>');
	});
});

describe('HTML', () => {
	test.each([
		['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
		['a <b onclick="x()">c</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;c&lt;/b&gt;</p>'],
		['<!-- a -->', '&lt;!-- a --&gt;'],
		['a <img src=x onerror=alert(1)>', '<p>a &lt;img src=x onerror=alert(1)&gt;</p>'],
		['a <code> <img src=x onerror=alert(1)', '<p>a &lt;code&gt; &lt;img src=x onerror=alert(1)</p>'],
		['- <pre>\n- <img src=x onerror=alert(1)', '<ul class="nhsuk-list nhsuk-list--bullet">\n<li>&lt;pre&gt;</li>\n<li>&lt;img src=x onerror=alert(1)</li>\n</ul>']
	])('%j is reported, and shown as text', (text, html) => {
		expect(read(text)).toEqual({ html, codes: ['raw-html'] });
	});

	test('in code is what it looks like', () => {
		expect(read('`<b>`')).toEqual({ html: '<p><code>&lt;b&gt;</code></p>', codes: [] });
	});

	test('that is written with entities stays text', () => {
		expect(read('&lt;script&gt; &#60;b&#62; &nbsp; &bogus')).toEqual({ html: '<p>&lt;script&gt; &lt;b&gt; &nbsp; &amp;bogus</p>', codes: [] });
	});
});

test('a heading is never larger than those inside a page', () => {
	expect(read('# One\n\nTwo\n===')).toEqual({ html: '<h2>One</h2>\n<h2>Two</h2>', codes: ['heading-not-here', 'heading-underlined'] });
});

test('what a trust writes has the lines of its own text in its findings', () => {
	expect(compileLocalText('peer-lead', 'Text\n\n- one\n\n  two\n  <b>').diagnostics).toMatchObject([{ file: 'peer-lead', line: 6 }]);
});

describe('a table', () => {
	const cell = (words: string) => `<td class="nhsuk-table__cell">${words}</td>`;
	const heading = (scope: string, words: string) => `<th scope="${scope}" class="nhsuk-table__header">${words}</th>`;

	test('has the headings of its columns', () => {
		const { html } = read('| What | How |\n| --- | --- |\n| tea | hot |');
		expect(html).toContain(`${heading('col', 'What')}${heading('col', 'How')}</tr></thead>`);
		expect(html).toContain(`<tr class="nhsuk-table__row">${cell('tea')}${cell('hot')}</tr>`);
	});

	test('whose first column has no heading has the headings of its rows there', () => {
		const { html } = read('| | Here | There |\n| --- | --- | --- |\n| Tea | hot | cold |');
		expect(html).toContain(`${cell('')}${heading('col', 'Here')}${heading('col', 'There')}</tr></thead>`);
		expect(html).toContain(`<tr class="nhsuk-table__row">${heading('row', 'Tea')}${cell('hot')}${cell('cold')}</tr>`);
	});
});
