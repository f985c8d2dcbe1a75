import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { sentencesOf } from './english.ts';
import { passagesOf } from './passages.ts';
import { pageAges } from './reading-age.ts';
import { findings } from './trial.ts';

const HARD = 'Organisational responsibility necessitates interdisciplinary collaboration. ';
const EASY = 'You can ask for a break. It is fine to stop. ';
const codes = (body: string, lang?: string) => findings(body, lang ? { lang } : {}).filter(({ code }) => code === 'reading-age');

test('a page of hard words is reported, with where to start', () => {
	const [found] = codes(`# Page\n\n${`${HARD}\n\n`.repeat(20)}`);
	expect(found!.problem).toContain('a reading age of more than 18. Its hardest sentences are "Organisational responsibility');
});

test('a page of easy words, a short page, a table, a voice and another language are not', () => {
	expect(codes(`# Page\n\n${EASY.repeat(30)}\n`)).toEqual([]);
	expect(codes(`# Page\n\n${HARD}\n`)).toEqual([]);
	expect(codes(`# Page\n\n| a | b |\n| - | - |\n${`| ${HARD} | ${HARD} |\n`.repeat(10)}`)).toEqual([]);
	expect(codes(`# Page\n\n:::voice\n${`${HARD}\n\n`.repeat(20)}:::\n`)).toEqual([]);
	expect(codes(`# Page\n\n${`${HARD}\n\n`.repeat(20)}`, 'cy')).toEqual([]);
});

test('each page counts for itself', () => {
	expect(codes(`# One\n\n${EASY.repeat(30)}\n\n# Two\n\n${`${HARD}\n\n`.repeat(20)}`).map(({ diagnostic }) => diagnostic.line)).toEqual([17]);
});

test('of the pages that we ship, half are below 8: the evidence for asking for 11', () => {
	const folder = join(import.meta.dirname, '../../../../modules');
	const ages = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'module.md'))).flatMap((slug) => {
		const lines = readFileSync(join(folder, slug, 'module.md'), 'utf8').split('\n');
		const end = lines.indexOf('---', 1) + 1;
		const sections = outline(lines.slice(end), end + 1, () => {});
		const words = { sections, passages: passagesOf(sections, lines, end), sentences: ({ text }: { text: string }) => sentencesOf(text) };
		return pageAges(words).filter(({ words }) => words >= 100).map(({ age }) => age);
	});
	expect(ages.length).toBeGreaterThan(100);
	expect(ages.toSorted((a, b) => a - b)[Math.floor(ages.length / 2)]).toBeLessThan(8.5);
});
