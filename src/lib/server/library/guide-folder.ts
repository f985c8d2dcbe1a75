import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Wording } from '#lib/module/checks/wording.ts';
import type { GuideSource } from '#lib/module/compile-guide.ts';
import { CannotReadFolder } from './folder.ts';
import { decodeText } from './text.ts';

/** The folders beside the modules that hold guides; stories from practice are guides of a kind. */
const FOLDERS = ['guides', 'stories'];

/** Whether a folder of this name holds guides. */
export function holdsGuides(name: string): boolean {
	return FOLDERS.includes(name);
}

/** The guides below a folder of modules: its `guides/*.md` and `stories/*.md`, in the order of their names; none where it has no such folders. */
export async function findGuides(modules: string): Promise<string[]> {
	return (await Promise.all(FOLDERS.map((name) => guidesIn(join(modules, name))))).flat();
}

/** The guides in one such folder, in the order of their names. What its README says is about the folder. */
export async function guidesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	// Links are not read, so that nothing outside the folder is.
	return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md').map(({ name }) => join(folder, name)).sort();
}

/** Reads a guide's file. */
export async function readGuide(file: string, wording?: Wording): Promise<GuideSource> {
	const bytes = await readFile(file).catch(() => {
		throw new CannotReadFolder(`There is no guide ${file}, or you may not read it.`);
	});
	return { slug: basename(file, '.md'), file, text: decodeText(bytes), ...(wording ? { wording } : {}) };
}
