import { AUDIENCES } from './audiences.ts';
import { decode } from './entities.ts';
import type { Block, Module, Page } from './module.ts';

/** What somebody reads who reads a module from its start, as paragraphs of plain words. */
export interface Prose {
	/** A page's id; undefined of what stands before the first page. */
	id?: string;
	title: string;
	paragraphs: string[];
}

/**
 * A module as prose, in the order in which it is read, with all that is behind
 * something to open or to answer: what peers agree to is every word of it.
 */
export function proseOf(module: Module): Prose[] {
	const { title, summary, audience, minutes, renewMonths, outcomes, sources, pages } = module;
	const whom = Object.hasOwn(AUDIENCES, audience) ? AUDIENCES[audience]!.name : audience;
	const again = renewMonths === undefined ? [] : [`It is done again after ${renewMonths} months.`];
	const before = [title, summary, `Who it is for: ${whom}`, `It takes about ${minutes} minutes.`, ...again, ...outcomes.map((outcome) => `You can: ${outcome}`), ...sources.flatMap((source) => labelled('Source', source))];
	return [{ title: 'Before the first page', paragraphs: before }, ...pages.map(proseOfPage)];
}

function proseOfPage({ id, title, note, blocks }: Page): Prose {
	return { id, title, paragraphs: [title, ...noteOf(note), ...blocks.flatMap((block) => [...noteOf(block.note), ...paragraphsOf(block)])] };
}

function noteOf(note: Page['note']): string[] {
	return note ? [`Note: this is about ${note.about}. It has ${note.detail}.`, ...labelled('Short version', note.short)] : [];
}

function paragraphsOf(block: Block): string[] {
	switch (block.kind) {
		case 'prose':
		case 'support':
			return plain(block.html);
		case 'reflection':
			return labelled('To think about', block.html);
		case 'pause':
			return labelled('Pause', block.html);
		case 'check-in':
			return labelled('Check in', block.html);
		case 'check-out':
			return labelled('Check out', block.html);
		case 'callout':
			return [...(block.title ? [block.title] : []), ...plain(block.html)];
		case 'details':
			return [block.title, ...plain(block.html)];
		case 'activity':
			return [`To do with your team: ${block.title}${block.minutes ? `, about ${block.minutes} minutes` : ''}`, ...plain(block.html)];
		case 'voice':
			return [...plain(block.html), `Said by: ${block.role}${block.fictional ? ' (made up)' : ''}`];
		case 'do-list':
			return block.items.flatMap((item) => labelled(block.advises ? 'Do' : 'Do not', item));
		case 'checklist':
			return block.items.flatMap(({ html }) => labelled('To get done', html));
		case 'glossary':
			return block.terms.map(({ term, explanation }) => `${term}: ${explanation}`);
		case 'local-detail':
			return labelled(`Your trust fills in "${block.name}"`, block.request);
		case 'image':
			return [`Picture: ${block.alt || 'only decoration'}`, ...plain(block.caption)];
		case 'audio':
			return [`To listen to: ${block.title}`, ...plain(block.transcript)];
		case 'video':
			return [`To watch: ${block.title}`, ...plain(block.description ?? ''), ...plain(block.transcript)];
		case 'question':
			return [...asked(block), ...block.options.flatMap(({ letter, html, feedback, right }) => option(letter, html, feedback, right ? 'what we had in mind' : undefined))];
		case 'scenario':
			return [
				`Scenario: ${block.title}`,
				...block.steps.flatMap(({ title, situation, options }) => [
					...(title ? [title] : []),
					...plain(situation),
					...options.flatMap(({ letter, html, feedback, standing, next }) => [
						...option(letter, html, feedback, standing),
						...(next === undefined ? [] : [`Goes on with: ${block.steps[next]?.title ?? next + 1}`])
					])
				])
			];
		case 'order':
			return [...asked(block), ...[...block.right].map((letter, index) => `${index + 1}. ${words(block.items.find((item) => item.letter === letter)?.html ?? '')}`), ...plain(block.feedback)];
		case 'match':
			return [...asked(block), ...block.items.map(({ html, right }) => `${words(html)} – ${block.choices.find(({ letter }) => letter === right)?.text ?? ''}`), ...plain(block.feedback)];
	}
}

function asked({ lead, prompt }: { lead: string; prompt: string }): string[] {
	return [...plain(lead), ...plain(prompt)];
}

function option(letter: string, html: string, feedback: string, remark: string | undefined): string[] {
	return [`${letter.toUpperCase()}. ${words(html)}${remark ? ` (${remark})` : ''}`, ...labelled('Then', feedback)];
}

/** The paragraphs of some HTML, the first with a word that says what it is. */
function labelled(label: string, html: string): string[] {
	return plain(html).map((paragraph, index) => (index === 0 ? `${label}: ${paragraph}` : paragraph));
}

function words(html: string): string {
	return plain(html).join(' ');
}

const ENDS_A_PARAGRAPH = /<\/?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|blockquote|pre|hr|br|div|dl|dt|dd)\b[^>]*>/g;

/** The paragraphs of HTML of the language's own making, without its marks; where a link leads is part of what is said. */
function plain(html: string): string[] {
	return html
		.replace(/<a href="([^"]*)"[^>]*>(.*?)(?: \(opens in a new tab\))?<\/a>/g, '$2 ($1)')
		.replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, ' (picture: $1) ')
		.replace(/<\/t[hd]>\s*<t[hd]\b[^>]*>/g, ' | ')
		.replace(ENDS_A_PARAGRAPH, '\0')
		.replace(/<[^>]*>/g, '')
		.split('\0')
		.map((paragraph) => decode(paragraph).replace(/\s+/g, ' ').trim())
		.filter((paragraph) => paragraph !== '');
}
