import { requirePerson } from '#lib/server/accounts/guard.ts';
import { myTraining } from '#lib/server/requirements/my-training.ts';

export async function load({ locals }) {
	return { ...(await myTraining(locals.db, requirePerson(locals).id, locals.now)), calendarTitle: `Training in ${locals.settings.serviceName}` };
}
