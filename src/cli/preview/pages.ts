import { escape } from '#lib/module/markdown.ts';
import { GROUP_TITLES, type Explanation } from '#lib/module/explanation.ts';
import { findingList } from './finding-list.ts';
import { placesIn } from './places.ts';
import plain from './plain.html?raw';
import type { Rendering } from './rendering.ts';
import shell from './shell.html?raw';
import { asHtml, clock, counts } from './words.ts';

/** What the page around a training shows, after each save. The notice and the findings are HTML. */
export interface Update {
	title: string;
	status: string;
	notice: string;
	findings: string;
	/** Tells one state of the training from another; empty where none can be shown. */
	shown: string;
}

/** Says how a module is, for the page around it. */
export function tellUpdate(slug: string, { at, text, findings, trouble, training, stale }: Rendering): Update {
	return {
		title: training?.title ?? slug,
		status: `Updated at ${clock(at)}, ${trouble ? 'the folder cannot be read' : counts(findings)}`,
		notice: notice({ trouble, stale, nothing: training === undefined }),
		findings: trouble ? '' : findingList(findings, text, training && placesIn(text)),
		shown: training?.key ?? ''
	};
}

function notice({ trouble, stale, nothing }: { trouble?: string; stale: boolean; nothing: boolean }): string {
	const words = [
		...(trouble ? [trouble] : []),
		...(stale ? ['You see the last version without mistakes. Your changes show when what is listed is mended.'] : []),
		...(nothing ? ['There is nothing to see yet. The training shows as soon as what is listed is mended.'] : [])
	];
	return words.map((sentence) => `<p>${asHtml(sentence)}</p>`).join('');
}

/** The page around a training. `alone` where no other module is previewed. */
export function shellPage(slug: string, alone: boolean, { title, status, notice, findings, shown }: Update): string {
	const ways = alone ? '' : '<a href="/">All modules</a>';
	return fill(shell, { ways, title: escape(title), status: escape(status), shown: escape(shown), slug: escape(slug), notice, findings });
}

/** A module in the list of all. */
export interface Listed {
	slug: string;
	title: string;
	/** `2 things to mend`, or why it cannot be read. */
	words: string;
}

/** The list of modules, as HTML. */
export function moduleList(modules: readonly Listed[]): string {
	if (modules.length === 0) return '<p>There is no module here yet. Start one in the terminal: <code>npx alongside new my-first-module</code></p>';
	const items = modules.map(({ slug, title, words }) => `<li><a href="/modules/${escape(slug)}/">${escape(title)}</a>: ${asHtml(words)}</li>`);
	return `<ul class="nhsuk-list">${items.join('')}</ul>`;
}

/** A page with a heading and nothing around it. `content` is HTML. */
export function plainPage(title: string, content: string): string {
	return fill(plain, { title: escape(title.replaceAll('`', '')), heading: asHtml(title), content });
}

/** The page that explains a code. */
export function explanationPage({ code, group, severity, problem, advice, why, example }: Explanation): string {
	const kind = severity === 'error' ? 'This has to be mended before the module can be published.' : 'This is something to think about.';
	const parts = [`<p><strong>${asHtml(advice)}</strong></p><p>${kind}</p>`, `<h2>Why</h2><p>${asHtml(why)}</p>`];
	if (example) parts.push(...[['Such as', example.before], ['Better', example.after]].map(([name, text]) => `<h2>${name}</h2><pre><code>${escape(text!)}</code></pre>`));
	parts.push(`<p>In the terminal this is called <code>${code}</code>. It is about: ${GROUP_TITLES[group]}.</p>`);
	return plainPage(problem, parts.join('\n'));
}

function fill(template: string, values: Record<string, string>): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
}
