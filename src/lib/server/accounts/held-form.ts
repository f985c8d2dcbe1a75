import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import type { Schema } from '../database/schema.ts';
import { formKey, seal, unseal } from '../sealing.ts';
import { hashToken } from '../tokens.ts';

/** A form that somebody was sending when they were signed out. */
export interface HeldForm {
	/** Whose page it stood on. */
	reader: string;
	/** Where it was going. */
	to: string;
	fields: HeldField[];
}

export interface HeldField {
	name: string;
	value: string;
}

/** The longest that somebody types into a form is a local detail, whose line ends are sent as two characters each; whatever is longer is not one of ours. */
const MOST_FIELDS = 20;
const LONGEST = 20_000;

const ON_SIGN_IN_PAGE = 'held on the sign-in page';
const AFTER_SIGNING_IN = 'held after signing in';
const LIFETIME = 60 * 60_000;

/** Passwords, links, and words that nobody is to know by their writer: gone is better than held at a computer that others use. */
const NEVER_HELD = ['/my-record', '/certificates', '/modules/[slug]/comment', '/report-a-problem'];
const SECRET = /password|token|secret/i;

/** Whether what is sent to `route`, by SvelteKit's name for it, is never held. */
export function isNeverHeld(route: string | null): boolean {
	return NEVER_HELD.some((start) => route === start || route?.startsWith(`${start}/`));
}

/** What is held of a form; undefined where it does not say whose it is, or has something secret in it. */
export function heldForm(form: FormData, to: string): HeldForm | undefined {
	const reader = form.get('reader');
	if (typeof reader !== 'string' || reader === '' || [...form.keys()].some((name) => SECRET.test(name))) return undefined;
	const fields = [...form]
		.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
		.filter(({ name, value }) => name.length <= 100 && value.length <= LONGEST)
		.slice(0, MOST_FIELDS);
	return { reader, to, fields };
}

/** A form as the sign-in page holds it: whoever is in front of the page can read nothing of it, nor whose it is. */
export async function sealHeld(db: Kysely<Schema>, form: HeldForm): Promise<string> {
	return seal(await formKey(db), ON_SIGN_IN_PAGE, form);
}

/** The form that `sealHeld` was given; undefined for any other text. */
export async function openHeld(db: Kysely<Schema>, sealed: string): Promise<HeldForm | undefined> {
	return unseal(await formKey(db), ON_SIGN_IN_PAGE, sealed) as HeldForm | undefined;
}

/**
 * Keeps a form for an hour for whoever has signed in with `cookie`, so that the
 * answer to signing in is a page that can be loaded again. What was chosen may be
 * what nobody else is to know, and backups last: it is sealed with what is in the
 * cookie, which is stored nowhere.
 */
export async function keepHeld(db: Kysely<Schema>, cookie: string, form: HeldForm, now: Date): Promise<void> {
	await db.deleteFrom('held_form').where('expires_at', '<=', now.toISOString()).execute();
	const expires_at = new Date(now.getTime() + LIFETIME).toISOString();
	await db.insertInto('held_form').values({ hash: placeOf(cookie), sealed: seal(keyOf(cookie), AFTER_SIGNING_IN, form), expires_at }).execute();
}

/** The form that is kept for whoever has signed in with `cookie`, or undefined. */
export async function findHeld(db: Kysely<Schema>, cookie: string, now: Date): Promise<HeldForm | undefined> {
	const row = await db.selectFrom('held_form').select('sealed').where('hash', '=', placeOf(cookie)).where('expires_at', '>', now.toISOString()).executeTakeFirst();
	return row && (unseal(keyOf(cookie), AFTER_SIGNING_IN, row.sealed) as HeldForm | undefined);
}

// Each is another hash than that of the session's id, and neither comes from the other.
const placeOf = (cookie: string) => hashToken(`held form\n${cookie}`);
const keyOf = (cookie: string) => createHash('sha256').update(`key of the held form\n${cookie}`).digest();
