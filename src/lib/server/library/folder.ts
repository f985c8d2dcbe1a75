import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readWording, type Wording } from '#lib/module/checks/wording.ts';
import type { ModuleSource } from '#lib/module/compile.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { factsOf } from './file-facts.ts';

/** A folder that should hold modules, or one, does not. The message says what to do. */
export class CannotReadFolder extends Error {
	override name = 'CannotReadFolder';
}

/** A module's text, and the bytes of the files beside it. */
export interface ModuleFolder {
	source: ModuleSource;
	files: Map<string, Uint8Array>;
}

/** The folders below `folder` that hold a module, by name. */
export async function findModules(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
		throw new CannotReadFolder(`There is no folder ${folder} here. Go to the folder that holds it, or name another.`);
	});
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
	const held = await Promise.all(folders.map(async (path) => ((await readdir(path)).includes('module.md') ? [path] : [])));
	return held.flat().sort();
}

/** The list of wording beside the folder of a module, where there is one, and what is to mend in it. */
export async function readWordingBeside(folder: string): Promise<{ wording?: Wording; diagnostics: Diagnostic[] }> {
	const file = join(dirname(folder), 'wording.yaml');
	const bytes = await readFile(file).catch(() => undefined);
	return bytes ? readWording(decode(bytes), file) : { diagnostics: [] };
}

/** Reads a module's folder. Folders in it and links are not read, so that nothing outside it is. */
export async function readModule(folder: string, wording?: Wording): Promise<ModuleFolder> {
	const file = join(folder, 'module.md');
	const text = await readFile(file).catch(() => {
		throw new CannotReadFolder(`There is no module in ${folder}: it has no file module.md.`);
	});
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isFile() && entry.name !== 'module.md').map(({ name }) => name);
	const files = new Map<string, Uint8Array>();
	for (const name of names.sort()) files.set(name, await readFile(join(folder, name)));
	const slug = basename(resolve(folder));
	return { source: { slug, file, text: decode(text), files: await factsOf(files), ...(wording ? { wording } : {}) }, files };
}

/** The text of `bytes`, or a NUL, which whoever reads it reports, where they are not UTF-8. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return '\0';
	}
}
