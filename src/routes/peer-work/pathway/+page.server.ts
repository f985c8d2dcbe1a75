import { requirePerson } from '#lib/server/accounts/guard.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { pathway } from '#lib/server/library/pathway.ts';

/** Of whoever asks, nothing is looked at but that they are signed in: the page is the same for everybody. */
export async function load({ locals }) {
	requirePerson(locals);
	const details = await localDetails(locals.db);
	return { stages: await pathway(locals.db), paidTime: details['paid-time'] };
}
