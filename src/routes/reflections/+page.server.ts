import { requirePerson } from '#lib/server/accounts/guard.ts';

export function load({ locals }) {
	return { reader: requirePerson(locals).id };
}
