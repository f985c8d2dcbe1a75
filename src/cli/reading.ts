import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CannotReadFolder, findModules, readModule, type ModuleFolder } from '#lib/server/library/folder.ts';

/** The modules that were asked for. One that cannot be read keeps no other from being read. */
export interface Reading {
	modules: ModuleFolder[];
	/** Why something could not be read, in sentences. */
	problems: string[];
}

/** Reads the modules at `paths`, each of them once; without a path, every one in `modules/`. */
export async function readModules(paths: readonly string[]): Promise<Reading> {
	const problems: string[] = [];
	/** What `read` gives, or nothing and a problem. */
	const orProblem = async <T>(read: Promise<T>): Promise<T[]> => {
		try {
			return [await read];
		} catch (error) {
			if (!(error instanceof CannotReadFolder)) throw error;
			problems.push(error.message);
			return [];
		}
	};
	const found = await Promise.all((paths.length > 0 ? paths : ['modules']).map((path) => orProblem(findFolders(path))));
	const modules = await Promise.all([...new Set(found.flat(2))].map((folder) => orProblem(readModule(folder))));
	return { modules: modules.flat(), problems };
}

/** The folders of modules at a path: a module's own folder or its module.md, a folder of modules, or a name in `modules/`. */
export async function findFolders(path: string): Promise<string[]> {
	const folder = basename(path) === 'module.md' ? dirname(path) : join(path);
	const names = await readdir(folder).catch(() => undefined);
	if (!names) return [await findByName(folder)];
	if (names.includes('module.md')) return [folder];
	const modules = await findModules(folder);
	if (modules.length === 0) {
		throw new CannotReadFolder(`There is no module in ${folder}: neither a file module.md nor a folder with one. To start a module: npx alongside new my-first-module`);
	}
	return modules;
}

async function findByName(name: string): Promise<string> {
	const folder = join('modules', name);
	const held = await readdir(folder).then((names) => names.includes('module.md'), () => false);
	if (held) return folder;
	throw new CannotReadFolder(`There is no module ${name} here. Name the folder of a module, its module.md, or a folder of modules.`);
}
