import ICAL from 'ical.js';
import { addDays } from '#lib/module/dates.ts';
import type { PlainDate } from '../database/schema.ts';

// The library does not count the space that begins a folded line, and a line has at most 75 octets (RFC 5545, 3.1).
ICAL.foldLength = 74;

interface Entry {
	on: PlainDate;
	service: string;
	/** Where the site is. */
	origin: string;
	now: Date;
}

/**
 * An entry for a calendar that something is due on a day (RFC 5545). Calendars at
 * work are often shared, so it names no module, whatever the module: were only
 * those for peers left unnamed, that would name them. For the same reason it
 * leads to "My training", and is the same for everybody.
 */
export function calendarEntry({ on, service, origin, now }: Entry): string {
	const calendar = new ICAL.Component('vcalendar');
	calendar.addPropertyWithValue('version', '2.0');
	calendar.addPropertyWithValue('prodid', '-//Alongside//Alongside//EN');
	const event = new ICAL.Component('vevent');
	event.addPropertyWithValue('uid', `due-${on}@${new URL(origin).hostname}`);
	event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
	event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(on));
	event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(on, 1)));
	event.addPropertyWithValue('summary', `Training in ${service}`);
	event.addPropertyWithValue('description', `Sign in to see what this is for: ${origin}/`);
	event.addPropertyWithValue('url', `${origin}/`);
	// A day with something to do is not a day on which somebody is busy.
	event.addPropertyWithValue('transp', 'TRANSPARENT');
	calendar.addSubcomponent(event);
	return `${calendar.toString()}\r\n`;
}
