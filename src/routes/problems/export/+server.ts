import { requirePermission } from '#lib/server/accounts/guard.ts';
import { listReports } from '#lib/server/problems/reports.ts';
import { spreadsheetResponse } from '#lib/server/spreadsheet.ts';
import { PROBLEM_KINDS } from '#lib/ui/problem-kinds.ts';

const COLUMNS = {
	reportedOn: 'Reported on',
	page: 'Page',
	title: 'Title',
	version: 'Version',
	kind: 'What went wrong',
	words: 'What they saw',
	contact: 'How to reach them',
	mendedOn: 'Mended on',
	note: 'What was done'
};

export async function GET({ locals }) {
	const reader = requirePermission(locals, 'author', 'learning');
	const reports = await listReports(locals.db, reader, locals.now);
	const rows = reports.map(({ id, kind, version = '', mendedOn = '', ...report }) => ({ ...report, kind: PROBLEM_KINDS[kind], version, mendedOn }));
	return spreadsheetResponse('problems', COLUMNS, rows);
}
