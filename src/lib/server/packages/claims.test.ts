import { expect, test } from 'vitest';
import { fill, recorded, signs, trialTrust } from '../sign-off/trial.ts';
import { bundlePackages, packagesToHandOut } from './bundle.ts';
import { claimsTooMuch } from './claims.ts';
import { fillSupport, makeOne, signedOffTrust } from './trial.ts';

test('a package that says it is a draft claims nothing', async () => {
	const { db } = await trialTrust();
	expect(await claimsTooMuch(db, await makeOne(db))).toBe(false);
});

test('a package of what was signed off is kept back while that is no longer so, also from "download all"', async () => {
	const { db, hash } = await signedOffTrust();
	await fillSupport(db);
	const made = await makeOne(db);
	expect([made.draft, await claimsTooMuch(db, made), (await packagesToHandOut(db)).length]).toEqual([false, false, 1]);
	await fill(db, '');
	expect([await claimsTooMuch(db, made), await packagesToHandOut(db), await bundlePackages(db)]).toEqual([true, [], { kind: 'empty' }]);
	await fill(db, 'Ask at the desk.');
	expect(await claimsTooMuch(db, made)).toBe(false);
	await recorded(db, hash, { notAgreed: 'The last page.' }, 6);
	expect(await claimsTooMuch(db, made)).toBe(true);
	await signs(db, 'trainer', 'peer-trainer', hash, 7);
	await signs(db, 'worker', 'peer-support-worker', hash, 8);
	expect(await claimsTooMuch(db, made)).toBe(false);
});
