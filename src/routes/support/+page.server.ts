import { localDetails } from '#lib/server/library/local-details.ts';

export async function load({ locals }) {
	return { details: await localDetails(locals.db) };
}
