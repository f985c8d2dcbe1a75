import { localDetails } from '#lib/server/library/local-details.ts';
import { SITE_ENTRIES } from '#lib/server/local-details/site.ts';

/** What the trust has filled in for these pages. They are for anybody, so nothing else stands in them. */
export async function load({ locals: { db } }) {
	return { details: await localDetails(db, SITE_ENTRIES.map(({ name }) => name)) };
}
