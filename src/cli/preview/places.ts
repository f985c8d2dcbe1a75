import { readFrontMatter } from '#lib/module/front-matter.ts';
import { slugify } from '#lib/module/ids.ts';
import { outline } from '#lib/module/outline.ts';
import { linesOf } from '../source-line.ts';

/** The player's name for the page on which a line of the file is shown. */
export type PlaceOf = (line: number) => string;

/** The player's start page: it shows the details at the top of the file. */
const START = '.start';

/** Finds the pages of a module's text, also where mistakes keep it from being compiled. */
export function placesIn(text: string): PlaceOf {
	const lines = linesOf(text);
	// What is found on the way has been reported already.
	const ignore = () => {};
	const { end } = readFrontMatter(lines, {}, ignore);
	const sections = outline(lines.slice(end), end + 1, ignore);
	return (line) => {
		const section = sections.findLast((section) => section.line <= line);
		return section ? (section.id ?? slugify(section.title)) : START;
	};
}
