import { basename } from 'node:path';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { findModules } from '#lib/server/library/folder.ts';
import type { Listed } from './pages.ts';
import { renderFolder, type Rendering } from './rendering.ts';
import { counts } from './words.ts';

/** Where the previewed modules are: each is found by its name here, and by nothing that comes from a browser. */
export interface Desk {
	/** How a module was when it was last looked at; undefined where there is none of that name. */
	rendering(slug: string): Rendering | undefined;
	/** Looks at a module again. */
	refresh(slug: string): Promise<Rendering | undefined>;
	/** Looks at every module. */
	list(): Promise<Listed[]>;
}

/**
 * Starts with no module looked at.
 *
 * @param places the folder of modules, or the one folder of a module
 * @param details reads what the trust has filled in; asked each time, since it may be edited too
 */
export function openDesk(places: { modules: string } | { module: string }, details: () => Promise<LocalDetails>): Desk {
	const folders = new Map<string, string>();
	const renderings = new Map<string, Rendering>();

	/** A folder that was there once keeps its entry, so that its page can say that it is gone. */
	async function look(): Promise<string[]> {
		const found = 'module' in places ? [places.module] : await findModules(places.modules).catch(() => []);
		for (const folder of found) folders.set(basename(folder), folder);
		return found.map((folder) => basename(folder));
	}
	async function lookAgain(slug: string): Promise<Rendering | undefined> {
		if (!folders.has(slug)) await look();
		const folder = folders.get(slug);
		if (folder === undefined) return undefined;
		const rendering = await renderFolder(folder, await details(), new Date(), renderings.get(slug));
		renderings.set(slug, rendering);
		return rendering;
	}
	/** One after another, so that what was read last is what is kept. */
	let turn: Promise<unknown> = Promise.resolve();
	function refresh(slug: string): Promise<Rendering | undefined> {
		const looked = turn.then(() => lookAgain(slug));
		turn = looked.catch(() => {});
		return looked;
	}
	return {
		rendering: (slug) => renderings.get(slug),
		refresh,
		async list() {
			const listed = await Promise.all(
				(await look()).map(async (slug) => {
					const rendering = await refresh(slug);
					const { training, trouble, findings } = rendering!;
					return { slug, title: training?.title ?? slug, words: trouble ?? counts(findings) };
				})
			);
			return listed;
		}
	};
}
