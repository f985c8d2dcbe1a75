import { requirePermission } from '#lib/server/accounts/guard.ts';
import { listBatches } from '#lib/server/comments/batches.ts';
import { spreadsheetResponse } from '#lib/server/spreadsheet.ts';

const COLUMNS = {
	module: 'Module',
	title: 'Title',
	releasedOn: 'Passed on',
	version: 'Version',
	hard: 'Was anything hard to read?',
	change: 'What would you change?',
	settledOn: 'Dealt with on',
	note: 'What changed because of it'
};

export async function GET({ locals, url }) {
	requirePermission(locals, 'author');
	const batches = await listBatches(locals.db, url.searchParams.get('module') ?? undefined);
	const rows = batches.flatMap(({ module, title, releasedOn, version = '', settledOn = '', note, comments }) =>
		comments.map(({ hard, change }) => ({ module, title, releasedOn, version, hard, change, settledOn, note }))
	);
	return spreadsheetResponse('comments', COLUMNS, rows);
}
