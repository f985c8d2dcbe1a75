/** One field of a form that somebody was sending when they were signed out. */
export interface HeldField {
	name: string;
	value: string;
}

/** The longest that somebody types into a form is a local detail, whose line ends are sent as two characters each; whatever is longer is not one of ours. */
const MOST_FIELDS = 20;
const LONGEST = 20_000;

/** The text fields of a form whose names start with `prefix`, without it. */
export function heldFields(form: FormData, prefix = ''): HeldField[] {
	return [...form]
		.flatMap(([name, value]) => (name.startsWith(prefix) && typeof value === 'string' ? [{ name: name.slice(prefix.length), value }] : []))
		.filter(({ name, value }) => name.length <= 100 && value.length <= LONGEST)
		.slice(0, MOST_FIELDS);
}
