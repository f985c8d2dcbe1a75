import { expect, test } from 'vitest';
import { coproductionOf, writeCoproduction } from './coproduction.ts';
import { day, RECORD, trialTrust } from './trial.ts';

test('what was written stays, the newest first', async () => {
	const { db, hash } = await trialTrust();
	expect(await coproductionOf(db, hash)).toEqual([]);
	expect(await writeCoproduction(db, { version: hash, person: 'author', read: undefined }, RECORD, day(2))).toBe('written');
	const [first] = await coproductionOf(db, hash);
	const changed = { ...RECORD, paid: 'no' as const };
	expect(await writeCoproduction(db, { version: hash, person: 'author', read: first!.id }, changed, day(3))).toBe('written');
	expect(await coproductionOf(db, hash)).toEqual([{ ...changed, id: first!.id + 1, writtenAt: day(3) }, { ...RECORD, id: first!.id, writtenAt: day(2) }]);
});

test('nothing is written over what somebody else wrote meanwhile', async () => {
	const { db, hash } = await trialTrust();
	await writeCoproduction(db, { version: hash, person: 'author', read: undefined }, RECORD, day(2));
	expect(await writeCoproduction(db, { version: hash, person: 'lead', read: undefined }, { ...RECORD, paid: 'no' }, day(3))).toBe('changed');
	expect(await coproductionOf(db, hash)).toHaveLength(1);
});

test('saving the same words again adds nothing', async () => {
	const { db, hash } = await trialTrust();
	await writeCoproduction(db, { version: hash, person: 'author', read: undefined }, RECORD, day(2));
	expect(await writeCoproduction(db, { version: hash, person: 'author', read: undefined }, RECORD, day(3))).toBe('unchanged');
	expect(await coproductionOf(db, hash)).toHaveLength(1);
});
