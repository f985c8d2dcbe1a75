import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { GuideSource } from '#lib/module/compile-guide.ts';
import { londonDate } from '#lib/module/dates.ts';
import { CannotReadFolder, findModules, readModule, type ModuleFolder } from '#lib/server/library/folder.ts';
import { findGuides, guidesIn, holdsGuides, readGuide } from '#lib/server/library/guide-folder.ts';
import { readWordingIn } from '#lib/server/library/wording-list.ts';
import type { Checked } from './print.ts';

/** What was asked for. Something that cannot be read keeps nothing else from being read. */
export interface Reading {
	modules: ModuleFolder[];
	guides: GuideSource[];
	/** What is to mend in the lists of wording beside them. */
	lists: Checked[];
	/** Why something could not be read, in sentences. */
	problems: string[];
}

/** The places of modules and guides. */
export interface Found {
	/** Folders. */
	modules: string[];
	/** Files. */
	guides: string[];
}

/** Reads the modules and guides at `paths`, each of them once; without a path, every one in `modules/`. */
export async function readPaths(paths: readonly string[]): Promise<Reading> {
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
	const found = (await Promise.all((paths.length > 0 ? paths : ['modules']).map((path) => orProblem(findAt(path))))).flat();
	const folders = [...new Set(found.flatMap(({ modules }) => modules))];
	const files = [...new Set(found.flatMap(({ guides }) => guides))];
	const lists = new Map(await Promise.all(librariesOf(folders, files).map(async (library) => [library, await readWordingIn(library)] as const)));
	const today = londonDate(new Date());
	const modules = await Promise.all(folders.map((folder) => orProblem(readModule(folder, lists.get(dirname(folder))?.wording))));
	const guides = await Promise.all(files.map((file) => orProblem(readGuide(file, lists.get(dirname(dirname(file)))?.wording))));
	return {
		modules: modules.flat().map(({ source, files }) => ({ source: { ...source, today }, files })),
		guides: guides.flat(),
		lists: [...lists.values()].filter(({ diagnostics }) => diagnostics.length > 0),
		problems
	};
}

/** What is at a path: a module's own folder or its module.md, a folder of modules, one of guides, a guide, or a name in `modules/`. */
export async function findAt(path: string): Promise<Found> {
	if (basename(path) !== 'module.md' && path.endsWith('.md') && holdsGuides(basename(dirname(path)))) return { modules: [], guides: [join(path)] };
	const folder = basename(path) === 'module.md' ? dirname(path) : join(path);
	const names = await readdir(folder).catch(() => undefined);
	if (!names) return findByName(folder);
	if (names.includes('module.md')) return { modules: [folder], guides: [] };
	if (holdsGuides(basename(folder))) {
		const guides = await guidesIn(folder);
		if (guides.length > 0) return { modules: [], guides };
		throw new CannotReadFolder(`There is nothing in ${folder} yet that people could read: no file that ends in .md, but for a README.md.`);
	}
	const found = { modules: await findModules(folder), guides: await findGuides(folder) };
	if (found.modules.length > 0 || found.guides.length > 0) return found;
	throw new CannotReadFolder(`There is no module in ${folder}: neither a file module.md nor a folder with one. To start a module: npx alongside new my-first-module`);
}

/** Where a save changes what is found at `path`: there, and in the trust's list of wording beside the modules. */
export async function placesToWatch(path: string): Promise<string[]> {
	// What is not there yet, or not any more, may come.
	const { modules, guides } = await findAt(path).catch(() => ({ modules: [], guides: [] }));
	const there = existsSync(path) ? [path] : [...modules, ...guides];
	const lists = librariesOf(modules, guides).map((library) => join(library, 'wording.yaml'));
	return [...(there.length > 0 ? there : [path]), ...lists];
}

/** The folders of modules around these modules and guides. */
function librariesOf(folders: string[], files: string[]): string[] {
	return [...new Set([...folders.map((folder) => dirname(folder)), ...files.map((file) => dirname(dirname(file)))])];
}

async function findByName(name: string): Promise<Found> {
	const folder = join('modules', name);
	const held = await readdir(folder).then((names) => names.includes('module.md'), () => false);
	if (held) return { modules: [folder], guides: [] };
	const guide = (await findGuides('modules')).find((file) => basename(file, '.md') === name);
	if (guide) return { modules: [], guides: [guide] };
	throw new CannotReadFolder(`There is no module ${name} here. Name the folder of a module, its module.md, or a folder of modules.`);
}
