import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Wording } from '#lib/module/checks/wording.ts';
import type { GuideSource } from '#lib/module/compile-guide.ts';
import { CannotReadFolder } from './folder.ts';
import { decodeText } from './text.ts';

/** The guides below a folder of modules: its `guides/*.md`, in the order of their names; none where it has no such folder. */
export async function findGuides(modules: string): Promise<string[]> {
	const folder = join(modules, 'guides');
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	// Links are not read, so that nothing outside the folder is.
	return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map(({ name }) => join(folder, name)).sort();
}

/** Reads a guide's file. */
export async function readGuide(file: string, wording?: Wording): Promise<GuideSource> {
	const bytes = await readFile(file).catch(() => {
		throw new CannotReadFolder(`There is no guide ${file}, or you may not read it.`);
	});
	return { slug: basename(file, '.md'), file, text: decodeText(bytes), ...(wording ? { wording } : {}) };
}
