/** How many times in a row Shift is pressed to leave. */
export const ENOUGH = 3;
/** In milliseconds, after which a press counts no more. */
const PATIENCE = 5000;

/**
 * Counts how often in a row somebody presses Shift by itself, as GOV.UK's
 * exit-this-page does: any other key begins again, and Shift with a letter is no
 * press of its own. Escape is no such key, since it stops a page from loading.
 *
 * @param count gets how many there are by now, and 0 when they count no more
 * @returns what to call when it is enough
 */
export function countShift(view: Window, count: (presses: number) => void): () => void {
	let presses = 0;
	let modified = false;
	let timer: number | undefined;
	const become = (next: number) => {
		view.clearTimeout(timer);
		if (next === presses) return;
		presses = next;
		count(presses);
		if (presses > 0) timer = view.setTimeout(() => become(0), PATIENCE);
	};
	const released = ({ key, shiftKey }: KeyboardEvent) => {
		if (key === 'Shift' && !modified) become(presses + 1);
		else become(0);
		modified = shiftKey;
	};
	view.addEventListener('keyup', released);
	return () => {
		view.clearTimeout(timer);
		view.removeEventListener('keyup', released);
	};
}
