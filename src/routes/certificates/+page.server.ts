import { requirePerson } from '#lib/server/accounts/guard.ts';
import { certificatesOf } from '#lib/server/records/certificates.ts';

export async function load({ locals }) {
	return { certificates: await certificatesOf(locals.db, requirePerson(locals).id) };
}
