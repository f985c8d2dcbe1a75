import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { findHeld, heldForm, isNeverHeld, keepHeld, openHeld, sealHeld, type HeldForm } from './held-form.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const ANSWER: HeldForm = { reader: 'nurse', to: '/modules/m/page/p?/answer', fields: [{ name: 'chosen', value: 'b' }] };

function form(...entries: [string, string | Blob][]): FormData {
	const data = new FormData();
	for (const [name, value] of [['reader', 'nurse'], ...entries] as [string, string | Blob][]) data.append(name, value);
	return data;
}
const fieldsOf = (...entries: [string, string | Blob][]) => heldForm(form(...entries), '/')?.fields.slice(1);

test('keeps every field of a learner\'s form, in order and as often as it is there', () => {
	expect(heldForm(form(['question', 'two'], ['chosen', 'a'], ['chosen', 'b']), '/to')).toEqual({
		reader: 'nurse',
		to: '/to',
		fields: [
			{ name: 'reader', value: 'nurse' },
			{ name: 'question', value: 'two' },
			{ name: 'chosen', value: 'a' },
			{ name: 'chosen', value: 'b' }
		]
	});
});

test('leaves out files, and what is too long or too much to be typed into a form', () => {
	expect(fieldsOf(['text', 'x'.repeat(20_000)])).toHaveLength(1);
	expect(fieldsOf(['file', new Blob(['text'])], ['long', 'x'.repeat(20_001)], ['x'.repeat(101), 'name'])).toEqual([]);
	expect(fieldsOf(...Array.from({ length: 500 }, (_, index): [string, string] => [`field-${index}`, '']))).toHaveLength(19);
});

test('holds no form that does not say whose it is', () => {
	expect(heldForm(new FormData(), '/')).toBeUndefined();
	const empty = new FormData();
	empty.set('reader', '');
	expect(heldForm(empty, '/')).toBeUndefined();
});

test.each(['password', 'newPassword', 'token', 'access_token', 'secret'])('holds no form with a field called %s', (name) => {
	expect(heldForm(form([name, 'x']), '/')).toBeUndefined();
});

test.each([['/my-record/password', true], ['/certificates/[id]', true], ['/modules/[slug]/comment', true], ['/report-a-problem', true], ['/modules/[slug]/page/[page]', false], ['/comments/[id]', false], ['/my-records', false], [null, false]])('%s is never held: %s', (route, never) => {
	expect(isNeverHeld(route)).toBe(never);
});

test('comes back as it was from the sign-in page, and is another text each time', async () => {
	const db = await trialDatabase();
	const sealed = await sealHeld(db, ANSWER);
	expect(await sealHeld(db, ANSWER)).not.toBe(sealed);
	expect(await openHeld(db, sealed)).toEqual(ANSWER);
	expect(await openHeld(await trialDatabase(), sealed)).toBeUndefined();
});

test('is found with the cookie that it is kept for and no other, for an hour', async () => {
	const db = await trialDatabase();
	await keepHeld(db, 'cookie', ANSWER, NOW);
	const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
	expect(await findHeld(db, 'cookie', after(59))).toEqual(ANSWER);
	expect(await findHeld(db, 'cookie', after(60))).toBeUndefined();
	expect(await findHeld(db, 'another', NOW)).toBeUndefined();
	await keepHeld(db, 'another', ANSWER, after(60));
	expect(await db.selectFrom('held_form').select('hash').execute()).toHaveLength(1);
});
