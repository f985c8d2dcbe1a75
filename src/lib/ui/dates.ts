const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });

/** An instant as a date in words, as the clock in London had it: 23 November 2026. */
export function longDate(instant: Date): string {
	return LONG.format(instant);
}

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** An instant as a date and a time: 23 November 2026 at 09:30. */
export function longTime(instant: Date): string {
	return `${longDate(instant)} at ${TIME.format(instant)}`;
}
