import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileGuide } from '#lib/module/compile-guide.ts';
import { check } from '#lib/progress/check.ts';
import { findGuides, readGuide } from '#lib/server/library/guide-folder.ts';
import { findModules, readModule } from '#lib/server/library/folder.ts';

const MODULES = join(import.meta.dirname, '../modules');
const text = readFileSync(join(MODULES, 'COVERAGE.md'), 'utf8');

/** The study's recommendations (its Table 2) by the names that the page has for them. There is no O1. */
const RECOMMENDATIONS = [
	'T1', 'T2a', 'T2b', 'T2c', 'T2d', 'T3', 'T4', 'T5', 'T6', 'T7a', 'T7b', 'T7c', 'T7d', 'T8', 'T9', 'T10', 'T11', 'T12',
	...Array.from({ length: 7 }, (_, index) => `U${index + 1}`),
	...Array.from({ length: 8 }, (_, index) => `O${index + 2}`)
];

interface Row {
	id: string;
	words: string;
	answer: string;
	where: string[];
}

/** The rows of the table under a heading. */
function rows(heading: string): Row[] {
	const section = text.split(/^## /m).find((part) => part.startsWith(heading))!;
	const lines = section.split('\n').filter((line) => line.startsWith('| ')).slice(2);
	return lines.map((line) => {
		const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());
		expect(cells, line).toHaveLength(4);
		const [id, words, answer, where] = cells as [string, string, string, string];
		return { id, words, answer, where: [...where.matchAll(/`([^`]+)`/g)].map(([, place]) => place!) };
	});
}

const recommendations = rows('Recommendations');
const themes = rows('Themes');

/** Every page and part that there is, by its address. */
const places = new Set<string>();
/** What those are called. */
const titles = new Map<string, string>();
for (const folder of await findModules(MODULES)) {
	const { source } = await readModule(folder);
	const { module } = check(source);
	for (const page of module!.pages) {
		places.add(`${source.slug}#${page.id}`);
		titles.set(`${source.slug}/module.md ${module!.title}: ${page.title}`, page.id);
	}
}
for (const file of await findGuides(MODULES)) {
	const source = await readGuide(file);
	const { guide } = compileGuide(source);
	places.add(`guides/${source.slug}`);
	for (const part of guide!.parts) places.add(`guides/${source.slug}#${part.id}`);
}

describe('the coverage page', () => {
	test('answers every recommendation of the study, once and in order', () => {
		expect(recommendations.map(({ id }) => id)).toEqual(RECOMMENDATIONS);
	});

	test('answers every theme of its Table 1', () => {
		expect(themes.length).toBe(32);
		expect(new Set(themes.map(({ id, words }) => `${id} ${words}`)).size).toBe(32);
	});

	test.each([...recommendations, ...themes].map((row) => [row.id, row] as const))('says where %s is answered, or that software cannot', (_, { words, answer, where }) => {
		expect(words).not.toBe('');
		expect(where.filter((place) => !places.has(place))).toEqual([]);
		if (where.length === 0) expect(answer).toMatch(/^Software cannot/);
	});

	test('links to files that are there', () => {
		const files = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!).filter((path) => !path.includes(':'));
		const there = new Set(readdirSync(MODULES, { recursive: true, encoding: 'utf8' }));
		expect([...new Set(files)].filter((path) => !there.has(path))).toEqual([]);
	});

	test('calls pages by the names that they have', () => {
		const links = [...text.matchAll(/\[([^\]]+)\]\(([a-z-]+\/module\.md)\)/g)].map(([, words, path]) => `${path} ${words}`);
		expect([...new Set(links)].filter((link) => !titles.has(link))).toEqual([]);
	});
});

describe('the guides', () => {
	const HEADINGS = ['one-page', 'purpose', 'week', 'asked', 'not-part', 'support-people', 'pay', 'records', 'safeguarding', 'boundaries', 'team', 'training', 'growing', 'if-something-goes-wrong', 'who-wrote-this'];
	const partsOf = async (slug: string) => compileGuide(await readGuide(join(MODULES, 'guides', `${slug}.md`))).guide!.parts.map(({ id }) => id);

	test.each(['guide-peer-support-worker', 'guide-peer-trainer', 'guide-expert-by-experience-and-ppi', 'guide-peer-lead'])('%s has the headings that all role guides have, so that peers can compare them', async (slug) => {
		expect(await partsOf(slug)).toEqual(HEADINGS);
	});

	test('have nothing to mend', async () => {
		const found = await Promise.all((await findGuides(MODULES)).map(async (file) => compileGuide(await readGuide(file)).diagnostics));
		expect(found.flat().filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	test('have a session plan for every module for peers, whose minutes add up', async () => {
		const peers = (await Promise.all((await findModules(MODULES)).map(async (folder) => check((await readModule(folder)).source).module!))).filter(({ audience }) => /peers$/.test(audience) && audience !== 'managers-of-peers');
		const sessions = (await Promise.all((await findGuides(MODULES)).map(async (file) => compileGuide(await readGuide(file)).guide!))).filter(({ kind }) => kind === 'session');
		expect(sessions.map(({ module }) => module).sort()).toEqual(peers.map(({ slug }) => slug).sort());
		for (const { slug, minutes, parts } of sessions) {
			const html = parts[0]!.blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join('');
			const sum = [...html.matchAll(/<tr[^>]*><td[^>]*>(\d+)<\/td>/g)].reduce((total, [, number]) => total + Number(number), 0);
			expect(sum, slug).toBe(minutes);
		}
	});
});

test('the page of facts names only modules, guides and plans that are there, and each module of ours', () => {
	const facts = readFileSync(join(MODULES, 'FACTS.md'), 'utf8');
	const named = new Set([...facts.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
	const there = new Set([...places].map((place) => place.split('#')[0]!));
	expect([...named].filter((name) => !there.has(name))).toEqual([]);
	expect([...there].filter((name) => !name.startsWith('guides/') && !named.has(name))).toEqual([]);
});
