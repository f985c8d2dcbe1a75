import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { formKey, seal, unseal } from '../sealing.ts';
import { hashToken } from '../tokens.ts';

const PURPOSE = 'sign-in form';
/** Longer than any shift, so that a page which was opened in the morning still works in the evening. */
const LIFETIME = 12 * 60 * 60_000;

/** A token for one sign-in form. Nothing is stored until it is used: anybody on the internet may ask for the page. */
export async function newSignInForm(db: Kysely<Schema>, now: Date): Promise<string> {
	return seal(await formKey(db), PURPOSE, { until: now.getTime() + LIFETIME });
}

/**
 * Uses up the token of a sign-in form, whatever comes of the form. A browser sends
 * a form again, password and all, for whoever goes back and reloads after its
 * sender has signed out.
 *
 * @returns `used` where the form has been sent before, `old` where its token is too old or none of ours
 */
export async function useSignInForm(db: Kysely<Schema>, token: string, now: Date): Promise<'first' | 'used' | 'old'> {
	const opened = unseal(await formKey(db), PURPOSE, token) as { until: number } | undefined;
	if (!opened || opened.until <= now.getTime()) return 'old';
	await db.deleteFrom('sign_in_form').where('expires_at', '<=', now.toISOString()).execute();
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('sign_in_form')
		.values({ hash: hashToken(token), expires_at: new Date(opened.until).toISOString() })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n ? 'first' : 'used';
}
