import type { Report } from '../diagnostic.ts';
import type { Ids } from '../ids.ts';
import { readDate } from '../dates.ts';
import type { Explained } from '../terms.ts';
import type { Reading } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { suggest } from '../suggestion.ts';

/** What every kind of block is read with. */
export interface BlockReading extends Reading {
	ids: Ids;
	page: PageReading;
	explained: Explained;
	/** Gathers the keys of words whose consent was withdrawn (see consent.ts). */
	withdrawn: string[];
	/** The day on which the module is read, `2026-03-03`; absent where that must not matter. */
	today?: string;
}

/** The page that a block stands on. */
export interface PageReading {
	id: string;
	first: boolean;
	last: boolean;
	/** How many blocks of each kind that needs an id the page has had. */
	counts: Map<string, number>;
}

/** Reports every field of `part` that the block does not have. */
export function allowFields(part: BlockPart, allowed: readonly string[], report: Report): void {
	for (const [name, { line }] of part.fields) {
		if (!allowed.includes(name)) report('field-unknown', line, part.name, name, suggest(name, allowed));
	}
}

/** The value of a field that must be there, or undefined after reporting that it is not. */
export function requireField(part: BlockPart, field: string, expected: string, report: Report): string | undefined {
	const value = part.fields.get(field)?.value;
	if (value) return value;
	report('field-missing', part.line, part.name, field, expected);
	return undefined;
}

/** A field's date as `2026-03-03`, or undefined after reporting that it is missing or none. */
export function requireDate(part: BlockPart, field: string, expected: string, report: Report): string | undefined {
	const value = requireField(part, field, expected, report);
	const date = value && readDate(value);
	if (value && !date) report('field-invalid', part.fields.get(field)!.line, field, value, 'a date such as `3 March 2026`');
	return date || undefined;
}

/** Whether the block has text; reports it where not. */
export function hasText(part: BlockPart, report: Report): boolean {
	if (part.text.trim() !== '') return true;
	report('block-empty', part.line, part.name);
	return false;
}

/**
 * The stable id of a block that people answer: its field `id`, or else its
 * page's id and its place among the page's blocks of that kind, so that
 * mending a typo keeps it.
 */
export function claimId(part: BlockPart, letter: string, { ids, page }: BlockReading): string {
	const place = (page.counts.get(letter) ?? 0) + 1;
	page.counts.set(letter, place);
	const given = part.fields.get('id');
	return given ? ids.claim(given.value, given.line) : ids.derive(`${page.id}-${letter}${place}`, part.line);
}
