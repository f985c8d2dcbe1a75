import { requirePerson } from '#lib/server/accounts/guard.ts';
import { myTraining } from '#lib/server/requirements/my-training.ts';

export async function load({ locals }) {
	return myTraining(locals.db, requirePerson(locals).id);
}
