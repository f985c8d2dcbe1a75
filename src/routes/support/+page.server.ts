import { localDetails } from '#lib/server/library/local-details.ts';

/** Urgent help is for anybody who finds the page. What the trust has filled in is for its own people. */
export async function load({ locals }) {
	return { details: locals.person ? await localDetails(locals.db) : undefined };
}
