import { requirePerson } from '#lib/server/accounts/guard.ts';
import { asCsv } from '#lib/server/my-record/download.ts';
import { myRecord } from '#lib/server/my-record/my-record.ts';

export async function GET({ locals }) {
	const record = await myRecord(locals.db, requirePerson(locals).id, locals.now);
	// The file's name stands in a list of downloads that others may see: it names nobody and nothing.
	return new Response(asCsv(record), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="my-record.csv"' } });
}
