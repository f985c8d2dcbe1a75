import { describe, expect, test } from 'vitest';
import { currentVersion, findVersion } from '../library/versions.ts';
import { withdraw, withdrawable } from './sign-offs.ts';
import { contributorsOf, signOffState } from './state.ts';
import { day, edition, fill, person, recorded, signs, trialTrust } from './trial.ts';

type Trust = Awaited<ReturnType<typeof trialTrust>>;

const stateOf = async ({ db, hash }: Trust) => signOffState(db, (await findVersion(db, hash))!);

async function signedOff(): Promise<Trust> {
	const trust = await trialTrust();
	await recorded(trust.db, trust.hash);
	await signs(trust.db, 'trainer', 'peer-trainer', trust.hash, 3);
	await signs(trust.db, 'worker', 'peer-support-worker', trust.hash, 4);
	return trust;
}

describe('a version', () => {
	test('starts as a draft that says all that is missing', async () => {
		const trust = await trialTrust();
		await fill(trust.db, '');
		expect(await stateOf(trust)).toMatchObject({ signedOff: false, signed: [], recorded: false, withdrawn: [], emptyDetails: [{ name: 'who-to-ask' }] });
	});

	test('is a draft with one role, and with one role twice', async () => {
		const trust = await trialTrust();
		await recorded(trust.db, trust.hash);
		await signs(trust.db, 'trainer', 'peer-trainer', trust.hash, 3);
		expect(await stateOf(trust)).toMatchObject({ signedOff: false, signed: ['peer-trainer'], recorded: true, emptyDetails: [] });
		await signs(trust.db, 'both', 'peer-trainer', trust.hash, 4);
		expect(await stateOf(trust)).toMatchObject({ signedOff: false, signed: ['peer-trainer'] });
		expect(await contributorsOf(trust.db, (await currentVersion(trust.db, 'trial'))!)).toEqual([]);
	});

	test('is signed off from the moment when two people agree in two roles', async () => {
		const trust = await signedOff();
		await signs(trust.db, 'lead', 'peer-lead', trust.hash, 9);
		expect(await stateOf(trust)).toEqual({
			signedOff: true,
			agreed: { at: day(4), roles: ['peer-trainer', 'peer-support-worker', 'peer-lead'] },
			signed: ['peer-trainer', 'peer-support-worker', 'peer-lead'],
			emptyDetails: [],
			recorded: true,
			withdrawn: []
		});
		expect(await contributorsOf(trust.db, (await currentVersion(trust.db, 'trial'))!)).toEqual(['peer support worker', 'peer trainer']);
	});

	test('is a draft again while a local detail is empty, and says that it was agreed', async () => {
		const trust = await signedOff();
		await fill(trust.db, '');
		expect(await stateOf(trust)).toMatchObject({ signedOff: false, agreed: { at: day(4) }, emptyDetails: [{ name: 'who-to-ask' }] });
		expect(await contributorsOf(trust.db, (await currentVersion(trust.db, 'trial'))!)).toEqual([]);
		await fill(trust.db, 'Ask at the desk.');
		expect(await stateOf(trust)).toMatchObject({ signedOff: true, agreed: { at: day(4) } });
	});

	test('is a draft again where a sign-off is withdrawn, and gives the reason and nobody', async () => {
		const trust = await signedOff();
		const [own] = await withdrawable(trust.db, person('trainer'), trust.hash);
		await withdraw(trust.db, person('lead'), { version: trust.hash, id: own!.id, reason: 'Page 2 is not what we meant.' }, day(5));
		const state = await stateOf(trust);
		expect(state).toMatchObject({ signedOff: false, signed: ['peer-support-worker'], withdrawn: [{ role: 'peer-trainer', at: day(5), reason: 'Page 2 is not what we meant.' }] });
		expect(state.agreed).toBeUndefined();
		expect(JSON.stringify(state)).not.toMatch(/"(trainer|worker|lead)"|person/);
		await signs(trust.db, 'both', 'peer-trainer', trust.hash, 6);
		expect(await stateOf(trust)).toMatchObject({ signedOff: true, agreed: { at: day(6) } });
	});

	test('stays signed off where others have agreed too', async () => {
		const trust = await signedOff();
		await signs(trust.db, 'lead', 'peer-lead', trust.hash, 5);
		const [own] = await withdrawable(trust.db, person('trainer'), trust.hash);
		await withdraw(trust.db, person('trainer'), { version: trust.hash, id: own!.id, reason: '' }, day(6));
		expect(await stateOf(trust)).toMatchObject({ signedOff: true, agreed: { at: day(5), roles: ['peer-support-worker', 'peer-lead'] } });
	});

	test('is a draft again where its record is changed, until it is signed with the new words', async () => {
		const trust = await signedOff();
		await recorded(trust.db, trust.hash, { notAgreed: 'Nothing.' }, 7);
		expect(await stateOf(trust)).toMatchObject({ signedOff: false, signed: [], recordChangedAt: day(7) });
		await signs(trust.db, 'trainer', 'peer-trainer', trust.hash, 8);
		await signs(trust.db, 'worker', 'peer-support-worker', trust.hash, 8);
		expect(await stateOf(trust)).toMatchObject({ signedOff: true, agreed: { at: day(8) } });
	});

	test('stays signed off where the same record is saved again', async () => {
		const trust = await signedOff();
		await recorded(trust.db, trust.hash, {}, 7);
		expect(await stateOf(trust)).toMatchObject({ signedOff: true, agreed: { at: day(4) } });
	});

	test('is a draft where it is new, whatever was signed before', async () => {
		const trust = await signedOff();
		const hash = await edition(trust.db, 'Second', 8);
		expect(await stateOf({ ...trust, hash })).toMatchObject({ signedOff: false, signed: [], recorded: false });
		expect(await stateOf(trust)).toMatchObject({ signedOff: true });
	});
});
