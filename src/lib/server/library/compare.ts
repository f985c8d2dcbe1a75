import { diffArrays } from 'diff';
import type { Kysely } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import { mediaOf } from '#lib/module/media.ts';
import type { Module } from '#lib/module/module.ts';
import { proseOf, type Prose } from '#lib/module/prose.ts';
import type { Schema } from '../database/schema.ts';
import { markWords, writtenAnew, type Piece } from '../marked-words.ts';
import { versionFiles } from './versions.ts';

/** A stretch of a page: paragraphs that did not change, or one change with its words marked; paragraphs are divided by line ends. */
export type Stretch = { kind: 'same'; paragraphs: string[] } | { kind: 'changed'; pieces: Piece[] };

/** What became of one page. */
export interface PageChange {
	/** Undefined of what stands before the first page. */
	id?: string;
	title: string;
	kind: 'same' | 'changed' | 'added' | 'removed';
	/** Whether it stands elsewhere among the pages than before. */
	moved: boolean;
	/** Empty of a page that did not change. */
	stretches: Stretch[];
}

/** For all pages of a comparison together, in milliseconds: where it is used up, paragraphs are marked whole. */
const TIME = 400;
/** Of which share of the longer text the words that stay must be, or else marking single words only confuses. */
const LEAST_IN_COMMON = 0.3;

/**
 * What changed from one version to another, page by page in the order in which
 * the later one is read, as marked prose. A page that went stands where it was.
 */
export function compareProse(from: Module, to: Module): PageChange[] {
	const [before, after] = [proseOf(from), proseOf(to)];
	const left = clock(TIME);
	const old = new Map(before.map((page) => [keyOf(page), page]));
	const kept = new Set(after.map(keyOf));
	return diffArrays(before.map(keyOf), after.map(keyOf)).flatMap(({ added, removed, value }) =>
		value.flatMap((key): PageChange[] => {
			const earlier = old.get(key);
			// Where a page has moved, it is shown at its new place only.
			if (removed) return kept.has(key) ? [] : [whole(earlier!, 'removed')];
			const page = after.find((page) => keyOf(page) === key)!;
			return [earlier ? changeOf(earlier, page, Boolean(added), left) : whole(page, 'added')];
		})
	);
}

const keyOf = ({ id }: Prose) => id ?? '';

/** A page that came or went, under its title. */
function whole({ id, title, paragraphs: [, ...rest] }: Prose, kind: 'added' | 'removed'): PageChange {
	return { ...(id === undefined ? {} : { id }), title, kind, moved: false, stretches: [{ kind: 'changed', pieces: [{ kind, text: rest.join('\n') }] }] };
}

function changeOf(before: Prose, after: Prose, moved: boolean, left: () => number): PageChange {
	const stretches = stretchesOf(before.paragraphs, after.paragraphs, left);
	const isSame = stretches.every(({ kind }) => kind === 'same');
	const { id, title } = after;
	return { ...(id === undefined ? {} : { id }), title, kind: isSame ? 'same' : 'changed', moved, stretches: isSame ? [] : stretches };
}

function stretchesOf(before: string[], after: string[], left: () => number): Stretch[] {
	const parts = diffArrays(before, after, { timeout: left() }) ?? [
		{ value: before, removed: true, added: false },
		{ value: after, removed: false, added: true }
	];
	const stretches: Stretch[] = [];
	for (let index = 0; index < parts.length; index += 1) {
		const part = parts[index]!;
		const next = parts[index + 1];
		if (!part.added && !part.removed) {
			stretches.push({ kind: 'same', paragraphs: part.value });
		} else if (part.removed && next?.added) {
			stretches.push(...rewritten(part.value, next.value, left));
			index += 1;
		} else {
			stretches.push({ kind: 'changed', pieces: [{ kind: part.added ? 'added' : 'removed', text: part.value.join('\n') }] });
		}
	}
	return stretches;
}

/** Paragraphs in the place of others; as many as before are compared each with its own. */
function rewritten(before: string[], after: string[], left: () => number): Stretch[] {
	if (before.length !== after.length) return [{ kind: 'changed', pieces: piecesOf(before.join('\n'), after.join('\n'), left) }];
	return before.map((paragraph, index) => ({ kind: 'changed', pieces: piecesOf(paragraph, after[index]!, left) }));
}

function piecesOf(before: string, after: string, left: () => number): Piece[] {
	const pieces = markWords(before, after, left());
	const common = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0);
	return common < LEAST_IN_COMMON * Math.max(before.length, after.length) ? writtenAnew(before, after) : pieces;
}

/** How much of `time` is left; never nothing, which the library takes for no limit. */
function clock(time: number): () => number {
	const end = performance.now() + time;
	return () => Math.max(1, end - performance.now());
}

/** A version with its module as it may be shown now. */
export interface Compared {
	hash: string;
	module: Module;
}

/** Pictures, recordings and films that one of two versions shows and the other does not, or not the same, by name. */
export async function changedFiles(db: Kysely<Schema>, from: Compared, to: Compared): Promise<string[]> {
	const [before, after] = await Promise.all([from, to].map(async ({ hash, module }) => mediaOf(module, await versionFiles(db, hash))));
	const names = new Set([...before!.keys(), ...after!.keys()]);
	return [...names].filter((name) => !isDeepStrictEqual(before!.get(name), after!.get(name))).sort();
}
