import type { Report } from './diagnostic.ts';

/**
 * What `marked` is given to read. The time that it takes grows with the square
 * of a stretch without an empty line, a short row of a table is filled up to the
 * width of its head, and whatever stands inside something else takes a place on
 * the stack. So each has a limit that no text for people comes near.
 */
const LONGEST_STRETCH = 10_000;
const MOST_MARKS = 500;
const MOST_COLUMNS = 10;
const DEEPEST = 20;

const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))+/;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const UNDER_HEAD = /^[ \t>|:-]+$/;

/** Whether `text` can be read, in a time that grows with its length only; reports the first thing that is too much. */
export function withinLimits(text: string, line: number, report: Report): boolean {
	let stretch = { line, length: 0, marks: 0 };
	for (const [index, row] of text.split('\n').entries()) {
		const number = line + index;
		if (/^[ \t]*$/.test(row)) {
			stretch = { line: number + 1, length: 0, marks: 0 };
			continue;
		}
		stretch.length += row.length;
		stretch.marks += row.match(/[*_~]+/g)?.length ?? 0;
		if (stretch.length > LONGEST_STRETCH) return report('stretch-too-long', stretch.line), false;
		if (stretch.marks > MOST_MARKS) return report('stretch-too-marked', stretch.line), false;
		const columns = UNDER_HEAD.test(row) && row.includes('|') ? row.split('|').filter((cell) => cell.includes('-')).length : 0;
		if (columns > MOST_COLUMNS) return report('table-too-wide', number, columns), false;
		if (isTooDeep(row) && !RULE.test(row)) return report('nesting-too-deep', number), false;
	}
	return true;
}

/** Whether a line starts more lists and quotations inside each other than are read, as its marks and its indent say. */
export function isTooDeep(line: string): boolean {
	const start = CONTAINERS.exec(line)?.[0];
	if (start === undefined) return false;
	const marks = start.match(/[>*+.)-]/g)!.length;
	const space = start.replace(/[^ \t]/g, '').replace(/\t/g, '    ').length;
	return marks + Math.max(0, space - marks) / 2 > DEEPEST;
}
