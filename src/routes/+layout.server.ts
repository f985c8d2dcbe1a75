import { may } from '#lib/server/accounts/permissions.ts';

export function load({ locals: { person, settings }, url }) {
	return {
		service: settings.serviceName,
		organisation: settings.organisation,
		demonstration: settings.demonstration,
		path: url.pathname,
		person: person && { name: person.name, learning: may(person, 'learning'), author: may(person, 'author') }
	};
}
