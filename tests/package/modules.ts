import { strFromU8 } from 'fflate';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesCalled } from '#lib/module/files-trial.ts';
import type { Module } from '#lib/module/module.ts';
import { mediaOf } from '#lib/module/media.ts';
import { makeOptions, type AskedOptions } from '#lib/package/options.ts';
import { packageFiles, type PackageContents } from '#lib/package/package.ts';
import { check } from '#lib/progress/check.ts';
import { hashVersion } from '#lib/server/library/hash.ts';
import { readModule } from '#lib/server/library/folder.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** The folders of the modules that we ship. */
export const slugs = readdirSync(join(ROOT, 'modules'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && readdirSync(join(entry.parentPath, entry.name)).includes('module.md'))
	.map(({ name }) => name);

/** What the command line packs for a module. */
export async function contentsOf(slug: string, asked: AskedOptions = {}): Promise<PackageContents> {
	const { source, files } = await readModule(join(ROOT, 'modules', slug));
	const module = check(source).module!;
	return { ...contentsFor(module, asked), version: hashVersion(source.slug, source.text, files), media: mediaOf(module, files) };
}

/** What is packed for a module without media. */
export function contentsFor(module: Module, asked: AskedOptions = {}): PackageContents {
	const made = makeOptions(module, asked);
	if (made.kind === 'refused') throw new Error(made.problems.map(({ problem }) => problem).join('\n'));
	return { module, version: '0'.repeat(64), media: new Map(), details: {}, draft: true, contributors: [], options: made.options };
}

/** The manifest of a package for a learning system. */
export function manifestOf(contents: PackageContents): string {
	return strFromU8(packageFiles(contents).get('imsmanifest.xml')!);
}

/** A small module from Markdown. */
export function compile(text: string, names: string[] = []): Module {
	const head = ['---', 'title: A module of a test', 'summary: Made up for a test.', 'audience: all-staff', 'stage: ongoing', 'minutes: 5', 'outcomes:', '  - test', 'sources:', '  - "Made up."', '---'];
	const { module, diagnostics } = check({ slug: 'of-a-test', file: 'module.md', text: `${head.join('\n')}\n\n${text}`, files: filesCalled(...names) });
	if (!module) throw new Error(diagnostics.map(({ problem }) => problem).join('\n'));
	return module;
}
