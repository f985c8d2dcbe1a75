import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import type { PlainDate, Schema } from '../database/schema.ts';
import { servedModules } from '../library/versions.ts';
import type { Certificate } from '../records/certificates.ts';
import { completionsOf } from '../records/completions.ts';
import { askedOf } from './requirements.ts';

/**
 * The last day on which a certificate counts for what is asked of its holder.
 * Absent where that is for good, where it has run out or something newer counts,
 * and where the day would tell whoever is shown the certificate of a requirement
 * that says something about its holder's health.
 */
export async function validUntil(db: Kysely<Schema>, personId: string, { slug, completedAt, sensitive }: Certificate, now: Date): Promise<PlainDate | undefined> {
	const [completions, served] = await Promise.all([completionsOf(db, personId), servedModules(db)]);
	const asked = await askedOf(db, personId, completions, served, now);
	const due = asked.due.find(({ last, dueOn, reasons }) => {
		const counts = last?.module === slug && last.on === londonDate(completedAt) && dueOn !== undefined && dueOn >= londonDate(now);
		return counts && (sensitive || !reasons.some((requirement) => asked.isSensitive(requirement)));
	});
	return due?.dueOn;
}
