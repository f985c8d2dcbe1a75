/** A kind of value. */
export interface Format {
	accepts(value: string): boolean;
	/** Whether a value of this kind is too large or too small, where the standard tells that from a value of another kind. */
	outOfRange?(value: string): boolean;
	/** Completes "This must be". */
	words: string;
}

export const matching = (pattern: RegExp, words: string): Format => ({ accepts: (value) => pattern.test(value), words });

export const oneOf = (...values: string[]): Format => ({ accepts: (value) => values.includes(value), words: `one of ${values.map((value) => `"${value}"`).join(', ')}` });

/** Values that both formats take. */
export const both = (wide: Format, narrow: Format): Format => ({ ...wide, accepts: (value) => wide.accepts(value) && narrow.accepts(value), words: narrow.words });
