import { requirePerson } from '#lib/server/accounts/guard.ts';
import { bySection, myRecord } from '#lib/server/my-record/my-record.ts';

export async function load({ locals }) {
	const record = await myRecord(locals.db, requirePerson(locals).id, locals.now);
	return { takenAt: record.takenAt, sections: bySection(record) };
}
