/** Whatever ends a line, on any machine. */
export const NEWLINES = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What no keyboard types and no page shows, but for tabs and the ends of lines. */
export const UNSEEN = /[^\P{Cc}\t\n]|\p{Cs}|\uFFFD/u;
/** A text of which no page shows anything. */
export const NOTHING_SEEN = /^[\s\p{Cf}]*$/u;

/** A text field of a form as it is stored: one kind of line end, nothing around it, and nothing that cannot be shown. */
export function typedText(form: FormData, name: string): string {
	const value = form.get(name);
	if (typeof value !== 'string') return '';
	const text = value.replace(NEWLINES, '\n').replace(new RegExp(UNSEEN, 'gu'), '');
	return NOTHING_SEEN.test(text) ? '' : text.trim();
}

/** What to say of a text that has more characters than it may, or undefined where it has not. */
export function tooLong(text: string, longest: number): string | undefined {
	const more = [...text].length - longest;
	if (more <= 0) return undefined;
	return `Take out ${inFigures(more)} ${more === 1 ? 'character' : 'characters'}: you can use up to ${inFigures(longest)} here`;
}

function inFigures(number: number): string {
	return number.toLocaleString('en-GB');
}
