import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a CSV file that spreadsheets open as it is: with a mark that says UTF-8,
 * and an apostrophe before whatever they would take for a formula.
 *
 * @param columns the heads of the columns, by key
 */
export function writeSpreadsheet<Key extends string>(columns: Record<Key, string>, rows: Record<Key, string>[]): string {
	return stringify(rows, { header: true, columns: Object.entries<string>(columns).map(([key, header]) => ({ key, header })), bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** The same as a file to download. */
export function spreadsheetResponse<Key extends string>(name: string, columns: Record<Key, string>, rows: Record<Key, string>[]): Response {
	const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` };
	return new Response(writeSpreadsheet(columns, rows), { headers });
}
