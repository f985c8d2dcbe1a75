import { may } from '#lib/server/accounts/permissions.ts';
import { reportedPage } from '#lib/server/problems/page-path.ts';

export function load({ locals: { person, settings }, url }) {
	return {
		service: settings.serviceName,
		organisation: settings.organisation,
		demonstration: settings.demonstration,
		path: url.pathname,
		/** What a report says of this page's address. */
		reported: reportedPage(url.pathname, settings.origin),
		person: person && { id: person.id, name: person.name, learning: may(person, 'learning'), author: may(person, 'author') }
	};
}
