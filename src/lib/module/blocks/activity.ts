import { readText } from '../terms.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, requireField, type BlockReading } from './block.ts';

/** Something to do with the team, away from the screen. */
export interface Activity {
	kind: 'activity';
	title: string;
	/** How long it takes. */
	minutes?: number;
	/** As HTML. */
	html: string;
}

/** Reads `:::activity`. */
export function readActivity(part: BlockPart, reading: BlockReading): Activity | undefined {
	const { report } = reading;
	allowFields(part, ['title', 'minutes'], report);
	const title = requireField(part, 'title', 'what the team does, in a few words', report);
	const field = part.fields.get('minutes');
	const isSound = field === undefined || /^[1-9]\d{0,2}$/.test(field.value);
	if (!isSound) report('field-invalid', field.line, 'minutes', field.value, 'a number of minutes, such as 20');
	if (!hasText(part, report) || !title) return undefined;
	return { kind: 'activity', title, ...(field && isSound ? { minutes: Number(field.value) } : {}), html: readText(part.text, part.textLine, reading) };
}
