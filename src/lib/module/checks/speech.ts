/** A stretch of a text, its end left out. */
export interface Stretch {
	start: number;
	end: number;
}

/**
 * What stands between double quotation marks, straight or curly. A module on
 * language has to be able to show what is said on a ward, so words that
 * somebody says are not the author's own and are not judged as such.
 */
export function speech(text: string): Stretch[] {
	const found: Stretch[] = [];
	let start: number | undefined;
	for (const { 0: mark, index } of text.matchAll(/["“”]/g)) {
		if (start === undefined) start = mark === '”' ? undefined : index;
		else if (mark === '“') start = index;
		else {
			found.push({ start, end: index + 1 });
			start = undefined;
		}
	}
	return found;
}

/** Whether any of `stretches` holds the place `offset`. */
export function holds(stretches: readonly Stretch[], offset: number): boolean {
	return stretches.some(({ start, end }) => start <= offset && offset < end);
}
