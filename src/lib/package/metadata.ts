import { AUDIENCES } from '#lib/module/audiences.ts';
import type { Module } from '#lib/module/module.ts';
import type { PackageOptions } from './options.ts';
import { element, type Element } from './xml.ts';

/** What a package says of itself. */
export interface Described {
	module: Pick<Module, 'title' | 'summary' | 'audience' | 'stage' | 'minutes'>;
	version: string;
	draft: boolean;
	/** The roles of those who made it; never names. */
	contributors: readonly string[];
	options: PackageOptions;
}

/** How a kind of learning object metadata writes what all of them know (IEEE 1484.12.1). */
export interface MetadataDialect {
	/** An element's name in the standard, `lifeCycle`, as this dialect has it. */
	name: (name: string) => string;
	/** Words for people, in a language. */
	words: (text: string, language: string) => Element[];
	/** A word from the standard's own list. */
	term: (term: string) => Element[];
	/** Where a name comes from that is not from the standard's lists. */
	source: (name: string) => Element[];
	/** Somebody, as a vCard. */
	entity: (card: string) => Element;
	/** A time that something takes, such as PT20M. */
	duration: (duration: string) => Element[];
}

/** What these sentences are in, whatever the module is in. */
const OURS = 'en-GB';

const DRAFT = 'A draft that peer workers have not yet reviewed';
const CREDIT = 'Uses ideas from Robertson and others (2024), doi 10.1108/MHSI-02-2024-0023, CC BY 4.0. The sources are named on the first page.';

/** The metadata of a package, its elements in the standard's order. */
export function metadata({ module, version, draft, contributors, options }: Described, dialect: MetadataDialect): Element {
	const group = (name: string, ...children: Element[]) => element(dialect.name(name), children);
	const plain = (name: string, text: string) => element(dialect.name(name), text);
	const words = (name: string, text: string, language: string) => element(dialect.name(name), dialect.words(text, language));
	const term = (name: string, value: string) => element(dialect.name(name), dialect.term(value));
	const keywords = ['peer work', AUDIENCES[module.audience]?.name ?? module.audience, module.stage.replaceAll('-', ' ')];
	return group(
		'lom',
		group(
			'general',
			words('title', module.title, options.language),
			plain('language', options.language),
			words('description', module.summary, options.language),
			...keywords.map((keyword) => words('keyword', keyword, OURS))
		),
		group(
			'lifeCycle',
			words('version', version, OURS),
			term('status', draft ? 'draft' : 'final'),
			...(draft ? [DRAFT] : contributors).map((who) => group('contribute', term('role', 'author'), dialect.entity(card(who))))
		),
		group('technical', plain('format', 'text/html'), words('installationRemarks', remarks(options), OURS)),
		group('educational', element(dialect.name('typicalLearningTime'), dialect.duration(`PT${module.minutes}M`))),
		group('rights', term('copyrightAndOtherRestrictions', 'yes'), words('description', CREDIT, OURS)),
		...(options.competence === undefined
			? []
			: [
					group(
						'classification',
						term('purpose', 'competency'),
						group('taxonPath', element(dialect.name('source'), dialect.source('ESR')), group('taxon', words('entry', options.competence, options.language)))
					)
				])
	);
}

/** What whoever installs it needs to know. */
function remarks({ completion, window }: PackageOptions): string {
	const status = `Upload the zip file as it is. Where you can choose what counts as complete, choose the status "${completion}".`;
	return window ? `${status} It looks best in a window of ${window.width} by ${window.height} pixels.` : status;
}

/** A role as a vCard (RFC 2426), which needs a name in parts even where there is none. */
function card(role: string): string {
	const escaped = role.replace(/[\\,;]/g, '\\$&').replace(/\s+/g, ' ');
	return ['BEGIN:VCARD', 'VERSION:3.0', `FN:${escaped}`, 'N:;;;;', 'END:VCARD'].join('\n');
}
