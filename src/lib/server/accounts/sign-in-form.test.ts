import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { sealHeld } from './held-form.ts';
import { newSignInForm, useSignInForm } from './sign-in-form.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const after = (hours: number) => new Date(NOW.getTime() + hours * 60 * 60_000);

test('is used up by being used, by itself and by nothing else', async () => {
	const db = await trialDatabase();
	const [one, two] = [await newSignInForm(db, NOW), await newSignInForm(db, NOW)];
	expect([await useSignInForm(db, one, NOW), await useSignInForm(db, one, NOW), await useSignInForm(db, two, NOW)]).toEqual(['first', 'used', 'first']);
});

test('is too old after 12 hours, and is then forgotten', async () => {
	const db = await trialDatabase();
	const [one, two] = [await newSignInForm(db, NOW), await newSignInForm(db, NOW)];
	expect(await useSignInForm(db, one, after(11.9))).toBe('first');
	expect(await useSignInForm(db, two, after(12))).toBe('old');
	expect(await useSignInForm(db, one, after(12))).toBe('old');
	await useSignInForm(db, await newSignInForm(db, after(12)), after(12));
	expect(await db.selectFrom('sign_in_form').selectAll().execute()).toHaveLength(1);
});

test('stores nothing until it is used, nor where the token is none', async () => {
	const db = await trialDatabase();
	const token = await newSignInForm(db, NOW);
	const others = ['', 'A', `${token}A`, `${token}=`, token.slice(1), await sealHeld(db, { reader: 'nurse', to: '/', fields: [] }), await newSignInForm(await trialDatabase(), NOW)];
	for (const other of others) expect(await useSignInForm(db, other, NOW), other).toBe('old');
	expect(await db.selectFrom('sign_in_form').selectAll().execute()).toEqual([]);
});
