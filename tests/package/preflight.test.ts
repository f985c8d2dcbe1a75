import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { detailNames, makePackage } from '#lib/package/package.ts';
import { preflight, type CheckName } from '#lib/package/preflight/preflight.ts';
import { STANDARDS, type Standard } from '#lib/package/standards.ts';
import { contentsOf, slugs } from './modules.ts';

describe.each(STANDARDS)('as %s', (standard) => {
	test.each(slugs)('%s passes everything, with its marks as a draft that has gaps', async (slug) => {
		const contents = await contentsOf(slug, { standard });
		const { ready, checks, played, worstState } = await preflight(makePackage(contents), contents);
		expect(checks.filter(({ state }) => state === 'failed')).toEqual([]);
		expect(ready).toBe(true);
		const noted = checks.flatMap(({ name, state }) => (state === 'noted' && name !== 'size' ? [name] : []));
		expect(noted).toEqual(['review', 'local-details']);
		expect(played.map(({ troubles, findings }) => [troubles, findings])).toEqual(played.map(() => [[], []]));
		expect(Math.max(0, ...played.map(({ longestState }) => longestState))).toBeLessThanOrEqual(worstState);
	});
});

describe('what is wrong is found:', () => {
	const slug = slugs[0]!;

	/** What preflight finds in a package that somebody has changed. */
	async function failing(change: (files: Record<string, Uint8Array>) => void, standard: Standard = 'scorm-1.2'): Promise<CheckName[]> {
		const contents = await contentsOf(slug, { standard });
		const files = unzipSync(makePackage(contents));
		change(files);
		const { ready, checks } = await preflight(zipSync(files), contents);
		const failed = checks.filter(({ state }) => state === 'failed');
		expect(ready).toBe(failed.length === 0);
		for (const { advice } of failed) expect(advice).toBeTruthy();
		return failed.map(({ name }) => name);
	}
	const edit = (name: string, change: (text: string) => string) => (files: Record<string, Uint8Array>) => void (files[name] = strToU8(change(strFromU8(files[name]!))));

	test.each<[string, (files: Record<string, Uint8Array>) => void, CheckName[]]>([
		['nothing', () => {}, []],
		['a list that does not follow the standard', edit('imsmanifest.xml', (text) => text.replace('<schemaversion>', '<version>').replace('</schemaversion>', '</version>')), ['manifest']],
		['a file that nobody listed', (files) => void (files['notes.txt'] = strToU8('x')), ['files']],
		['a file that went missing', (files) => void delete files['player.css'], ['files', 'self-contained']],
		['a script from elsewhere', edit('index.html', (text) => text.replace('<script src="player.js"', '<script src="https://example.org/x.js"></script><script src="player.js"')), ['self-contained']],
		['a draft that does not say so', edit('index.html', (text) => text.replace('alongside-draft', 'alongside')), ['review']],
		['a pass mark that nobody can reach', edit('index.html', (text) => text.replace('"pages":', '"pass":100,"pages":').replace(/"right":true/g, '"right":false')), ['play']]
	])('%s', async (_, change, found) => {
		expect(await failing(change)).toEqual(found);
	});

	test('gaps in what was signed off', async () => {
		const contents = { ...(await contentsOf(slug)), draft: false };
		const { ready, checks } = await preflight(makePackage(contents), contents);
		expect(ready).toBe(false);
		expect(checks.find(({ name }) => name === 'local-details')).toMatchObject({ state: 'failed', details: detailNames(contents.module) });
		const filled = { ...contents, details: Object.fromEntries(detailNames(contents.module).map((name) => [name, '<p>Filled in.</p>'])) };
		expect(await preflight(makePackage(filled), filled)).toMatchObject({ ready: true });
	});
});

test('a package with a pass mark that tells of answers passes in every standard', async () => {
	for (const standard of ['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4'] as const) {
		const contents = await contentsOf('working-alongside-peers', { standard, completion: 'passed', passMark: '80', reportAnswers: true });
		const { ready, played } = await preflight(makePackage(contents), contents);
		expect(played.map(({ troubles, findings }) => [troubles, findings])).toEqual(played.map(() => [[], []]));
		expect(ready).toBe(true);
		const [{ left }] = played as [(typeof played)[number]];
		expect(Object.keys(left).some((name) => name.startsWith('cmi.interactions.'))).toBe(true);
		expect(left).toMatchObject(standard === 'scorm-1.2' ? { 'cmi.core.lesson_status': 'passed' } : { 'cmi.success_status': 'passed', 'cmi.completion_status': 'completed' });
	}
});
