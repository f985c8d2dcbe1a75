import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Schema } from '../database/schema.ts';
import { endLinksOf } from '../records/certificates.ts';
import { noteNameChange } from './name-changes.ts';

/** What people put right about themselves. */
export interface OwnDetails {
	name: string;
	/** Empty where there is none. */
	email: string;
}

/** What is wrong with it, and how to mend it. */
export interface DetailsProblem {
	field: keyof OwnDetails;
	words: string;
}

export const LONGEST_NAME = 100;
/** What a mail server takes (RFC 5321, 4.5.3.1.3). */
export const LONGEST_EMAIL = 254;

/**
 * What no name has and no page shows: controls, what turns the direction of the
 * words around it, what is nothing to see. Some scripts join or part letters with
 * U+200C and U+200D, which are names' own.
 */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/u;

const tidy = v.transform((typed: string) => typed.normalize('NFC').replace(/\p{Zs}+/gu, ' ').trim());
const atMost = (most: number, problem: string) => v.check((text: string) => [...text].length <= most, problem);
const seen = (problem: string) => v.check((text: string) => !UNSEEN.test(text), problem);

const NO_EMAIL = 'Enter an email address with an @ and a full stop after it, like name@example.nhs.uk. Or leave this empty';

const Details = v.object({
	name: v.pipe(
		v.string(),
		tidy,
		v.nonEmpty('Enter your name'),
		atMost(LONGEST_NAME, `Your name has more than ${LONGEST_NAME} characters. Write it in ${LONGEST_NAME} or fewer`),
		seen('Your name has a character that cannot be shown. Delete the mark \uFFFD, and type the letters around it again'),
		v.regex(/\p{L}/u, 'Enter your name with letters')
	),
	email: v.pipe(
		v.string(),
		tidy,
		atMost(LONGEST_EMAIL, `Your email address has more than ${LONGEST_EMAIL} characters. Enter one that is shorter`),
		seen('Your email address has a character that cannot be shown. Delete the mark \uFFFD, and type the letters around it again'),
		v.union([v.literal(''), v.pipe(v.string(), v.rfcEmail(NO_EMAIL), v.regex(/@.+\.[^.]+$/, NO_EMAIL))], NO_EMAIL)
	)
});

/** What was typed as what would be stored, or the first thing that is wrong with each field. */
export function readDetails(typed: OwnDetails): { details: OwnDetails; problems: DetailsProblem[] } {
	const read = v.safeParse(Details, typed, { abortPipeEarly: true });
	if (read.success) return { details: read.output, problems: [] };
	return { details: typed, problems: read.issues.map(({ path, message }) => ({ field: path![0].key as keyof OwnDetails, words: message })) };
}

/** What was typed, with a mark for each character that cannot be shown, so that it can be found and deleted. */
export function showUnseen({ name, email }: OwnDetails): OwnDetails {
	const shown = (text: string) => text.replace(new RegExp(UNSEEN, 'gu'), '\uFFFD');
	return { name: shown(name), email: shown(email) };
}

/** What is written down about a person that they can put right, and what they can ask others to. */
export interface KnownDetails extends OwnDetails {
	username: string;
	team: string | undefined;
	/** Says what the page showed: whoever saves sends it back. */
	base: string;
}

/** The details of a person. */
export async function detailsOf(db: Kysely<Schema>, personId: string): Promise<KnownDetails> {
	const row = await db
		.selectFrom('person')
		.leftJoin('team', 'team.id', 'person.team_id')
		.select(['person.name', 'person.email', 'person.username', 'team.name as team'])
		.where('person.id', '=', personId)
		.executeTakeFirstOrThrow();
	const details = { name: row.name, email: row.email ?? '' };
	return { ...details, username: row.username, team: row.team ?? undefined, base: baseOf(details) };
}

export type DetailsSaved =
	| { kind: 'saved' }
	/** It stands there already, as when a form is sent twice. */
	| { kind: 'unchanged' }
	/** Nothing was stored: it was changed, in another tab or by somebody else, since the page was opened. */
	| { kind: 'overtaken'; theirs: KnownDetails };

/**
 * Stores what a person put right who saw `base`. The audit log has which details
 * were changed, and not what they say. Another name ends every link to their
 * certificates: nobody can show a certificate in a colleague's name and take the
 * name back without a trace.
 */
export async function saveDetails(db: Kysely<Schema>, personId: string, { details, base }: { details: OwnDetails; base: string }, now: Date): Promise<DetailsSaved> {
	return db.transaction().execute(async (trx): Promise<DetailsSaved> => {
		const current = await detailsOf(trx, personId);
		const changed = (['name', 'email'] as const).filter((field) => details[field] !== current[field]);
		if (changed.length === 0) return { kind: 'unchanged' };
		if (base !== current.base) return { kind: 'overtaken', theirs: current };
		await trx.updateTable('person').set({ name: details.name, email: details.email || null }).where('id', '=', personId).execute();
		if (changed.includes('name')) {
			await noteNameChange(trx, personId, { before: current.name, after: details.name }, now);
			await endLinksOf(trx, personId, now);
		}
		await trx.insertInto('audit_entry').values({ at: now.toISOString(), person_id: personId, action: 'own-details.changed', subject: changed.join(', ') }).execute();
		return { kind: 'saved' };
	});
}

function baseOf({ name, email }: OwnDetails): string {
	return createHash('sha256').update(JSON.stringify([name, email])).digest('hex').slice(0, 16);
}
