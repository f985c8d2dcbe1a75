import type { Report } from './diagnostic.ts';

/** The longest text that is read, in UTF-16 units. A long module of ours has about 30,000. */
const LONGEST = 500_000;

/** The lines of a file as its author sees them, or undefined after reporting why it cannot be read. */
export function readLines(text: string, report: Report): string[] | undefined {
	if (text.includes('\0')) return report('file-not-text', 1), undefined;
	if (text.length > LONGEST) return report('file-too-large', 1, Math.ceil(text.length / 1000)), undefined;
	if (text.trim() === '') return report('file-empty', 1), undefined;
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
}
