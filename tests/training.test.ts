import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passagesOf, wordsOf } from '#lib/module/checks/passages.ts';
import { outline } from '#lib/module/outline.ts';
import { check } from '#lib/progress/check.ts';
import { findModules, readModule } from '#lib/server/library/folder.ts';
import { readWordingIn } from '#lib/server/library/wording-list.ts';

const MODULES = join(import.meta.dirname, '../modules');
const { wording } = await readWordingIn(MODULES);
const modules = await Promise.all((await findModules(MODULES)).map(async (folder) => (await readModule(folder, wording)).source));

/** Long enough that nobody would write the same by chance. */
const LONG = 12;
/** What should be the same everywhere: safety, and the choice that a note gives. */
const SAME_ON_PURPOSE = /\b(999|111)\b|short version|Thank you for telling me/;

/** The sentences that people read in a module, but what the trust fills in. */
function sentencesOf(text: string): Set<string> {
	const lines = text.split('\n');
	const end = lines.indexOf('---', 1) + 1;
	const sections = outline(lines.slice(end), end + 1, () => {});
	const read = passagesOf(sections, lines, end).filter(({ block, where }) => block !== 'local-detail' && where !== 'detail');
	return new Set(read.flatMap((passage) => wordsOf(passage).split(/(?<=[.?!])\s+/)).filter((sentence) => sentence.split(' ').length >= LONG && !SAME_ON_PURPOSE.test(sentence)));
}

describe('the training that we ship', () => {
	test.each(modules.map((source) => [source.slug, source] as const))('%s has nothing to mend and nothing to think about', (_, source) => {
		expect(check(source).diagnostics).toEqual([]);
	});

	test('lets nobody speak who has not agreed to: no voice, no sound and no video', () => {
		const spoken = modules.flatMap((source) => check(source).module!.pages.flatMap(({ blocks }) => blocks.filter(({ kind }) => ['voice', 'audio', 'video'].includes(kind)).map(({ kind }) => `${source.slug}: ${kind}`)));
		expect(spoken).toEqual([]);
	});

	test('says nothing in the same words in two modules', () => {
		const met = new Map<string, string>();
		const twice = modules.flatMap(({ slug, text }) =>
			[...sentencesOf(text)].flatMap((sentence) => {
				const other = met.get(sentence);
				met.set(sentence, slug);
				return other === undefined ? [] : [`${other}, ${slug}: ${sentence}`];
			})
		);
		expect(met.size).toBeGreaterThan(1000);
		expect(twice).toEqual([]);
	});

	test('claims nowhere that training lowers burnout or keeps people in post', () => {
		const claims = /\b(?:reduces?|lowers?|prevents?|less) (?:burn-?out|sickness|turnover)\b|\b(?:improves?|raises?) retention\b/i;
		expect(modules.filter(({ text }) => claims.test(text)).map(({ slug }) => slug)).toEqual([]);
	});

	test('starts and ends gently, and says where support is, in every module', () => {
		const kinds = modules.map((source) => {
			const pages = check(source).module!.pages;
			const has = (page: number, kind: string) => pages.at(page)!.blocks.some((block) => block.kind === kind);
			return [source.slug, has(0, 'check-in'), has(-1, 'check-out'), pages.some(({ blocks }) => blocks.some(({ kind }) => kind === 'support'))];
		});
		expect(kinds.filter(([, ...there]) => there.includes(false))).toEqual([]);
	});
});
