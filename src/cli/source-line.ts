import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { betweenLetters } from '#lib/ui/excerpt.ts';

/** A line of a file as a terminal shows it, and the marks under the place that is meant. */
export interface SourceLine {
	text: string;
	/** Spaces, then `^` under each column of the place. */
	pointer: string;
}

/** How much of a long line is shown, in columns, and how much of that stands before the place. */
const WIDTH = 100;
const BEFORE = 30;

/**
 * How much of a line is looked at on each side of the place, in UTF-16 units: a
 * line may hold a whole picture as text, and to take that apart takes seconds
 * and all memory. Far more than is shown, since one letter may be of many units.
 */
const REACH = 1000;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What takes two columns in a terminal (Unicode Standard Annex 11, the ranges that people write in). */
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** The lines of a file as the compiler counts them. */
export function linesOf(text: string): string[] {
	return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

/** Where on its line a finding stands, counted from 1: where it says, or else at the first letter. */
export function columnOf({ column }: Pick<Diagnostic, 'column'>, line: string): number {
	return column ?? Math.max(line.search(/\S/), 0) + 1;
}

/** What to show of `line` for a finding on it, or undefined where there is nothing to see. */
export function showLine(line: string, finding: Pick<Diagnostic, 'column' | 'length'>): SourceLine | undefined {
	if (line.trim() === '' || line.includes('\0')) return undefined;
	const from = Math.min(columnOf(finding, line), line.length) - 1;
	const to = from + Math.max(finding.length ?? 1, 1);
	const [first, last] = [betweenLetters(line, from - REACH), betweenLetters(line, from + REACH)];
	const shown = [...graphemes.segment(line.slice(first, last))].map(({ segment, index }) => ({ ...visible(segment), index: first + index }));
	const place = Math.max(shown.findIndex(({ index, segment }) => index + segment.length > from), 0);
	const start = shown.length <= WIDTH ? 0 : Math.max(Math.min(place - BEFORE, shown.length - WIDTH), 0);
	const kept = shown.slice(start, start + WIDTH);
	const cutBefore = first > 0 || start > 0 ? '…' : '';
	const cutAfter = last < line.length || start + WIDTH < shown.length ? '…' : '';
	const before = kept.filter(({ index }) => index < shown[place]!.index);
	const marked = kept.filter(({ index }) => index >= shown[place]!.index && index < to);
	return {
		text: cutBefore + kept.map(({ text }) => text).join('') + cutAfter,
		pointer: ' '.repeat(cutBefore.length + width(before)) + '^'.repeat(Math.max(width(marked), 1))
	};
}

const width = (shown: { columns: number }[]) => shown.reduce((sum, { columns }) => sum + columns, 0);

/** A tab is shown as 2 spaces, so that the pointer stands under the same letter in every terminal. */
function visible(segment: string): { segment: string; text: string; columns: number } {
	if (segment === '\t') return { segment, text: '  ', columns: 2 };
	const text = printable(segment);
	return { segment, text, columns: WIDE.test(text) ? 2 : 1 };
}

/** `text` without the signs that would move a terminal's cursor or change its colours. */
export function printable(text: string): string {
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
