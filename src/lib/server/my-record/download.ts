import { stringify } from 'csv-stringify/sync';
import type { MyRecord } from './my-record.ts';
import type { Fact } from './record-item.ts';

/** The record as JSON, for a program: instants in UTC, days as `2026-03-03`. */
export function asJson({ takenAt, groups }: MyRecord): string {
	const record = groups.map(({ id, title, purpose, seenBy, kept, entries }) => ({
		id,
		title,
		purpose,
		seenBy,
		kept,
		entries: entries.map((facts) => facts.map((fact) => ({ label: fact.label, value: valueOf(fact) })))
	}));
	return `${JSON.stringify({ takenAt: takenAt.toISOString(), record }, null, '\t')}\n`;
}

/**
 * The record as a table: a row for each fact. A spreadsheet takes what begins
 * with =, +, -, @, a tab or a return for a formula, so that an apostrophe stands
 * before it (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function asCsv({ groups }: MyRecord): string {
	const rows = groups.flatMap(({ title, purpose, seenBy, kept, entries }) => {
		const told = [purpose, seenBy, kept];
		if (entries.length === 0) return [[title, '', '', 'Nothing', ...told]];
		return entries.flatMap((facts, index) => facts.map((fact) => [title, index + 1, fact.label, valueOf(fact), ...told]));
	});
	const columns = ['What', 'Entry', 'Label', 'Value', 'What it is for', 'Who can see it', 'How long it is kept'];
	// Excel takes a file without the mark for the alphabet of the machine.
	return stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

function valueOf(fact: Fact): string {
	if ('text' in fact) return fact.text;
	return 'at' in fact ? fact.at : fact.on;
}
