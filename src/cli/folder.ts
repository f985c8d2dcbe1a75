import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ModuleSource } from '#lib/module/compile.ts';
import { CannotRun } from './cannot-run.ts';

/** The folders below `folder` that hold a module, by name. */
export async function findModules(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
		throw new CannotRun(`There is no folder ${folder} here. Go to the folder that holds it, or name a module's folder.`);
	});
	const held = await Promise.all(
		entries
			.filter((entry) => entry.isDirectory())
			.map(async ({ name }) => ((await readdir(join(folder, name))).includes('module.md') ? [join(folder, name)] : []))
	);
	return held.flat().sort();
}

/** A module's folder as the compiler wants it. */
export async function readFolder(folder: string): Promise<ModuleSource> {
	const file = join(folder, 'module.md');
	const bytes = await readFile(file).catch(() => {
		throw new CannotRun(`There is no module in ${folder}: it has no file module.md.`);
	});
	const names = await readdir(folder);
	return { slug: basename(resolve(folder)), file, text: decode(bytes), files: new Set(names.filter((name) => name !== 'module.md')) };
}

/** The text of `bytes`, or a NUL, which the compiler reports, where they are not UTF-8. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return '\0';
	}
}
