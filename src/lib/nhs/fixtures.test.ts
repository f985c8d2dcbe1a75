import { createRequire } from 'node:module';
import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { optionsOf } from './content.ts';
import unsupported from './fixtures.unsupported.json' with { type: 'json' };

const require = createRequire(import.meta.url);
const components = import.meta.glob<{ default: Component }>('./*.svelte', { eager: true });

interface Fixture {
	name: string;
	description?: string;
	context: object;
	callBlock?: string;
	html: string;
}

/** Options on their way from the macro's names to the twin's, hence of no type of their own. */
type Options = Record<string, any>;
type Adapt = (options: Options) => Options;

// A card's words are one paragraph or its children; the macro has both under one name.
const card: Adapt = ({ description, ...rest }) => {
	const { text, content } = optionsOf(description ?? {});
	return { description: text, children: content, ...rest };
};

// The expander is a variant, so that nobody needs to know its class.
const details: Adapt = ({ classes, ...rest }) => ({
	variant: classes === 'nhsuk-expander' ? 'expander' : undefined,
	...rest
});

// The macro says that the work is NHS England's unless told otherwise; the twin says nothing.
const footer: Adapt = ({ meta, copyright = '© NHS England', ...rest }) => {
	const { content, ...options } = optionsOf(meta ?? {});
	return { meta: options, children: content, copyright: optionsOf(copyright).text, ...rest };
};

// The organisation's name carries the link that the macro has on the logo.
const header: Adapt = ({ logo, organisation, ...rest }) => ({
	organisation: organisation && { href: logo.href, ...organisation },
	...rest
});

const input: Adapt = ({ formGroup, ...rest }) => ({
	afterInput: formGroup?.afterInput.content,
	...rest
});

// A row's actions are an array, which the macro also takes inside an object.
const summaryList: Adapt = ({ rows, ...rest }) => ({
	rows: rows.map((row: Options) => ({ ...row, actions: row.actions?.items ?? row.actions })),
	...rest
});

const twins: Record<string, [name: string, adapt?: Adapt]> = {
	'back-link': ['BackLink'],
	button: ['Button'],
	card: ['Card', card],
	checkboxes: ['Checkboxes'],
	'contents-list': ['ContentsList'],
	details: ['Details', details],
	'do-dont-list': ['DoDontList'],
	'error-message': ['ErrorMessage'],
	'error-summary': ['ErrorSummary'],
	fieldset: ['Fieldset'],
	'file-upload': ['FileUpload'],
	footer: ['Footer', footer],
	header: ['Header', header],
	hint: ['Hint'],
	images: ['Image'],
	input: ['Input', input],
	'inset-text': ['InsetText'],
	label: ['Label'],
	legend: ['Legend'],
	'notification-banner': ['NotificationBanner'],
	pagination: ['Pagination'],
	panel: ['Panel'],
	'password-input': ['PasswordInput'],
	radios: ['Radios'],
	select: ['Select'],
	'skip-link': ['SkipLink'],
	'summary-list': ['SummaryList', summaryList],
	tables: ['Table'],
	tag: ['Tag'],
	'task-list': ['TaskList'],
	textarea: ['Textarea'],
	'warning-callout': ['WarningCallout']
};

/**
 * The macros' `html` is a snippet here: the component's `children`, or an option's `content`.
 * They skip empty items, too, which our callers cannot pass.
 */
function toProps(option: unknown, snippet = 'children'): any {
	if (option === null) return undefined;
	if (typeof option !== 'object') return option;
	if (Array.isArray(option)) return option.filter(Boolean).map((item) => toProps(item, 'content'));
	return Object.fromEntries(
		Object.entries(option).map(([key, value]) =>
			key === 'html'
				? [snippet, createRawSnippet(() => ({ render: () => value }))]
				: [key, toProps(value, 'content')]
		)
	);
}

/** A link that looks like a button, left a link: see Button.svelte. */
const asLink = (html: string) => html.replace(/(<a [^>]*?) role="button" draggable="false"/g, '$1');

