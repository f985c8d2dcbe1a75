import type { Kysely } from 'kysely';
import { createHmac } from 'node:crypto';
import { isSensitive } from '#lib/module/audiences.ts';
import type { Row, Schema } from '../database/schema.ts';
import { currentVersion, findVersion, type Version } from '../library/versions.ts';
import { nameWrittenOn } from '../people/name-changes.ts';
import { formKey } from '../sealing.ts';
import { wasSignedOff } from '../sign-off/at-the-time.ts';
import { hashToken, isToken } from '../tokens.ts';
import { completionsOf, ownNumbers } from './completions.ts';

/** That somebody completed a module, to show and to print. */
export interface Certificate {
	/** The completion's id, for what is stored with it. No page has it. */
	completion: number;
	/** Which it is of the holder's own completions: its address. */
	number: number;
	/** As people call them now: nobody has to carry a name that they no longer use. */
	name: string;
	/** When they last wrote that name themselves; absent where they never have. */
	nameWrittenOn?: Date;
	slug: string;
	/** As it was when they completed it, where that is known. */
	title: string;
	completedAt: Date;
	source: Row<'completion'>['source'];
	/** The version that they completed and whether it was a draft then, where it is known. */
	version?: { hash: string; draft: boolean };
	/** Whether it says something about their health. */
	sensitive: boolean;
}

/** A link that shows a certificate to whoever has it. */
export interface CertificateLink {
	madeAt: Date;
	/** Whether it shows a sensitive module too. */
	showsSensitive: boolean;
}

/** Every certificate of a person, the newest first, in short. */
export async function certificatesOf(db: Kysely<Schema>, personId: string): Promise<Pick<Certificate, 'number' | 'title' | 'completedAt'>[]> {
	const completions = await completionsOf(db, personId);
	return Promise.all(
		completions.map(async ({ number, module, version, completedAt }) => {
			const known = (version === undefined ? undefined : await findVersion(db, version)) ?? (await currentVersion(db, module));
			return { number, title: known?.module.title ?? module, completedAt };
		})
	);
}

/** The certificate of one of a person's own completions by its number among them, or undefined where there is none. */
export async function certificateOf(db: Kysely<Schema>, personId: string, number: number): Promise<Certificate | undefined> {
	const [completion] = [...(await ownNumbers(db, personId))].find(([, own]) => own === number) ?? [NO_COMPLETION];
	const found = await findCompletion(db, completion);
	return found && certificateFor(db, found);
}

/** The link to a certificate that is switched on, or undefined. */
export async function linkOf(db: Kysely<Schema>, completion: number): Promise<CertificateLink | undefined> {
	const row = await db.selectFrom('certificate_link').selectAll().where('completion', '=', completion).where('ended_at', 'is', null).executeTakeFirst();
	return row && { madeAt: new Date(row.made_at), showsSensitive: row.shows_sensitive === 1 };
}

/**
 * The token of the link that a form makes, the same however often it is sent. It
 * comes from the form's own token and our key: a browser sends a form again for
 * whoever goes back and reloads, and nobody can make the link of what is in it.
 */
export async function linkToken(db: Kysely<Schema>, completion: number, form: string): Promise<string> {
	if (!isToken(form)) return '';
	return createHmac('sha256', await formKey(db)).update(`certificate link\n${completion}\n${form}`).digest().subarray(0, 16).toString('base64url');
}

/**
 * Switches on a link with a token of `linkToken`, in place of any other. Only its
 * hash is stored.
 *
 * @returns `used` where the token is none, or is that of another link or of one that is switched off
 */
export async function makeLink(db: Kysely<Schema>, completion: number, { token, showsSensitive }: { token: string; showsSensitive: boolean }, now: Date): Promise<'made' | 'used'> {
	if (!isToken(token)) return 'used';
	const token_hash = hashToken(token);
	return db.transaction().execute(async (trx) => {
		const known = await trx.selectFrom('certificate_link').selectAll().where('token_hash', '=', token_hash).executeTakeFirst();
		if (known) return known.completion === completion && known.ended_at === null ? 'made' : 'used';
		await endLink(trx, completion, now);
		await trx.insertInto('certificate_link').values({ token_hash, completion, shows_sensitive: showsSensitive ? 1 : 0, made_at: now.toISOString() }).execute();
		return 'made';
	});
}

