import { readFrontMatter } from '../front-matter.ts';
import { outline } from '../outline.ts';
import { isEnglish, readingAge, sentencesOf } from './english.ts';
import { passagesOf } from './passages.ts';
import { pageAges } from './reading-age.ts';

/** The reading age of a text in English as a whole, in years: a module's or a guide's. Undefined for another language. */
export function readingAgeOf(text: string, lang: string): number | undefined {
	if (!isEnglish(lang)) return undefined;
	const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
	const ignore = () => {};
	const { end } = readFrontMatter(lines, {}, ignore);
	const sections = outline(lines.slice(end), end + 1, ignore);
	const passages = passagesOf(sections, lines, end);
	const sentences = pageAges({ sections, passages, sentences: ({ text }) => sentencesOf(text) }).flatMap((page) => page.sentences.map(({ sentence }) => sentence));
	return sentences.length === 0 ? undefined : readingAge(sentences);
}
