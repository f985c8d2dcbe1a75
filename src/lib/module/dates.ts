const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * A date that an author wrote, `3 March 2026` or `2026-03-03`, as `2026-03-03`;
 * undefined for anything else, and for a day that no calendar has.
 */
export function readDate(text: string): string | undefined {
	const words = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text);
	const digits = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const [year, month, day] = words
		? [Number(words[3]), MONTHS.findIndex((name) => name.startsWith(words[2]!.toLowerCase()) && words[2]!.length >= 3) + 1, Number(words[1])]
		: digits
			? [Number(digits[1]), Number(digits[2]), Number(digits[3])]
			: [0, 0, 0];
	const date = new Date(Date.UTC(year, month - 1, day));
	if (year < 1000 || month < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
	return date.toISOString().slice(0, 10);
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day that it is in London at an instant, `2026-03-03`. */
export function londonDate(instant: Date): string {
	return LONDON.format(instant);
}

/** `2026-03-03` as `3 March 2026`. */
export function longDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	const name = MONTHS[month! - 1]!;
	return `${day} ${name[0]!.toUpperCase()}${name.slice(1)} ${year}`;
}

const DAY = 24 * 60 * 60 * 1000;

/** The date so many days after another, or before it where they are fewer than none. */
export function addDays(date: string, days: number): string {
	return written(Date.parse(date) + days * DAY);
}

/**
 * The date so many months after another, or before it: the same day of the
 * month, or the month's last where it is shorter. Add up the months before adding
 * them to a date: 31 January, 28 February and 31 March are a month apart only so.
 */
export function addMonths(date: string, months: number): string {
	const [year, month, day] = date.split('-').map(Number);
	// Day 0 of the month behind is the last of this one.
	const last = new Date(Date.UTC(year!, month! + months, 0));
	return written(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day!, last.getUTCDate())));
}

/** How many days `to` lies behind `from`. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** The latest of some dates. */
export function latest(...dates: [string, ...string[]]): string {
	return dates.reduce((a, b) => (a < b ? b : a));
}

function written(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}
