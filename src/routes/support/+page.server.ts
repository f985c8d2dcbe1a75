import { may } from '#lib/server/accounts/permissions.ts';
import { supportEntries } from '#lib/server/local-details/support.ts';

/** Urgent help is for anybody who finds the page. What the trust has filled in is for its own people. */
export async function load({ locals: { db, person, now } }) {
	return {
		entries: person && (await supportEntries(db, now)),
		/** Whether it is for them to keep the entries right. */
		keeps: person !== undefined && (may(person, 'learning') || may(person, 'author'))
	};
}
