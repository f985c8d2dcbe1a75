/** How many letters must be put in, taken out or changed to turn one word into the other (Levenshtein 1966). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (const [j, other] of [...b].entries()) {
			next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other ? 0 : 1)));
		}
		row = next;
	}
	return row[b.length]!;
}

/**
 * What to add to a message about an unknown word: ` Did you mean …?` where one
 * of `known` is close, or nothing.
 */
export function suggest(word: string, known: readonly string[]): string {
	if (word.length > 40) return '';
	const near = known
		.map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate) }))
		.filter(({ candidate, steps }) => steps <= (candidate.length < 4 ? 1 : Math.max(2, Math.floor(candidate.length / 3))))
		.sort((a, b) => a.steps - b.steps)[0];
	return near ? ` Did you mean \`${near.candidate}\`?` : '';
}
