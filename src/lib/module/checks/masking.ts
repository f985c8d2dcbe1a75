/** `text` as spaces, its line breaks kept, so that whatever stands after it keeps its place. */
export function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}

const ESCAPED = /\\[!-/:-@[-`{-~]/g;
const TAG = /<[^<>]*>/g;
/** After the words of a link or an image: its address, or the name that it goes by. */
const ADDRESS = /\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^[\]]*\]/g;
const BARE = /\b(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]]/gi;
const MAIL = /[\p{L}\p{N}.+-]{1,64}@[\p{L}\p{N}.-]+/gu;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,32});/g;
const STRESS = /!?\[|[*~\]]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/**
 * The words of a stretch of Markdown, with each sign of markup, each address
 * and all code replaced by as many spaces. So a place among the words is the
 * same place in the source, and a finding can be shown where it stands.
 */
export function maskMarkup(source: string): string {
	return [ESCAPED, TAG, ADDRESS, BARE, MAIL, ENTITY, STRESS].reduce((text, pattern) => text.replace(pattern, blank), maskCode(source));
}

/** Blanks what stands between two runs of as many backticks, in one pass. */
export function maskCode(source: string): string {
	if (!source.includes('`')) return source;
	const runs = [...source.matchAll(/`+/g)].map(({ 0: marks, index }) => ({ length: marks.length, start: index }));
	/** Where the next run of the same length is, found from the end. */
	const partner = new Array<number | undefined>(runs.length);
	const latest = new Map<number, number>();
	for (let index = runs.length - 1; index >= 0; index -= 1) {
		const { length } = runs[index]!;
		partner[index] = latest.get(length);
		latest.set(length, index);
	}
	let text = '';
	let at = 0;
	for (let index = 0; index < runs.length; index += 1) {
		const to = partner[index];
		if (to === undefined) continue;
		const end = runs[to]!.start + runs[to]!.length;
		text += source.slice(at, runs[index]!.start) + blank(source.slice(runs[index]!.start, end));
		at = end;
		index = to;
	}
	return text + source.slice(at);
}
