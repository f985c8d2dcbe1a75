import { watch } from 'chokidar';
import { statSync } from 'node:fs';

/**
 * How long to wait after a save, in ms. An editor may write a file in several
 * steps. And chokidar leaves out what comes within 50 ms of a change that it told:
 * whatever is looked at sooner could be followed by a save that nobody hears of.
 */
const SETTLED = 60;
/** How often to look whether a folder is still the one that is watched: when it goes, chokidar goes silent for good. */
const BETWEEN_LOOKS = 400;

/**
 * Hears of every save in these files and folders and the folders in them, also
 * after one of them was deleted, renamed or moved and came back.
 *
 * @returns what ends it, once no save is missed
 */
export async function watchPaths(paths: readonly string[], changed: () => void): Promise<() => void> {
	let settling: ReturnType<typeof setTimeout> | undefined;
	const heard = () => {
		clearTimeout(settling);
		settling = setTimeout(changed, SETTLED);
	};
	const ends = await Promise.all(paths.map((path) => watchPath(path, heard)));
	return () => {
		clearTimeout(settling);
		for (const end of ends) end();
	};
}

async function watchPath(path: string, heard: () => void): Promise<() => void> {
	let known = identity(path);
	const begin = () => watch(path, { ignoreInitial: true, depth: 1 }).on('all', heard).on('error', tell);
	let watcher = begin();
	await new Promise<void>((ready) => watcher.once('ready', ready));
	const looking = setInterval(() => {
		const now = identity(path);
		if (now === known) return;
		known = now;
		void watcher.close();
		// What is saved before it is ready, it does not hear of.
		watcher = begin().on('ready', heard);
		heard();
	}, BETWEEN_LOOKS);
	return () => {
		clearInterval(looking);
		void watcher.close();
	};
}

/** Tells one folder from another of the same name; a deleted one's number may be given to the next. */
function identity(path: string): string | undefined {
	try {
		const { ino, birthtimeMs } = statSync(path);
		return `${ino} ${birthtimeMs}`;
	} catch {
		return undefined;
	}
}

/** The system may have no room to watch (ENOSPC), and then says so once for each folder. */
function tell(error: unknown): void {
	console.error(`Some saved files may go unnoticed (${(error as Error).message}). Start this command again where a change does not show.`);
}
