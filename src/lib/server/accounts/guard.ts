import { error } from '@sveltejs/kit';
import { may, type Permission } from './permissions.ts';
import type { SignedIn } from './signed-in.ts';

/** The person of this request, which the hook has made sure of for every route but the open ones. */
export function requirePerson({ person }: { person?: SignedIn }): SignedIn {
	if (!person) throw new Error('This route is open, and asks for a person.');
	return person;
}

/** The person of this request, if they have one of `permissions`; anybody else is told that the page is not for them. */
export function requirePermission(locals: { person?: SignedIn }, ...permissions: [Permission, ...Permission[]]): SignedIn {
	const person = requirePerson(locals);
	if (!permissions.some((permission) => may(person, permission))) error(403, 'You do not have permission to see this page');
	return person;
}
