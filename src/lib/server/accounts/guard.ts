import { error } from '@sveltejs/kit';
import { may, type Permission } from './permissions.ts';
import type { SignedIn } from './signed-in.ts';

/** What the hook has found out about a request. */
interface Asking {
	person?: SignedIn;
	anothers?: boolean;
}

/**
 * The person of this request, which the hook has made sure of for every route but
 * the open ones. A form from somebody else's page is refused here, for every action.
 */
export function requirePerson({ person, anothers }: Asking): SignedIn {
	if (!person) throw new Error('This route is open, and asks for a person.');
	if (anothers) error(409, 'Somebody else is signed in here now');
	return person;
}

/** The person of this request, if they have one of `permissions`; anybody else is told that the page is not for them. */
export function requirePermission(locals: Asking, ...permissions: [Permission, ...Permission[]]): SignedIn {
	const person = requirePerson(locals);
	if (!permissions.some((permission) => may(person, permission))) error(403, 'You do not have permission to see this page');
	return person;
}
