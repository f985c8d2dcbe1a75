const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });

/** An instant as a date in words, as the clock in London had it: 23 November 2026. */
export function longDate(instant: Date): string {
	return LONG.format(instant);
}
