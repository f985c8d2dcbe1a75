import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { makePackage, type PackageContents } from '#lib/package/package.ts';
import { preflight, type Check } from '#lib/package/preflight/preflight.ts';
import { ingredientsOf, type Ingredients } from './ingredients.ts';

/** A package's bytes, and what was found when they were looked at. */
export interface Made {
	bytes: Uint8Array;
	ready: boolean;
	checks: Check[];
	ingredients: Ingredients;
}

/** Makes packages, one at a time, somewhere. */
export interface Maker {
	make(contents: PackageContents): Promise<Made>;
	/** Ends whatever it keeps for the next one. */
	close(): Promise<void>;
}

/** In milliseconds. Over this something is stuck: a package takes a tenth of a second, one with a long film a few. */
const LONGEST = 120_000;
const ROLE = 'package-maker';

/** Makes a package and looks at it as it will be handed out. */
export async function makeAndLook(contents: PackageContents): Promise<Made> {
	const bytes = makePackage(contents);
	const { ready, checks } = await preflight(bytes, contents);
	return { bytes, ready, checks, ingredients: ingredientsOf(contents) };
}

/** Makes them where the site is served; for whatever runs from its source. */
export const here: Maker = { make: makeAndLook, close: async () => {} };

/**
 * Makes them in a thread of its own, so that no learner waits. The thread starts
 * with the first one, from this very file as it was bundled: wherever the server's
 * bundle puts it, there it is.
 */
export function inThread(): Maker {
	let thread: Worker | undefined;
	return {
		async make(contents) {
			thread ??= start();
			try {
				return await answerOf(thread, contents);
			} catch (error) {
				await thread.terminate();
				thread = undefined;
				throw error;
			}
		},
		async close() {
			await thread?.terminate();
			thread = undefined;
		}
	};
}

function start(): Worker {
	const thread = new Worker(fileURLToPath(import.meta.url), { workerData: ROLE });
	// It never keeps a server from ending: what was being made counts as interrupted.
	thread.unref();
	return thread;
}

function answerOf(thread: Worker, contents: PackageContents): Promise<Made> {
	return new Promise((done, fail) => {
		const late = setTimeout(() => settle(() => fail(new Error('Making a package took too long.'))), LONGEST).unref();
		const listeners = {
			message: (made: Made) => settle(() => done(made)),
			error: (error: Error) => settle(() => fail(error)),
			exit: (code: number) => settle(() => fail(new Error(`The thread that makes packages ended with ${code}.`)))
		};
		// Each by itself: without the listeners of its own, a thread hears of nothing any more.
		const settle = (then: () => void) => {
			clearTimeout(late);
			for (const [name, listener] of Object.entries(listeners)) thread.off(name, listener);
			then();
		};
		for (const [name, listener] of Object.entries(listeners)) thread.on(name, listener);
		thread.postMessage(contents);
	});
}

// Node runs no TypeScript with components in it: what is not bundled makes packages where it is.
/** The maker for a process that serves the site. */
export const usualMaker = (): Maker => (import.meta.url.endsWith('.ts') ? here : inThread());

if (!isMainThread && workerData === ROLE) {
	// What goes wrong ends the thread with an error, which the other side hears of.
	parentPort!.on('message', (contents: PackageContents) => void makeAndLook(contents).then((made) => parentPort!.postMessage(made)));
}
