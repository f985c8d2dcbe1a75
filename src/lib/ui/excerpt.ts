import type { Diagnostic } from '#lib/module/diagnostic.ts';

/** What to show of a line: the words that are meant, and what stands around them. */
export interface Excerpt {
	before: string;
	/** Empty where no place on the line is known. */
	words: string;
	after: string;
}

/** How much of a long line is shown before the place and from it, in UTF-16 units. */
const [BEFORE, FROM] = [40, 120];

/** What to show of `line` for a finding on it, with `…` where something is left out, or undefined where there is nothing to see. */
export function excerptOf(line: string, { column, length = 1 }: Pick<Diagnostic, 'column' | 'length'>): Excerpt | undefined {
	if (line.trim() === '' || line.includes('\0')) return undefined;
	const at = Math.min((column ?? 1) - 1, line.length);
	const [start, end] = [betweenLetters(line, at - BEFORE), betweenLetters(line, at + FROM)];
	const wordsEnd = column === undefined ? at : Math.min(at + length, end);
	return {
		before: (start > 0 ? '…' : '') + line.slice(start, at),
		words: line.slice(at, wordsEnd),
		after: line.slice(wordsEnd, end) + (end < line.length ? '…' : '')
	};
}

/** A place to cut a line at `index` or beside it: within the line, and not through a letter of two units. */
export function betweenLetters(line: string, index: number): number {
	const at = Math.min(Math.max(index, 0), line.length);
	return line.codePointAt(at - 1)! > 0xffff ? at - 1 : at;
}
