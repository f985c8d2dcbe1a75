import type { Element } from './data-model.ts';
import { both, type Format } from './format.ts';

/** What one LMS takes, where that is less than its standard says. */
export interface Profile {
	/** The only elements that it has; it has all where this is absent. */
	only?: readonly string[];
	/** What it takes of a format of the standard, by that format. */
	narrows?: ReadonlyMap<Format, Format>;
}

/** What the LMS of `profile` takes for `element` in an interaction of `type`, or undefined where there is no such type. */
export function formatIn(profile: Profile, element: Element, type: string | undefined): Format | undefined {
	const format = element.byType ? element.byType[type ?? ''] : element.format;
	const narrow = format && profile.narrows?.get(format);
	return format && narrow ? both(format, narrow) : format;
}
