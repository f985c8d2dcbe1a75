import { requirePerson } from '#lib/server/accounts/guard.ts';

export function load({ locals }) {
	requirePerson(locals);
}
