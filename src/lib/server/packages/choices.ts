import type { Kysely } from 'kysely';
import { type AskedOptions } from '#lib/package/options.ts';
import type { Schema } from '../database/schema.ts';

/** What was last chosen, by module, and the profile that was chosen last of all. */
export interface Choices {
	of(module: string): AskedOptions;
}

/**
 * What somebody last chose for each module's package. For one that had none yet
 * it is the learning system that was chosen last: a trust has one.
 */
export async function readChoices(db: Kysely<Schema>): Promise<Choices> {
	const rows = await db.selectFrom('package_choice').select(['module', 'asked']).orderBy('chosen_at', 'desc').orderBy('module').execute();
	const chosen = new Map(rows.map(({ module, asked }) => [module, JSON.parse(asked) as AskedOptions]));
	const [last] = chosen.values();
	const usual = last?.profile ? { profile: last.profile } : {};
	return { of: (module) => chosen.get(module) ?? usual };
}

/** Keeps what somebody chose for a module's package. */
export async function keepChoice(trx: Kysely<Schema>, module: string, asked: AskedOptions, now: Date): Promise<void> {
	const values = { asked: JSON.stringify(asked), chosen_at: now.toISOString() };
	await trx
		.insertInto('package_choice')
		.values({ module, ...values })
		.onConflict((conflict) => conflict.column('module').doUpdateSet(values))
		.execute();
}

const TEXTS = ['profile', 'standard', 'completion', 'passMark', 'language', 'window', 'competence'] as const;

/** What somebody asked for in a form, always in the same order; what is empty, they leave to us. */
export function readAsked(form: FormData): AskedOptions {
	const texts = TEXTS.map((name) => [name, String(form.get(name) ?? '').trim()] as const).filter(([, text]) => text !== '');
	return { ...Object.fromEntries(texts), ...(form.get('reportAnswers') === 'yes' ? { reportAnswers: true } : {}) };
}