/** Switches off the link to a certificate, if there is one. */
export async function endLink(db: Kysely<Schema>, completion: number, now: Date): Promise<void> {
	await db.updateTable('certificate_link').set({ ended_at: now.toISOString() }).where('completion', '=', completion).where('ended_at', 'is', null).execute();
}

/** Switches off every link to a person's certificates. */
export async function endLinksOf(db: Kysely<Schema>, personId: string, now: Date): Promise<void> {
	await db
		.updateTable('certificate_link')
		.set({ ended_at: now.toISOString() })
		.where('completion', 'in', (own) => own.selectFrom('completion').select('id').where('person_id', '=', personId))
		.where('ended_at', 'is', null)
		.execute();
}

/**
 * The certificate behind a link, or undefined: where there is no such link, where
 * it is switched off, and where its holder does not want it to show what it would
 * say about their health. Whoever asks cannot tell which.
 */
export async function certificateBehind(db: Kysely<Schema>, token: string): Promise<Certificate | undefined> {
	if (!isToken(token)) return undefined;
	const link = await db.selectFrom('certificate_link').selectAll().where('token_hash', '=', hashToken(token)).where('ended_at', 'is', null).executeTakeFirst();
	// Also where there is no link: what is asked of the database tells nobody that there is one.
	const found = await findCompletion(db, link?.completion ?? NO_COMPLETION);
	return found && (!found.sensitive || link?.shows_sensitive === 1) ? certificateFor(db, found) : undefined;
}

/** The id of no completion: they are counted from 1. */
const NO_COMPLETION = 0;

/** A completion, whose it is and which module it is of. */
interface Found {
	completion: number;
	personId: string;
	name: string;
	slug: string;
	completedAt: Date;
	source: Row<'completion'>['source'];
	version: Version | undefined;
	served: Version | undefined;
	sensitive: boolean;
}

/** One that was put right is no certificate any more; what puts it right is. */
async function findCompletion(db: Kysely<Schema>, completion: number): Promise<Found | undefined> {
	const row = await db
		.selectFrom('completion')
		.innerJoin('person', 'person.id', 'completion.person_id')
		.leftJoin('completion as later', 'later.corrects', 'completion.id')
		.select(['person.id as person_id', 'person.name', 'completion.module', 'completion.version', 'completion.completed_at', 'completion.source'])
		.where('completion.id', '=', completion)
		.where('later.id', 'is', null)
		.executeTakeFirst();
	const [version, served] = await Promise.all([row?.version ? findVersion(db, row.version) : undefined, currentVersion(db, row?.module ?? '')]);
	if (!row) return undefined;
	// Nobody knows any more whom a module was for that is there no longer.
	const audiences = [version, served].flatMap((known) => (known ? [known.module.audience] : []));
	const sensitive = audiences.length === 0 || audiences.some(isSensitive);
	return { completion, personId: row.person_id, name: row.name, slug: row.module, completedAt: new Date(row.completed_at), source: row.source, version, served, sensitive };
}

async function certificateFor(db: Kysely<Schema>, { personId, version, served, ...found }: Found): Promise<Certificate> {
	const [numbers, writtenOn] = await Promise.all([ownNumbers(db, personId), nameWrittenOn(db, personId)]);
	return {
		...found,
		number: numbers.get(found.completion)!,
		...(writtenOn ? { nameWrittenOn: writtenOn } : {}),
		title: (version ?? served)?.module.title ?? found.slug,
		...(version ? { version: { hash: version.hash, draft: !(await wasSignedOff(db, version, found.completedAt)) } } : {})
	};
}
