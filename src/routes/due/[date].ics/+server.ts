import { error } from '@sveltejs/kit';
import { readDate } from '#lib/module/dates.ts';
import { calendarEntry } from '#lib/server/requirements/calendar-entry.ts';

/** An entry for a calendar: for any day and anybody the same, so that neither its address nor the answer says what is asked of whom. */
export function GET({ locals, params: { date } }) {
	if (readDate(date) !== date) error(404, 'Page not found');
	const { serviceName: service, origin } = locals.settings;
	return new Response(calendarEntry({ on: date, service, origin, now: locals.now }), {
		headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="training.ics"' }
	});
}
