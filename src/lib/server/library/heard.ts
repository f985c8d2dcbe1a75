import type { Kysely } from 'kysely';
import { hasVoices, keyOfWords, withinConsent } from '#lib/module/consent.ts';
import { londonDate } from '#lib/module/dates.ts';
import type { Module } from '#lib/module/module.ts';
import type { Schema } from '../database/schema.ts';

/**
 * A version's module as it may be shown now. Consent comes before "a version
 * never changes": also somebody in the middle of an older version is not shown
 * words that were withdrawn.
 */
export async function heard(db: Kysely<Schema>, module: Module, now: Date): Promise<Module> {
	if (!hasVoices(module)) return module;
	const rows = await db.selectFrom('withdrawn_voice').select('words').where('module', '=', module.slug).execute();
	return withinConsent(module, londonDate(now), new Set(rows.map(({ words }) => words)));
}

/** Keeps what a new version says of consent: words that are withdrawn, for every version, and words to which consent was given again. */
export async function keepConsent(trx: Kysely<Schema>, module: Module, now: Date): Promise<void> {
	const given = module.pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'voice' ? [keyOfWords(block.html)] : [])));
	if (given.length > 0) await trx.deleteFrom('withdrawn_voice').where('module', '=', module.slug).where('words', 'in', given).execute();
	for (const words of module.withdrawn ?? []) {
		const row = { module: module.slug, words, withdrawn_at: now.toISOString() };
		await trx.insertInto('withdrawn_voice').values(row).onConflict((conflict) => conflict.doNothing()).execute();
	}
}
