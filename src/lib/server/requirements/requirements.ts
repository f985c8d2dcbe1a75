import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import { prepare } from '../database/prepare.ts';
import type { Schema } from '../database/schema.ts';
import type { Completion } from '../records/completions.ts';
import { due, possible, type Asked, type Due, type Exemption, type Requirement } from './due.ts';

/** What a requirement says, with its audience as people call it. */
interface Said {
	requirement: Requirement;
	audience: string;
	sensitive: boolean;
}

/** What is asked of one person, and of whom else it is asked. */
export interface AskedOf {
	due: Due[];
	audienceName(requirement: Requirement): string;
	/** Whether a requirement would tell others something about the person's health. */
	isSensitive(requirement: Requirement): boolean;
}

/** What is asked of a person on the day that it is in London, of the modules that are served. */
export async function askedOf(db: Kysely<Schema>, personId: string, completions: readonly Completion[], served: ReadonlySet<string>, now: Date): Promise<AskedOf> {
	const [{ person, said }, exemptions] = await Promise.all([requirementsFor(db, personId), exemptionsOf(db, personId)]);
	const completed = completions.map(({ module, completedAt }) => ({ module, on: londonDate(completedAt) }));
	const byId = new Map(said.map((one) => [one.requirement.id, one]));
	const requirements = possible(said.map(({ requirement }) => requirement), served);
	return {
		due: due(person, requirements, completed, exemptions, londonDate(now)),
		audienceName: ({ id }) => byId.get(id)!.audience,
		isSensitive: ({ id }) => byId.get(id)!.sensitive
	};
}

/** The person's audiences with what each is asked for, in one query. */
async function requirementsFor(db: Kysely<Schema>, personId: string): Promise<{ person: Asked; said: Said[] }> {
	const rows = await requirementRows(db, personId);
	const said = rows.map((row) => ({
		requirement: {
			id: row.id,
			audience: row.audience,
			module: row.module,
			withinDays: row.within_days,
			...(row.renew_months === null ? {} : { renewMonths: row.renew_months }),
			...(row.instead_module === null ? {} : { instead: row.instead_module }),
			startsOn: row.starts_on,
			...(row.ends_on === null ? {} : { endsOn: row.ends_on })
		},
		audience: row.name,
		sensitive: row.sensitive === 1
	}));
	return { person: { audiences: new Map(rows.map(({ audience, since }) => [audience, since ?? undefined])) }, said };
}

const requirementRows = prepare((db, personId: string) =>
	db
		.selectFrom('audience_member')
		.innerJoin('audience', 'audience.slug', 'audience_member.audience')
		.innerJoin('requirement', 'requirement.audience', 'audience_member.audience')
		.selectAll('requirement')
		.select(['audience_member.since', 'audience.name', 'audience.sensitive'])
		.where('audience_member.person_id', '=', personId)
);

/** A person's exemptions that nobody has withdrawn. */
async function exemptionsOf(db: Kysely<Schema>, personId: string): Promise<Exemption[]> {
	const rows = await exemptionRows(db, personId);
	return rows.map(({ requirement, from_on, until_on, reason }) => ({ requirement, from: from_on, ...(until_on === null ? {} : { until: until_on }), reason }));
}

const exemptionRows = prepare((db, personId: string) =>
	db
		.selectFrom('exemption')
		.leftJoin('exemption_withdrawal', 'exemption_withdrawal.exemption', 'exemption.id')
		.select(['exemption.requirement', 'exemption.from_on', 'exemption.until_on', 'exemption.reason'])
		.where('exemption.person_id', '=', personId)
		.where('exemption_withdrawal.exemption', 'is', null)
		.orderBy('exemption.id')
);
