import { deviceStore, tabStore } from './stores.ts';

/** What the sign-in page writes on the device, so that a visit ends in every tab (see static/end-of-visit.js). */
const ENDED = 'visit ended';
/** In a tab: the end of the visit before the one that it keeps things for. */
const BEGAN = 'visit began after';

/**
 * What this tab keeps for the visit. What is left of a visit that has ended meanwhile in another tab is taken away
 * first: this tab may have been on a page without scripts then.
 */
export function visitStore(view: Window): Storage | undefined {
	const tab = tabStore(view);
	const ended = lastEnd(view);
	if (!tab || ended === undefined || tab.getItem(BEGAN) === ended) return tab;
	tab.clear();
	try {
		tab.setItem(BEGAN, ended);
	} catch {
		// Without this line the next page takes everything away, which is the safe side.
	}
	return tab;
}

/**
 * Waits for the end of the visit, in whichever tab somebody signs out. This tab is emptied then, and told.
 *
 * @returns what to call when it is enough
 */
export function whenVisitEnds(view: Window, end: () => void): () => void {
	const began = lastEnd(view);
	const stop = () => {
		view.removeEventListener('storage', look);
		view.removeEventListener('pageshow', look);
		view.document.removeEventListener('visibilitychange', look);
	};
	const look = () => {
		if (lastEnd(view) === began) return;
		stop();
		tabStore(view)?.clear();
		end();
	};
	view.addEventListener('storage', look);
	// A page that slept, or comes back by the button for going back, was told nothing.
	view.addEventListener('pageshow', look);
	view.document.addEventListener('visibilitychange', look);
	return stop;
}

/** When a visit last ended in this browser; empty where none has, undefined where the browser lets tabs tell each other nothing. */
function lastEnd(view: Window): string | undefined {
	const device = deviceStore(view);
	return device && (device.getItem(ENDED) ?? '');
}
