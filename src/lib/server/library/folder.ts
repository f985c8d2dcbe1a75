import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Wording } from '#lib/module/checks/wording.ts';
import type { ModuleSource } from '#lib/module/compile.ts';
import { factsOf } from './file-facts.ts';
import { decodeText } from './text.ts';

/** A folder that should hold modules, or one, does not. The message says what to do. */
export class CannotReadFolder extends Error {
	override name = 'CannotReadFolder';
}

/** A module's text, and the bytes of the files beside it. */
export interface ModuleFolder {
	source: ModuleSource;
	/** By name, in Unicode's composed form (NFC). */
	files: Map<string, Uint8Array>;
}

const NAME = 'module.md';

/** In bytes. Text of this size is too long in any alphabet: the compiler takes 500,000 units of 3 bytes at most. */
const LONGEST_TEXT = 2_000_000;

/** In bytes. No file that a module may show is larger (see files.ts), and a film of gigabytes beside one must not fill the memory. */
const LARGEST_FILE = 100_000_000;

/** The folders below `folder` that hold a module, by name. */
export async function findModules(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(({ code }: NodeJS.ErrnoException) => {
		if (code === 'EACCES') throw new CannotReadFolder(`You may not read the folder ${folder}. Ask whoever owns it, or name another.`);
		throw new CannotReadFolder(`There is no folder ${folder} here. Go to the folder that holds it, or name another.`);
	});
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
	const held = await Promise.all(folders.map(async (path) => ((await mayHoldModule(path)) ? [path] : [])));
	return held.flat().sort();
}

/** Whether a folder has a module, or nobody can tell: then reading it says why. */
async function mayHoldModule(folder: string): Promise<boolean> {
	return readdir(folder).then(
		(names) => names.includes(NAME),
		({ code }: NodeJS.ErrnoException) => code === 'EACCES'
	);
}

/** Reads a module's folder. Folders in it and links are not read, so that nothing outside it is. */
export async function readModule(folder: string, wording?: Wording): Promise<ModuleFolder> {
	const file = join(folder, NAME);
	const { size } = await look(folder, file);
	const slug = basename(resolve(folder));
	const files = await readFiles(folder);
	const beside = { files: await factsOf(files), ...(wording ? { wording } : {}) };
	if (size > LONGEST_TEXT) return { source: { slug, file, text: '', unread: size, ...beside }, files };
	const text = await readFile(file).catch((error: NodeJS.ErrnoException) => {
		throw new CannotReadFolder(unreadable(file, error));
	});
	return { source: { slug, file, text: decodeText(text), ...beside }, files };
}

/** What kind of thing `module.md` is, before it is opened: a pipe would never end. */
async function look(folder: string, file: string): Promise<Stats> {
	const stats = await lstat(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new CannotReadFolder(`There is no module in ${folder}: it has no file module.md.`);
		throw new CannotReadFolder(unreadable(file, error));
	});
	if (stats.isSymbolicLink()) throw new CannotReadFolder(`${file} is a link, and links are not followed. Put the file itself into the folder.`);
	if (!stats.isFile()) throw new CannotReadFolder(`${file} is not a file. Save the text of the module there under this name.`);
	return stats;
}

/** The files beside `module.md` that can be read; what is asked for and is not among them is one that is not there. */
async function readFiles(folder: string): Promise<Map<string, Uint8Array>> {
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isFile() && entry.name !== NAME).map(({ name }) => name);
	const files = new Map<string, Uint8Array>();
	for (const name of names.sort()) {
		const path = join(folder, name);
		const bytes = await lstat(path).then(({ size }) => (size > LARGEST_FILE ? undefined : readFile(path))).catch(() => undefined);
		// macOS may hand out `é` as two characters, and authors type it as one.
		if (bytes) files.set(name.normalize('NFC'), bytes);
	}
	return files;
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
	if (code === 'EACCES' || code === 'EPERM') return `You may not read ${file}. Ask whoever owns it, or save a copy that is yours.`;
	return `${file} could not be read (${code ?? message}). Try again, or save a copy of it.`;
}