/** A header as the macro would write it without a logo, its link on the name beside it. */
const withoutLogo = (html: string) =>
	html
		.replace(/<svg class="nhsuk-header__logo".*?<\/svg>/s, '')
		.replace(/<a class="nhsuk-header__service-logo"[^>]*>\s*<\/a>/, '')
		.replace(
			/<a class="nhsuk-header__service-logo" (href="[^"]*")[^>]*>\s*<span (class="nhsuk-header__service-name")>(.*?)<\/span>\s*<\/a>/s,
			'<a $1 $2>$3</a>'
		)
		.replace('aria-label="NHS ', 'aria-label="');

const inline = new Set(['a', 'b', 'br', 'code', 'em', 'i', 'span', 'strong', 'svg', 'var']);
const characters: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	'#39': "'",
	ctdot: '⋯'
};
const decode = (text: string) =>
	text.replace(/&([#\w]+);/g, (entity, name) => characters[name] ?? entity);
const collapse = (text: string) => decode(text).replace(/\s+/g, ' ').trim();

function normaliseTag(tag: string): string {
	const [, name, rest = ''] = /^<(\/?[\w-]+)(.*?)\/?>$/s.exec(tag) ?? [];
	const attributes = [...rest.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g)].map(
		([, key, double, single]) => `${key}="${collapse(double ?? single ?? '')}"`
	);
	return `<${[name, ...attributes.sort()].join(' ')}>`;
}

/**
 * Writes HTML in one way, a tag or text a line, with white space only where a browser shows it:
 * between words, whatever inline tags are between them, and beside an icon.
 */
function normalise(html: string): string {
	const parts = html.replace(/<!--.*?-->/gs, '').match(/<(?:"[^"]*"|'[^']*'|[^'">])+>|[^<]+/g);
	const lines: string[] = [];
	let space: 'absent' | 'waiting' | 'swallowed' = 'swallowed';
	const add = (line: string) => lines.push(space === 'waiting' ? ` ${line}` : line);
	for (const part of parts ?? []) {
		if (!part.startsWith('<')) {
			if (space === 'absent' && /^\s/.test(part)) space = 'waiting';
			if (!part.trim()) continue;
			add(collapse(part));
			space = /\s$/.test(part) ? 'waiting' : 'absent';
			continue;
		}
		const tag = normaliseTag(part);
		const name = /[\w-]+/.exec(tag)![0];
		if (tag === '</path>') continue;
		if (tag.startsWith('<svg')) add(tag);
		else lines.push(tag);
		if (tag === '</svg>') space = 'absent';
		else if (!inline.has(name)) space = 'swallowed';
	}
	return lines.join('\n');
}

const titleOf = ({ name, description }: Fixture) => [name, description].filter(Boolean).join(', ');

/** Whether a fixture is meant by a title in which `*` stands for anything. */
function isMeant(fixture: Fixture, title: string): boolean {
	const pattern = title.replace(/[^\w\s*]/g, '\\$&').replaceAll('*', '.*');
	return new RegExp(`^${pattern}$`).test(titleOf(fixture));
}

test('fixtures are listed for twins alone', () => {
	expect(Object.keys(twins)).toEqual(expect.arrayContaining(Object.keys(unsupported)));
});

describe.each(Object.entries(twins))('%s', (macro, [name, adapt = (options) => options]) => {
	const file = `nhsuk-frontend/dist/nhsuk/components/${macro}/fixtures.json`;
	const fixtures: Fixture[] = require(file).fixtures;
	const reasons: Record<string, string[]> = (unsupported as Options)[macro] ?? {};
	const listed = Object.values(reasons).flat();

	function compare({ context, callBlock, html }: Fixture) {
		const props = adapt(toProps(callBlock ? { ...context, html: callBlock } : context));
		const { body } = render(components[`./${name}.svelte`]!.default, { props });
		expect(normalise(asLink(body))).toBe(normalise(asLink(macro === 'header' ? withoutLogo(html) : html)));
	}

	for (const fixture of fixtures) {
		if (listed.some((title) => isMeant(fixture, title))) continue;
		test(`is the same HTML: ${titleOf(fixture)}`, () => compare(fixture));
	}

	test.each(listed)('is not supported, and still there: %s', (title) => {
		const meant = fixtures.filter((fixture) => isMeant(fixture, title));
		expect(meant).not.toEqual([]);
		for (const fixture of meant) expect(() => compare(fixture), titleOf(fixture)).toThrow();
	});
});
