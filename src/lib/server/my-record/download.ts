import { writeSpreadsheet } from '../spreadsheet.ts';
import type { MyRecord } from './my-record.ts';
import type { Fact } from './record-item.ts';

/** The record as JSON, for a program: instants in UTC, days as `2026-03-03`, and `null` where there is nothing. */
export function asJson({ takenAt, groups }: MyRecord): string {
	const record = groups.map(({ id, title, purpose, seenBy, kept, entries }) => ({
		id,
		title,
		purpose,
		seenBy,
		kept,
		entries: entries.map((facts) => facts.map((fact) => ({ label: fact.label, value: 'none' in fact ? null : valueOf(fact) })))
	}));
	return `${JSON.stringify({ takenAt: takenAt.toISOString(), record }, null, '\t')}\n`;
}

const COLUMNS = { what: 'What', entry: 'Entry', label: 'Label', value: 'Value', purpose: 'What it is for', seenBy: 'Who can see it', kept: 'How long it is kept' };

/** The record as a spreadsheet: a row for each fact. */
export function asCsv({ groups }: MyRecord): string {
	const rows = groups.flatMap(({ title: what, purpose, seenBy, kept, entries }) => {
		const told = { what, purpose, seenBy, kept };
		if (entries.length === 0) return [{ ...told, entry: '', label: '', value: 'Nothing' }];
		return entries.flatMap((facts, index) => facts.map((fact) => ({ ...told, entry: String(index + 1), label: fact.label, value: valueOf(fact) })));
	});
	return writeSpreadsheet(COLUMNS, rows);
}

function valueOf(fact: Fact): string {
	if ('text' in fact) return fact.text;
	if ('none' in fact) return fact.none;
	return 'at' in fact ? fact.at : fact.on;
}
