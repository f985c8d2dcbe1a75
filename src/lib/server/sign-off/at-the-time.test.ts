import { expect, test } from 'vitest';
import { findVersion } from '../library/versions.ts';
import { wasSignedOff } from './at-the-time.ts';
import { withdraw, withdrawable } from './sign-offs.ts';
import { day, fill, person, recorded, signs, trialTrust } from './trial.ts';

/** A trust in which two people signed on 3 and 4 November. */
async function signedOff() {
	const { db, hash } = await trialTrust();
	await recorded(db, hash);
	await signs(db, 'trainer', 'peer-trainer', hash, 3);
	await signs(db, 'worker', 'peer-support-worker', hash, 4);
	const version = (await findVersion(db, hash))!;
	return { db, hash, on: (date: number) => wasSignedOff(db, version, day(date)) };
}

test('a version was a draft until enough people had signed', async () => {
	const { on } = await signedOff();
	expect([await on(2), await on(3), await on(4), await on(5)]).toEqual([false, false, true, true]);
});

test('what is withdrawn later was signed off before', async () => {
	const { db, hash, on } = await signedOff();
	const [own] = await withdrawable(db, person('worker'), hash);
	await withdraw(db, person('worker'), { version: hash, id: own!.id, reason: '' }, day(10));
	expect([await on(9), await on(10), await on(11)]).toEqual([true, false, false]);
});

test('a record that is changed later asks for sign-off again only from then on', async () => {
	const { db, hash, on } = await signedOff();
	await recorded(db, hash, { changes: 'All of it.' }, 10);
	expect([await on(9), await on(11)]).toEqual([true, false]);
});

test('a local detail that is emptied later was there before, and one that is filled later was not', async () => {
	const { db, on } = await signedOff();
	const change = { name: 'who-to-ask', how: 'saved' as const, kept_by_before: '', kept_by_after: '' };
	await fill(db, '');
	await db.insertInto('local_detail_change').values({ ...change, at: day(8).toISOString(), text_before: '', text_after: 'Ask at the desk.' }).execute();
	await db.insertInto('local_detail_change').values({ ...change, at: day(10).toISOString(), text_before: 'Ask at the desk.', text_after: '' }).execute();
	expect([await on(7), await on(9), await on(11)]).toEqual([false, true, false]);
});
