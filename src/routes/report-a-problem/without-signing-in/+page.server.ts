import { localDetails } from '#lib/server/library/local-details.ts';
import { PROBLEM_CONTACT } from '#lib/server/local-details/site.ts';

/** The one entry that the trust fills in for anybody, also for people who are not signed in. */
export async function load({ locals }) {
	return { contact: (await localDetails(locals.db))[PROBLEM_CONTACT] };
}
