import type { Kysely } from 'kysely';
import { compileLocalText } from '#lib/module/local-text.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import type { Schema } from '../database/schema.ts';

/** What was compiled before, by its text: few texts, read on every page. */
const compiled = new Map<string, string>();
const MOST_COMPILED = 500;

/** What the trust has filled in, as HTML by name, of all entries or of some; an entry with an empty text is not filled in. */
export async function localDetails(db: Kysely<Schema>, names?: readonly string[]): Promise<LocalDetails> {
	if (names?.length === 0) return {};
	const filled = db.selectFrom('local_detail').select(['name', 'text']).where('text', '!=', '');
	const rows = await (names ? filled.where('name', 'in', names) : filled).execute();
	return Object.fromEntries(rows.map(({ name, text }) => [name, render(name, text)]));
}

function render(name: string, text: string): string {
	const known = compiled.get(text);
	if (known !== undefined) return known;
	const { html } = compileLocalText(name, text);
	if (compiled.size >= MOST_COMPILED) compiled.clear();
	compiled.set(text, html);
	return html;
}
